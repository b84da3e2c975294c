import * as z from 'zod';
import type { Purpose } from '#domain/asked.ts';
import { Answers, type FormDefinition, type NumberedQuestion, numbered, Unclear } from '#domain/form.ts';
import { milestoneOf, stageOf } from '#domain/schedule.ts';
import { quoted, understoodAnswers } from './answers.ts';
import { formOf, missingOf, owedNow, questionsBlock } from './asking.ts';
import type { Block } from './content.ts';
import { type EmailContext, kind } from './context.ts';
import { capital, closing, count, dayOf, deadline, language, paragraph, thankYou } from './phrases.ts';

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
  const { definition, asked, page } = form;
  const known = understoodAnswers(definition, facts.answers, asked.comments);
  const open = openQuestions(facts, form);
  const blocks: Block[] = [];
  if (known.length > 0) {
    blocks.push(paragraph(`${thankYou(context.person)} This is what we understood:`), { kind: 'facts', of: known });
  } else {
    blocks.push(
      paragraph(`${thankYou(context.person)} Your reply has arrived, but we could not take an answer from it.`),
    );
  }
  blocks.push(...unclearWords(facts.unclear, definition));
  if (open.length === 0) {
    blocks.push(paragraph(`That is everything. ${nextStep(facts.answers, form, context)}`));
  } else if (facts.again) {
    blocks.push(
      paragraph(
        open.length === 1
          ? `One thing is still open. Reply with the answer to it by ${deadline(asked.purpose, context)} and you're done. `
          : `${capital(count(owedNow(open), 'thing is', 'things are'))} still open. Reply and type under them by ${deadline(asked.purpose, context)}. `,
        { words: 'Or answer on a page', href: page },
      ),
      questionsBlock(open),
    );
  } else {
    const numbers = open.map(({ number }) => number).join(', ');
    blocks.push(
      paragraph(
        `Still open: ${open.length === 1 ? 'question' : 'questions'} ${numbers}. You have until ${deadline(asked.purpose, context)}. `,
        {
          words: 'Answer on a page',
          href: page,
        },
      ),
    );
  }
  if (known.length > 0) {
    blocks.push(paragraph('Something wrong? Reply with its number and the right answer.'));
  }
  return {
    subject: known.length === 0 ? 'We could not find your answers' : subject(asked.purpose, open, facts),
    language,
    blocks: [
      ...blocks,
      ...closing(context, `You get this because you replied to an email about ${context.cohort.name}.`),
    ],
  };
});

/** What is missing, what may follow from it, and what was unclear: in the form's order, with the numbers of the form. */
function openQuestions({ answers, unclear }: Facts, { definition }: ReturnType<typeof formOf>): NumberedQuestion[] {
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

function subject(purpose: Purpose, open: readonly NumberedQuestion[], facts: Facts): string {
  if (open.length > 0) {
    return facts.missing.length > 0
      ? `${capital(count(owedNow(open), 'answer is', 'answers are'))} still missing`
      : `${capital(count(owedNow(open), 'answer is', 'answers are'))} not clear to us yet`;
  }
  return purpose === 'ballot' ? 'Thank you, we have your votes' : 'Thank you, we have all your answers';
}

function nextStep(answers: Answers, { asked, definition }: ReturnType<typeof formOf>, context: EmailContext): string {
  const opens = (stage: 'kickoff' | 'midpoint' | 'closeout') =>
    dayOf(milestoneOf(stageOf(context.cohort, stage), 'open').at, context);
  switch (asked.purpose) {
    case 'application':
      return `There is nothing more to do. Applications are open until ${deadline('application', context)}; you will hear from us about a match around ${opens('kickoff')}.`;
    case 'agreement':
      if (definition.questions.some(({ key }) => answers[key] === false)) {
        return `You said no, and that is all right; you need not explain. ${context.cohort.coordinator.name} hears that you said no, and nothing else of what you wrote.`;
      }
      return `There is nothing more to do here. We ask how it is going around ${opens('midpoint')}.`;
    case 'midpoint':
      return `There is nothing more to do. Your partner does not see your answers. We write again around ${opens('closeout')}.`;
    case 'closeout':
      return 'There is nothing more to do. Your partner does not see your answers.';
    case 'ballot':
      return `There is nothing more to do. You may change a vote until ${deadline('ballot', context)}.`;
    case 'decision':
    case 'confirm':
      return 'There is nothing more to do.';
  }
}
