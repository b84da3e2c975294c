import * as z from 'zod';
import { Strike } from '#domain/asked.ts';
import { isOfVotes, proposedIn } from '#domain/confirming.ts';
import { Asks } from '#domain/follow-up.ts';
import { Answers, type FormDefinition, labelOf, type NumberedQuestion, numbered, Unclear } from '#domain/form.ts';
import { asksAbout, NamedAnswer } from '#domain/names/named-answers.ts';
import { isAsking } from '#domain/questions-back.ts';
import { milestoneOf, stageOf } from '#domain/schedule.ts';
import { quoted, quotedAtEnd, understoodAnswers } from './answers.ts';
import { formOf, missingOf, orPage, owedNow, questionsBlock } from './asking.ts';
import { filesWords, hasYourWords, keptWords, nobodyHas } from './came-along.ts';
import type { Block, Email } from './content.ts';
import { type EmailContext, kind } from './context.ts';
import { leavingOut, leftOut } from './leaving-out.ts';
import { aboutNames, withNames } from './named-people.ts';
import { notYou } from './page/not-you.ts';
import { oneOfSeveral } from './partner.ts';
import {
  byDeadline,
  capital,
  closing,
  count,
  dayOf,
  deadline,
  isCoordinator,
  language,
  listed,
  paragraph,
  thankYou,
} from './phrases.ts';
import { isThisMeant, proposalsOf, subjectOfProposal, votesProposed } from './understood-proposals.ts';

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
  /** Words of theirs that answer nothing: the coordinator has them; nobody has; they wait for their writer's word. */
  passedOn: z.string().optional(),
  unheard: z.string().optional(),
  confided: z.string().optional(),
  /** Answers that were read from words of theirs rather than from ours: those words, by question. */
  worded: z.record(z.string(), z.string()).optional(),
  /** Answers that we propose and that count once their writer has confirmed them. */
  proposed: Answers.optional(),
  /** Of a decision to publish: pairs that they leave out, or that we would leave out when they have said that we read them rightly. */
  strikes: z.array(Strike).optional(),
  /** Whom their answers name, where these ask for people. */
  named: z.array(NamedAnswer).optional(),
  /** They answered on the page: this is their receipt. */
  onPage: z.boolean().optional(),
  /** Of a receipt: which one it is, so that a reply can take back what it tells of; and whether that counts once it was sent. */
  receipt: z.string().optional(),
  acts: z.boolean().optional(),
  /** What they wrote beside a yes or no, where the form has it only once this was sent. */
  comments: z.record(z.string(), z.string()).optional(),
  /** The reply came late, and the coordinator said yes: before the pairs were published, or after. */
  late: z.enum(['pool', 'list']).optional(),
});
type Facts = z.infer<typeof Facts>;

/** The answer to a reply: what we understood, in their words, what is still open, and how to correct it. */
export const understood = kind(Facts, (facts, context) => {
  const form = formOf(context);
  const open = hasRefused(facts.answers, form) ? [] : openQuestions(facts, form);
  if (facts.strikes && open.length > 0) return leavingOutSome(facts.strikes, facts, context);
  const proposed = open.length > 0 ? proposedIn(facts, form.definition) : {};
  return Object.keys(proposed).length > 0 && !isOfVotes(form.definition)
    ? proposing(proposed, open, facts, context)
    : telling(proposed, open, facts, context);
});

/** Answers that we would like to be sure of come first, then what is open, then the rest. */
function proposing(proposed: Answers, open: readonly NumberedQuestion[], facts: Facts, context: EmailContext): Email {
  const form = formOf(context);
  const { fromWords, others } = knownOf(facts, form);
  const left = open.filter(({ key }) => proposed[key] === undefined);
  const unclear = facts.unclear.filter(({ key }) => proposed[key] === undefined);
  const rest = [...fromWords, ...others];
  return {
    subject: `${subjectOfProposal(Object.keys(proposed).length)}${ofWhom(open, proposed, form)}`,
    language,
    blocks: [
      paragraph(`${thanks(facts, context)} ${isThisMeant(proposed)}`),
      ...proposalsOf(proposed, facts.unclear, form.definition),
      ...unclearWords(unclear, form.definition, false),
      ...(left.length > 0 ? openWords(left, facts, context) : []),
      ...aboutNames(facts.named, form.definition, 'by reply').map((words) => paragraph(words)),
      ...besideWords(facts, context),
      ...filesWords(facts, false),
      ...(facts.cut ? [paragraph(tooLong)] : []),
      ...(rest.length > 0 ? [paragraph('The rest, as we understood it:'), { kind: 'facts' as const, of: rest }] : []),
      ...closing(context, repliedWhy(context)),
    ],
  };
}

