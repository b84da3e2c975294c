import * as z from 'zod';
import { type NumberedQuestion, numbered } from '#domain/form.ts';
import { formOf, questionsBlock } from './asking.ts';
import type { Block } from './content.ts';
import { type EmailContext, kind } from './context.ts';
import { capital, closing, count, deadline, greeting, language, paragraph, runningWhy } from './phrases.ts';

const Facts = z.object({
  pairs: z.array(
    z.object({
      number: z.number().int(),
      mentor: z.string(),
      mentee: z.string(),
      /** 0..1 */
      score: z.number(),
      reasons: z.array(z.string()),
    }),
  ),
  /** How many applicants have no partner in this proposal. */
  unmatched: z.number().int(),
  /** Whom to ask about a pair; the coordinator when absent. */
  chair: z.string().optional(),
});

/** Puts the proposed pairs to a member of the committee, who answers pair by pair. */
export const ballot = kind(Facts, (facts, context) => {
  const { cohort, person } = context;
  const { pairs, unmatched } = facts;
  const questions = explained(numbered(formOf(context).definition), facts);
  const many = count(pairs.length, 'pair');
  return {
    subject: `${cohort.name}: your view of ${many}`,
    language,
    blocks: [
      greeting(person),
      paragraph(
        `We propose ${many} for ${cohort.name} and need your vote on each by ${deadline('ballot', context)}. Please vote on your own: you see the others' votes once all of yours are in.`,
      ),
      howToVote(context, questions),
      paragraph('Before you vote, three questions to yourself:'),
      { kind: 'list', of: biasPrompts },
      questionsBlock(questions),
      paragraph(
        `${unmatched > 0 ? `${capital(count(unmatched, 'applicant has', 'applicants have'))} no partner in this proposal. ` : ''}If you don't vote, the others' votes decide. Questions go to ${facts.chair ?? cohort.coordinator.name}.`,
      ),
      confidential(context),
      ...closing(context, runningWhy(context, 'committee')),
    ],
  };
});

/** What slips into a choice of people unnoticed: likeness, familiarity, and whoever is not on the list. */
const biasPrompts = [
  "Would I judge this pair the same if the two had each other's names?",
  'Do I favour people whom I know, or who are like me?',
  'Who gets the partners that many would like, and who is left out?',
];

export function howToVote(context: EmailContext, of: readonly NumberedQuestion[]): Block {
  // Examples of pairs that exist, so that nobody looks for a ninth of three.
  const [second, last] = [of[1]?.number, of.at(-1)?.number];
  const examples =
    of.length > 2
      ? `If not, name the pairs: "approve all except ${second} and ${last}", or "${second}: no, same team". `
      : 'If not, say "no" and why. ';
  return paragraph(
    `If all is well, reply "approve". ${examples}You can also type under each pair. A no needs a reason, which helps to find a better partner. `,
    { words: 'Or vote on a page', href: formOf(context).page },
  );
}

export function confidential({ cohort }: EmailContext): Block {
  return paragraph(
    `Please keep this to yourself. Nobody outside the committee sees a pair before ${cohort.name} is published; names and reasons are from people's applications.`,
  );
}

/** The ballot's questions with score and reasons under each pair. */
function explained(questions: readonly NumberedQuestion[], { pairs }: z.infer<typeof Facts>): NumberedQuestion[] {
  const byNumber = new Map(pairs.map((pair) => [pair.number, pair]));
  return questions.map((question) => {
    const pair = byNumber.get(question.number);
    if (!pair) return question;
    const score = `Score ${Math.round(pair.score * 100)} of 100.`;
    return { ...question, hint: [score, ...pair.reasons.map(sentence)].join(' ') };
  });
}

function sentence(words: string): string {
  return /[.!?]$/.test(words.trim()) ? words.trim() : `${words.trim()}.`;
}
