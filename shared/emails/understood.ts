import * as z from 'zod';
import { Answers, type FormDefinition, type NumberedQuestion, numbered, Unclear } from '#domain/form.ts';
import { milestoneOf, stageOf } from '#domain/schedule.ts';
import { quoted, understoodAnswers } from './answers.ts';
import { formOf, missingOf, owedNow, questionsBlock } from './asking.ts';
import type { Block } from './content.ts';
import { type EmailContext, kind } from './context.ts';
import {
  byDeadline,
  capital,
  closing,
  count,
  dayOf,
  deadline,
  language,
  listed,
  paragraph,
  thankYou,
} from './phrases.ts';

const Facts = z.object({
  /** All answers as they are after the reply. */
  answers: Answers,
  /** Keys of required questions without an answer. */
  missing: z.array(z.string()),
  unclear: z.array(Unclear),
  complete: z.boolean(),
  /** Whether what is missing or unclear is asked again in this email. */
  again: z.boolean(),
});
type Facts = z.infer<typeof Facts>;

/** The answer to a reply: what we understood, in their words, what is still open, and how to correct it. */
export const understood = kind(Facts, (facts, context) => {
  const form = formOf(context);
  const { definition, asked } = form;
  const known = understoodAnswers(definition, facts.answers, asked.comments);
  const open = hasRefused(facts.answers, form) ? [] : openQuestions(facts, form);
  const passedOn = questionPassedOn(form, context);
  return {
    subject: known.length > 0 ? subject(open, facts, form) : subjectOfNothing(passedOn !== ''),
    language,
    blocks: [
      ...understoodWords(known, passedOn !== '', context),
      ...unclearWords(facts.unclear, definition),
      ...(passedOn ? [paragraph(passedOn)] : []),
      ...(open.length > 0
        ? openWords(open, facts, form, context)
        : [paragraph(nextStep(facts.answers, form, context))]),
      ...(known.length > 0 ? [paragraph('Something wrong? Reply with its number and the right answer.')] : []),
      ...closing(context, `You get this because you replied to an email about ${context.cohort.name}.`),
    ],
  };
});

type AskedOf = ReturnType<typeof formOf>;

/** Somebody who has said no to their partner is asked nothing more about how to work together. */
function hasRefused(answers: Answers, { asked, definition }: AskedOf): boolean {
  return asked.purpose === 'agreement' && definition.questions.some(({ key }) => answers[key] === false);
}

/** Whether this reply held a question that the coordinator has been given, and the words that say so. */
function questionPassedOn({ asked }: AskedOf, { cohort }: EmailContext): string {
  const note = asked.notes.at(-1);
  const isOfThisReply = note !== undefined && note.at === asked.replies.at(-1)?.at;
  return isOfThisReply && note.text.includes('?')
    ? `${cohort.coordinator.name} has your question and will answer it.`
    : '';
}

function understoodWords(
  known: readonly { label: string; value: string }[],
  asks: boolean,
  { person }: EmailContext,
): Block[] {
  if (known.length > 0)
    return [paragraph(`${thankYou(person)} This is what we understood:`), { kind: 'facts', of: known }];
  return [
    paragraph(
      asks ? thankYou(person) : `${thankYou(person)} Your reply has arrived, but we could not find an answer in it.`,
    ),
  ];
}

function openWords(
  open: readonly NumberedQuestion[],
  facts: Facts,
  { asked, page }: AskedOf,
  context: EmailContext,
): Block[] {
  const by = byDeadline(asked.purpose, context);
  if (!facts.again) {
    const numbers = listed(open.map(({ number }) => String(number)));
    const still = `Still open: ${open.length === 1 ? 'question' : 'questions'} ${numbers}. Reply with the answers${by}, each after its number. `;
    return [paragraph(still, { words: 'Or answer on a page', href: page })];
  }
  const how =
    open.length === 1
      ? `One thing is still open. Reply with the answer to it${by} and you're done. `
      : `${capital(count(owedNow(open), 'thing is', 'things are'))} still open. Reply and type under them${by}. `;
  return [paragraph(how, { words: 'Or answer on a page', href: page }), questionsBlock(open)];
}

/** What is missing, what may follow from it, and what was unclear: in the form's order, with the numbers of the form. */
function openQuestions({ answers, unclear }: Facts, { definition }: AskedOf): NumberedQuestion[] {
  const open = new Set([...missingOf(definition, answers), ...unclear].map(({ key }) => key));
  return numbered(definition).filter(({ key }) => open.has(key));
}

function unclearWords(unclear: readonly Unclear[], definition: FormDefinition): Block[] {
  return numbered(definition).flatMap(({ key, number }) =>
    unclear
      .filter((one) => one.key === key)
      .map(({ said, why }) => paragraph(`To question ${number} you wrote ${quoted(said)}. ${sentence(why)}`)),
  );
}

/** Our reason as a sentence of its own, whether it was written as one or as a clause. */
function sentence(words: string): string {
  const trimmed = words.trim();
  return trimmed === '' ? '' : capital(/[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`);
}

function subjectOfNothing(asks: boolean): string {
  return asks ? 'We have passed on your question' : 'We could not find your answers';
}

function subject(open: readonly NumberedQuestion[], facts: Facts, { asked }: AskedOf): string {
  if (open.length > 0) {
    const are = facts.missing.length > 0 ? 'still missing' : 'not clear to us yet';
    return `${capital(count(owedNow(open), 'answer is', 'answers are'))} ${are}`;
  }
  return asked.purpose === 'ballot' ? 'Thank you, we have your votes' : 'Thank you, we have all your answers';
}

function nextStep(answers: Answers, form: AskedOf, context: EmailContext): string {
  const opens = (stage: 'kickoff' | 'midpoint' | 'closeout') =>
    dayOf(milestoneOf(stageOf(context.cohort, stage), 'open').at, context);
  switch (form.asked.purpose) {
    case 'application':
      return `That is everything, and there is nothing more to do. Applications are open until ${deadline('application', context)}; you will hear from us about a match around ${opens('kickoff')}.`;
    case 'agreement':
      if (hasRefused(answers, form)) {
        return `You said no, and that is all right; you need not explain. ${context.cohort.coordinator.name} hears that you said no, and nothing else of what you wrote.`;
      }
      return `That is everything, and there is nothing more to do here. We ask how it is going around ${opens('midpoint')}.`;
    case 'midpoint':
      return `That is everything, and there is nothing more to do. Your partner does not see your answers. We write again around ${opens('closeout')}.`;
    case 'closeout':
      return 'That is everything, and there is nothing more to do. Your partner does not see your answers.';
    case 'ballot':
      return `That is everything, and there is nothing more to do. The page of your ballot now shows how the others have voted; you may change a vote until ${deadline('ballot', context)}.`;
    case 'decision':
      return answers.publish === true
        ? `That is everything. Both sides of each pair hear today, and those that stand are announced on ${opens('kickoff')}.`
        : 'Nothing is published, then. When you are ready, reply "yes" to this email.';
    case 'consent':
      return answers.with === true
        ? `That is everything, and there is nothing more to do. We introduce you to each other on ${opens('kickoff')}.`
        : 'That is all right; you need not explain, and there is nothing more to do. We look for someone else, and tell you when we have found them.';
    case 'confirm':
      return 'That is everything, and there is nothing more to do.';
  }
}