function telling(proposed: Answers, open: readonly NumberedQuestion[], facts: Facts, context: EmailContext): Email {
  const form = formOf(context);
  const known = knownOf(facts, form);
  const isProposal = Object.keys(proposed).length > 0;
  return {
    subject: `${known.all > 0 || isUnclear(facts, form) ? subject(open, proposed, facts, form) : subjectOfNothing(facts, form)}${ofWhom(open, proposed, form)}`,
    language,
    blocks: [
      ...understoodWords(known, facts, context),
      ...leftOut(facts.strikes),
      ...unclearWords(
        open.length === 1 || !isProposal
          ? facts.unclear
          : facts.unclear.filter(({ key }) => proposed[key] === undefined),
        form.definition,
        isProposal,
      ),
      ...aboutNames(facts.named, form.definition, 'by reply').map((words) => paragraph(words)),
      ...besideWords(facts, context),
      ...filesWords(facts, open.length === 0),
      ...(facts.cut ? [paragraph(tooLong)] : []),
      ...(open.length > 0
        ? isProposal
          ? votesProposed(proposed, open, facts.unclear, form)
          : openWords(open, facts, context)
        : [paragraph(nextStep(facts, form, context))]),
      ...(known.all > 0 && known.fromWords.length === 0 && !isProposal && !isFinal(facts.answers, form)
        ? [paragraph('Something wrong? Reply with its number and the right answer.')]
        : []),
      ...(facts.onPage ? [notYou] : []),
      ...closing(
        context,
        facts.onPage
          ? `You get this because you answered our questions about ${context.cohort.name} on a page.`
          : repliedWhy(context),
      ),
    ],
  };
}

function leavingOutSome(strikes: readonly Strike[], facts: Facts, context: EmailContext): Email {
  const said = facts.unclear.find(({ key }) => key === 'publish')?.said ?? '';
  const { subject, blocks } = leavingOut(strikes, said, context, formOf(context).page);
  const why = repliedWhy(context);
  return { subject, language, blocks: [...blocks, ...besideWords(facts, context), ...closing(context, why)] };
}

function repliedWhy({ cohort }: EmailContext): string {
  return `You get this because you replied to an email about ${cohort.name}.`;
}

/** Something was said to a question, though we are not sure what. A confirmation asks its one question again in its subject. */
function isUnclear({ unclear }: Facts, { asked }: AskedOf): boolean {
  return unclear.length > 0 && asked.purpose !== 'confirm';
}

const tooLong =
  'Your message was longer than we can read, so we read its beginning. If something is missing above, please send it again in a shorter reply.';

type AskedOf = ReturnType<typeof formOf>;

/** Somebody who has said no to their partner is asked nothing more about how to work together. */
function hasRefused(answers: Answers, { asked, definition }: AskedOf): boolean {
  return asked.purpose === 'agreement' && definition.questions.some(({ key }) => answers[key] === false);
}

/** What is acted on at once, and can't be taken back: a no to a partner, and a yes that publishes, introduces or takes. */
function isFinal(answers: Answers, { asked }: AskedOf): boolean {
  const isYes = answers.publish === true || answers.introduce === true || answers.take === true;
  return asked.purpose === 'consent' ? answers.with === false : isDecision(asked.purpose) && isYes;
}

function isDecision(purpose: AskedOf['asked']['purpose']): boolean {
  return purpose === 'late' || purpose === 'decision' || purpose === 'opening';
}

interface Known {
  /** Answers that we read from words of theirs: what may be wrong, and is shown first. */
  fromWords: { label: string; value: string }[];
  others: { label: string; value: string }[];
  all: number;
  /** The words that all of those were read from: "approve all" is quoted once, and not below each of 18 pairs. */
  saying?: string;
}

