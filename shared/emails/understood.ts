import * as z from 'zod';
import { Asks } from '#domain/follow-up.ts';
import { Answers, type FormDefinition, type NumberedQuestion, numbered, Unclear } from '#domain/form.ts';
import { asksAbout, NamedAnswer } from '#domain/names/named-answers.ts';
import { milestoneOf, stageOf } from '#domain/schedule.ts';
import { quoted, understoodAnswers } from './answers.ts';
import { formOf, missingOf, orPage, owedNow, questionsBlock } from './asking.ts';
import { filesWords, hasYourQuestion } from './came-along.ts';
import type { Block } from './content.ts';
import { type EmailContext, kind } from './context.ts';
import { aboutNames, withNames } from './named-people.ts';
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
  /** More exactly; `again` says it for emails that were queued before this was known. */
  asks: Asks.optional(),
  /** Files that came with the reply, by name: those that we keep, and the others. */
  kept: z.array(z.string()).optional(),
  refused: z.array(z.string()).optional(),
  /** The reply was longer than what is read of one. */
  cut: z.boolean().optional(),
  /** Their question, where the coordinator has been given it. */
  passedOn: z.string().optional(),
  /** Whom their answers name, where these ask for people. */
  named: z.array(NamedAnswer).optional(),
  /** The reply came late, and the coordinator said yes: before the pairs were published, or after. */
  late: z.enum(['pool', 'list']).optional(),
});
type Facts = z.infer<typeof Facts>;

/** The answer to a reply: what we understood, in their words, what is still open, and how to correct it. */
export const understood = kind(Facts, (facts, context) => {
  const form = formOf(context);
  const { definition, asked } = form;
  const known = withNames(understoodAnswers(definition, facts.answers, asked.comments), { ...facts, definition });
  const open = hasRefused(facts.answers, form) ? [] : openQuestions(facts, form);
  const { passedOn = '' } = facts;
  return {
    subject: known.length > 0 ? subject(open, facts, form) : subjectOfNothing(passedOn !== '', form),
    language,
    blocks: [
      ...understoodWords(known, facts, context),
      ...unclearWords(facts.unclear, definition),
      ...aboutNames(facts.named, definition, 'by reply').map((words) => paragraph(words)),
      ...(passedOn ? [paragraph(hasYourQuestion(passedOn, context))] : []),
      ...filesWords(facts, open.length === 0),
      ...(facts.cut ? [paragraph(tooLong)] : []),
      ...(open.length > 0 ? openWords(open, facts, context) : [paragraph(nextStep(facts, form, context))]),
      ...(known.length > 0 && !isFinal(facts.answers, form)
        ? [paragraph('Something wrong? Reply with its number and the right answer.')]
        : []),
      ...closing(context, `You get this because you replied to an email about ${context.cohort.name}.`),
    ],
  };
});

const tooLong =
  'Your message was longer than we can read, so we read its beginning. If something is missing above, please send it again in a shorter reply.';

type AskedOf = ReturnType<typeof formOf>;

/** Somebody who has said no to their partner is asked nothing more about how to work together. */
function hasRefused(answers: Answers, { asked, definition }: AskedOf): boolean {
  return asked.purpose === 'agreement' && definition.questions.some(({ key }) => answers[key] === false);
}

/** A no to a partner is acted on at once, and can't be taken back. */
function isFinal(answers: Answers, { asked }: AskedOf): boolean {
  return asked.purpose === 'consent' && answers.with === false;
}

function understoodWords(
  known: readonly { label: string; value: string }[],
  { late, passedOn }: Facts,
  { person, cohort }: EmailContext,
): Block[] {
  const accepted = late ? ` Your reply came late, and ${cohort.coordinator.name} has said that it counts.` : '';
  const thanks = `${thankYou(person)}${accepted}`;
  if (known.length > 0) return [paragraph(`${thanks} This is what we understood:`), { kind: 'facts', of: known }];
  return [paragraph(passedOn ? thanks : `${thanks} Your reply has arrived, but we could not find an answer in it.`)];
}

function openWords(open: readonly NumberedQuestion[], facts: Facts, context: EmailContext): Block[] {
  const form = formOf(context);
  const by = byDeadline(form.asked.purpose, context);
  const asks = facts.asks ?? (facts.again ? 'again' : 'numbers');
  const numbers = `${open.length === 1 ? 'question' : 'questions'} ${listed(open.map(({ number }) => String(number)))}`;
  if (asks === 'page') {
    const { name } = context.cohort.coordinator;
    return [
      paragraph(`We don't want to keep asking by email. Please answer ${numbers} on a page instead${by}. `, {
        words: 'Open the page',
        href: form.page,
      }),
      ...(facts.complete
        ? []
        : [
            paragraph(
              `${name} knows that ${open.length === 1 ? 'it is' : 'they are'} open and can help. ${whatIsKept(form)}`,
            ),
          ]),
    ];
  }
  if (asks === 'numbers') {
    const still = `Still open: ${numbers}. Reply with the answers${by}, each after its number. `;
    return [paragraph(still, ...orPage(form))];
  }
  const how =
    open.length === 1
      ? `One thing is still open. Reply with the answer to it${by} and you're done. `
      : `${capital(count(owedNow(open), 'thing is', 'things are'))} still open. Reply and type under them${by}. `;
  return [paragraph(how, ...orPage(form)), questionsBlock(open)];
}