function knownOf({ answers, worded = {}, named, comments }: Facts, { definition, asked }: AskedOf): Known {
  const beside = comments ?? asked.comments;
  const parted = (isWanted: boolean) =>
    Object.fromEntries(Object.entries(answers).filter(([key]) => (worded[key] !== undefined) === isWanted));
  const said = definition.questions.flatMap(({ key }) =>
    (answers[key] !== undefined ? [worded[key] ?? []] : []).flat(),
  );
  const [saying] = said;
  const isOneSaying = said.length > 1 && saying !== undefined && said.every((words) => words === saying);
  const fromWords = definition.questions
    .filter(({ key }) => answers[key] !== undefined && worded[key] !== undefined)
    .flatMap(({ key }) =>
      understoodAnswers(definition, { [key]: answers[key] ?? '' }, beside).map(({ label, value }) => ({
        label,
        value: isOneSaying ? value : `${value} (you wrote ${quoted(worded[key] ?? '')})`,
      })),
    );
  const others = withNames(understoodAnswers(definition, parted(false), beside), {
    named,
    definition,
    answers,
  });
  return { fromWords, others, all: fromWords.length + others.length, ...(isOneSaying && { saying }) };
}

/** Thanks, with what became of a late reply and whom it is about. */
function thanks(facts: Facts, context: EmailContext): string {
  const { person, cohort } = context;
  const accepted = facts.late
    ? ` Your reply came late, and ${isCoordinator(context) ? 'you have' : `${cohort.coordinator.name} has`} said that it counts.`
    : '';
  const one = oneOfSeveral(formOf(context));
  const about = one ? ` This is about you and ${one}.` : '';
  return `${thankYou(person)}${accepted}${facts.onPage ? ' You answered on the page.' : ''}${about}`;
}

/** Thanks, what was read from words with how to correct it, and the rest. */
function understoodWords(known: Known, facts: Facts, context: EmailContext): Block[] {
  const { passedOn, confided } = facts;
  const form = formOf(context);
  const thanked = thanks(facts, context);
  const { fromWords, others } = known;
  if (known.all === 0) {
    const isHeard = passedOn || confided || facts.unclear.length > 0;
    return [paragraph(isHeard ? thanked : `${thanked} Your reply has arrived, but we could not find an answer in it.`)];
  }
  if (fromWords.length === 0)
    return [
      paragraph(`${thanked} This is what we ${facts.onPage ? 'have' : 'understood'}:`),
      { kind: 'facts', of: others },
    ];
  const these = fromWords.length === 1 ? 'this answer' : 'these answers';
  return [
    paragraph(
      `${thanked} We read ${these} from your own words${known.saying === undefined ? '.' : `, ${quotedInside(known.saying)}`} ${correction(known, facts, form)}`.trim(),
    ),
    { kind: 'facts', of: fromWords },
    ...(others.length > 0 ? [paragraph('The others:'), { kind: 'facts' as const, of: others }] : []),
  ];
}

/** In the middle of a paragraph, with the full stop that ends the sentence. */
function quotedInside(words: string): string {
  return quotedAtEnd(words.replace(/\s*\n\s*/g, ' / '));
}

/** How one word corrects what we read. */
function correction({ fromWords }: Known, { answers }: Facts, form: AskedOf): string {
  if (isFinal(answers, form)) return '';
  const [only, ...more] = form.definition.questions;
  if (only?.type === 'yesno' && more.length === 0) {
    return `If it is wrong, reply "${answers[only.key] === true ? 'no' : 'yes'}".`;
  }
  const it = fromWords.length === 1 ? 'it is' : 'one is';
  return `If ${it} wrong, reply with its number and the right answer.`;
}

function besideWords({ passedOn, unheard, confided }: Facts, context: EmailContext): Block[] {
  return [
    ...(passedOn ? [paragraph(hasYourWords(passedOn, context))] : []),
    ...(unheard ? [paragraph(nobodyHas(unheard))] : []),
    ...(confided ? [keptWords(confided, context)] : []),
  ];
}

function openWords(open: readonly NumberedQuestion[], facts: Facts, context: EmailContext): Block[] {
  const form = formOf(context);
  if (form.asked.purpose === 'decision') return [...toPublish(form), questionsBlock(open)];
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
              `${isCoordinator(context) ? '' : `${name} knows that ${open.length === 1 ? 'it is' : 'they are'} open and can help. `}${whatIsKept(form)}`,
            ),
          ]),
    ];
  }
  if (asks === 'numbers') {
    const still = `Still open: ${numbers}. Reply with the answers${by}, each after its number. `;
    return [paragraph(still, ...orPage(form))];
  }
  if (facts.complete) {
    const [what, it] =
      open.length === 1 ? ['One answer was', 'it'] : [`${capital(count(open.length, 'answer'))} were`, 'them'];
    const how = `${what} not clear to us. We have all that we need; if you would like ${it} to count, reply and type below${by}. `;
    return [paragraph(how, ...orPage(form)), questionsBlock(open)];
  }
  const how =
    open.length === 1
      ? `One thing is still open. Reply with the answer to it${by} and you're done. `
      : `${capital(count(owedNow(open), 'thing is', 'things are'))} still open${maybeMore(open)}. Reply and type under them${by}. `;
  return [paragraph(how, ...orPage(form)), questionsBlock(open)];
}

/** Below "seven things are still open" stand perhaps 16 questions, most of which are for others. */
function maybeMore(open: readonly NumberedQuestion[]): string {
  const more = open.length - owedNow(open);
  if (more === 0) return '';
  return `, and ${count(more, 'question below depends', 'questions below depend')} on your other answers`;
}