/** An application's questions may be named to the coordinator; of other forms they hear only that something is open. */
function whatIsKept({ asked }: AskedOf): string {
  return asked.purpose === 'application' ? 'What you wrote is kept.' : 'What you wrote is kept, and stays between us.';
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

function subjectOfNothing(asks: boolean, { asked }: AskedOf): string {
  if (asked.purpose === 'confirm') return 'Was that reply from you, yes or no?';
  return asks ? 'We have passed on your question' : 'We could not find your answers';
}

function subject(open: readonly NumberedQuestion[], facts: Facts, { asked }: AskedOf): string {
  if (open.length > 0) {
    const are = facts.missing.length > 0 ? 'still missing' : 'not clear to us yet';
    return `${capital(count(owedNow(open), 'answer is', 'answers are'))} ${are}`;
  }
  if (['late', 'decision', 'opening'].includes(asked.purpose)) return 'Thank you, we have your decision';
  return asked.purpose === 'ballot' ? 'Thank you, we have your votes' : 'Thank you, we have all your answers';
}

function isCoordinator({ cohort, person }: EmailContext): boolean {
  return cohort.coordinator.email === person.email;
}

function nextStep({ answers, late, named }: Facts, form: AskedOf, context: EmailContext): string {
  const opens = (stage: 'kickoff' | 'midpoint' | 'closeout') =>
    dayOf(milestoneOf(stageOf(context.cohort, stage), 'open').at, context);
  const isAhead = (stage: 'midpoint' | 'closeout') =>
    milestoneOf(stageOf(context.cohort, stage), 'open').at > context.now;
  switch (form.asked.purpose) {
    case 'application':
      if (named?.some(asksAbout) && !late) {
        return `Apart from that we have everything. Applications are open until ${deadline('application', context)}; you will hear from us about a match around ${opens('kickoff')}.`;
      }
      if (late === 'list') {
        return `That is everything, and there is nothing more to do. The pairs of this round are made already. You are on the list, and ${context.cohort.coordinator.name} writes to you if a place becomes free.`;
      }
      if (late) {
        return `That is everything, and there is nothing more to do. We look for a partner among those who are still free; you will hear from us around ${opens('kickoff')}.`;
      }
      return `That is everything, and there is nothing more to do. Applications are open until ${deadline('application', context)}; you will hear from us about a match around ${opens('kickoff')}.`;
    case 'agreement':
      if (hasRefused(answers, form)) {
        return `You said no, and that is all right; you need not explain. ${context.cohort.coordinator.name} hears that you said no, and nothing else of what you wrote.`;
      }
      return `That is everything, and there is nothing more to do here.${isAhead('midpoint') ? ` We ask how it is going around ${opens('midpoint')}.` : ''}`;
    case 'midpoint':
      return `That is everything, and there is nothing more to do. Your partner does not see your answers.${isAhead('closeout') ? ` We write again around ${opens('closeout')}.` : ''}`;
    case 'closeout':
      return 'That is everything, and there is nothing more to do. Your partner does not see your answers.';
    case 'ballot':
      return `That is everything, and there is nothing more to do. The page of your ballot now shows how the others have voted; you may change a vote until ${deadline('ballot', context)}.`;
    case 'late':
      return `${answers.take === true ? 'We read the reply now, and its writer hears what we understood.' : 'We leave the reply aside, and its writer hears so, kindly.'} There is nothing more to do.`;
    case 'decision':
      return answers.publish === true
        ? `That is everything. Both sides of each pair hear today, and those that stand are announced on ${opens('kickoff')}.`
        : `Nothing is published, then. When you are ready, reply "yes" to this email.${isCoordinator(context) ? '' : ` ${context.cohort.coordinator.name} hears of it, and can publish too.`}`;
    case 'opening':
      return answers.introduce === true
        ? 'That is everything. Both are introduced today, and asked how they want to work together.'
        : 'That is everything. Nobody is introduced, and neither of the two hears of it.';
    case 'consent':
      return answers.with === true
        ? `That is everything, and there is nothing more to do. We introduce you to each other on ${opens('kickoff')}.`
        : `That is all right; you need not explain, and there is nothing more to do. We look for someone else; either way you hear from us by ${opens('kickoff')}.`;
    case 'confirm':
      return 'That is everything, and there is nothing more to do.';
  }
}