/** The three things that somebody may want who did not say a plain yes or no to publishing. */
function toPublish({ page }: AskedOf): Block[] {
  return [
    paragraph(
      'Nothing is published yet. Reply "yes" to publish all of the pairs as they are, or "no" to keep them waiting. To leave some of them out and publish the others, reply with "all but", their names and why, or strike those on the page. ',
      { words: 'Open the page', href: page },
    ),
  ];
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

/** What was said and not understood, each of it once, whatever number of questions it is about. */
function unclearWords(unclear: readonly Unclear[], definition: FormDefinition, isProposal: boolean): Block[] {
  const isAlone = definition.questions.length === 1;
  const bySaying = new Map<string, { said: string; why: string; to: NumberedQuestion[] }>();
  for (const question of numbered(definition)) {
    for (const { said, why } of unclear.filter(({ key }) => key === question.key)) {
      const saying = JSON.stringify([said, why]);
      const one = bySaying.get(saying) ?? { said, why, to: [] };
      one.to.push(question);
      bySaying.set(saying, one);
    }
  }
  return [...bySaying.values()].map(({ said, why, to }) => {
    const [first, ...more] = to;
    // What is confirmed by a bare "yes" is named in full, so that nobody has to look its number up.
    const name = isProposal && first && more.length === 0 ? ` (${labelOf(first)})` : '';
    const questions = `To ${to.length === 1 ? 'question' : 'questions'} ${listed(to.map(({ number }) => String(number)))}`;
    const isAll = more.length > 0 && isProposal;
    const lead = isAll || (isAlone && isProposal) ? 'You wrote' : `${questions}${name} you wrote`;
    return paragraph(`${lead} ${quotedAtEnd(said)} ${sentence(why)}`);
  });
}

/** Our reason as a sentence of its own, whether it was written as one or as a clause. */
function sentence(words: string): string {
  const trimmed = words.trim();
  return trimmed === '' ? '' : capital(/[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`);
}

function subjectOfNothing({ passedOn = '', confided }: Facts, { asked }: AskedOf): string {
  if (asked.purpose === 'confirm') return 'Was that reply from you, yes or no?';
  if (passedOn) return isAsking(passedOn) ? 'We have passed on your question' : 'We have passed on what you wrote';
  return confided ? 'Thank you for what you wrote' : 'We could not find your answers';
}

/** What nobody has to answer is not missing, and what was answered in unclear words is not either. */
function howOpen(open: readonly NumberedQuestion[], { missing, unclear }: Facts): string {
  const [owed, said] = [new Set(missing), new Set(unclear.map(({ key }) => key))];
  if (!open.some(({ key }) => owed.has(key) && !said.has(key))) return 'not clear to us yet';
  return open.some(({ key, required }) => required === false && said.has(key)) ? 'still open' : 'still missing';
}

function subject(open: readonly NumberedQuestion[], proposed: Answers, facts: Facts, form: AskedOf): string {
  const { asked } = form;
  if (Object.keys(proposed).length > 0) return subjectOfProposal(open.length);
  if (open.length > 0) {
    return `${capital(count(owedNow(open), 'answer is', 'answers are'))} ${howOpen(open, facts)}`;
  }
  if (isDecision(asked.purpose)) return 'Thank you, we have your decision';
  return asked.purpose === 'ballot' ? 'Thank you, we have your votes' : 'Thank you, we have all your answers';
}

/** In a subject, whom it is about: for somebody with two partners the subjects would be the same. */
function ofWhom(open: readonly NumberedQuestion[], proposed: Answers, form: AskedOf): string {
  const one = oneOfSeveral(form);
  const isOfVote = Object.keys(proposed).length > 0 && isOfVotes(form.definition);
  return one === undefined || (open.length > 0 && isOfVote) ? '' : `: you and ${one}`;
}

/** What happens next. Words that somebody else reads are not the end of the matter, so it does not say so. */
function nextStep(facts: Facts, form: AskedOf, context: EmailContext): string {
  const step = stepAfter(facts, form, context);
  const { passedOn, unheard, confided } = facts;
  if (!passedOn && !unheard && !confided) return step;
  return step.replace(
    /^That is everything, and there is nothing more to do( here)?\./,
    'We have all your answers; there is nothing more to do for them.',
  );
}

function stepAfter({ answers, late, named }: Facts, form: AskedOf, context: EmailContext): string {
  const opens = (stage: 'kickoff' | 'midpoint' | 'closeout') =>
    dayOf(milestoneOf(stageOf(context.cohort, stage), 'open').at, context);
  const isAhead = (stage: 'midpoint' | 'closeout') =>
    milestoneOf(stageOf(context.cohort, stage), 'open').at > context.now;
  const partner = oneOfSeveral(form) ?? 'Your partner';
  switch (form.asked.purpose) {
    case 'application':
      if (named?.some(asksAbout) && !late) {
        return `Apart from that we have everything. Applications are open until ${deadline('application', context)}; you will hear from us about a match around ${opens('kickoff')}.`;
      }
      if (late === 'list') {
        return `That is everything, and there is nothing more to do. The pairs of this round are made already. You are on the list, and hear from us if a place becomes free.`;
      }
      if (late) {
        return `That is everything, and there is nothing more to do. We look for a partner among those who are still free; you will hear from us around ${opens('kickoff')}.`;
      }
      return `That is everything, and there is nothing more to do. Applications are open until ${deadline('application', context)}; you will hear from us about a match around ${opens('kickoff')}.`;
    case 'agreement':
      if (hasRefused(answers, form)) {
        const hears = `${context.cohort.coordinator.name} hears that you said no, and nothing else of what you wrote.`;
        return `You said no, and that is all right; you need not explain. ${isCoordinator(context) ? 'There is nothing more to do.' : hears}`;
      }
      return `That is everything, and there is nothing more to do here.${isAhead('midpoint') ? ` We ask how it is going around ${opens('midpoint')}.` : ''}`;
    case 'midpoint':
      return `That is everything, and there is nothing more to do. ${partner} does not see your answers.${isAhead('closeout') ? ` We write again around ${opens('closeout')}.` : ''}`;
    case 'closeout':
      return `That is everything, and there is nothing more to do. ${partner} does not see your answers.`;
    case 'ballot':
      return `That is everything, and there is nothing more to do. You may change a vote until ${deadline('ballot', context)}; the page shows how the others have voted when the committee is done.`;
    case 'late':
      return `${answers.take === true ? 'We read the reply now, and its writer hears what we understood.' : 'We leave the reply aside, and its writer hears so, kindly.'} There is nothing more to do.`;
    case 'decision':
      return answers.publish === true
        ? `That is everything, and there is nothing more to do. Both sides of each pair hear today, and those that stand are announced on ${opens('kickoff')}.`
        : `Nothing is published, then. When you are ready, reply "yes" to this email.${isCoordinator(context) ? '' : ` ${context.cohort.coordinator.name} hears of it, and can publish too.`}`;
    case 'opening':
      return answers.introduce === true
        ? 'That is everything, and there is nothing more to do. Both are introduced today, and asked how they want to work together.'
        : 'That is everything, and there is nothing more to do. Nobody is introduced, and neither of the two hears of it.';
    case 'consent':
      return answers.with === true
        ? `That is everything, and there is nothing more to do. We introduce you to each other on ${opens('kickoff')}.`
        : `That is all right; you need not explain, and there is nothing more to do. We look for someone else; either way you hear from us by ${opens('kickoff')}.`;
    case 'confirm':
      return 'That is everything, and there is nothing more to do.';
  }
}
