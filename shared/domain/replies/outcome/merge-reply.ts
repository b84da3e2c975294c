import { withoutGuesses } from '#domain/forms/confirming.ts';
import { followUp } from '#domain/forms/follow-up.ts';
import { type Answers, applies, type FormDefinition, missing, type Unclear } from '#domain/forms/form.ts';
import { AskedForm, definitionOf, type Strike } from '#domain/forms/form-record.ts';
import type { Beside } from '#domain/forms/participant-questions.ts';
import { isActing, needsReasons } from '#domain/forms/purposes.ts';
import type { Instant } from '#domain/program/cohort.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import type { Worded } from '#domain/replies/read/reply-reading.ts';
import { strikesAfter } from '#domain/strikes.ts';

/** What a reply says, as far as a form keeps it. */
export interface Said {
  answers: Answers;
  unclear: Unclear[];
  comments: Readonly<Record<string, string>>;
  note: string;
  /** Which answers were read from words of theirs rather than from ours, and how surely. */
  worded?: Readonly<Record<string, Worded>> | undefined;
  /** Questions that were passed over: what was unclear of them is asked no more. */
  passed?: readonly string[] | undefined;
  /** Answers that are likely: each of them is `unclear` as well, until its writer has confirmed it. */
  proposed?: Answers | undefined;
  /** Of a decision to publish: pairs that are left out once its writer has confirmed them. */
  strikes?: readonly Strike[];
}

/** What somebody answered, by reply or on the page. */
export interface Given extends Said {
  /** Sets this reply apart from every other one, also when it is delivered twice. */
  reply: string;
  declines: boolean;
  /** What becomes of its words that answer nothing. */
  beside?: Beside;
  /** The writer has said whether the words that were kept go to the coordinator. */
  settles?: 'offer' | 'proposal';
  /** Of a decision to publish: pairs that are left out of it, with the reason of each. */
  struck?: Readonly<Record<string, string>>;
  /** The page sends the whole form: what it leaves out was taken back. A reply adds to what is there. */
  isWhole?: boolean;
}

/**
 * How many notes and replies a form remembers, the newest, and how many characters that wait to be passed on. A machine may
 * reply for years; a reply that is delivered twice is so within days, and is known by its own record besides.
 */
const most = { notes: 20, replies: 100, kept: 4_000 };

/** A form as it is after `said`; the form itself when it contains that reply already. */
export function mergeReply(form: AskedForm, said: Given, program: ProgramDefinition, now: Instant): AskedForm {
  if (form.replies.some(({ id }) => id === said.reply)) return form;
  const definition = definitionOf(form, program);
  const sure = withoutGuesses(form.purpose, definition, said);
  const given = needsReasons(form.purpose) ? withReasons(form, sure) : sure;
  const answers = given.isWhole ? { ...given.answers } : { ...form.answers, ...given.answers };
  // "I am no longer sure about 4": what they said before is not what they say now.
  if (isActing(form.purpose)) for (const { key } of given.unclear) delete answers[key];
  const open = missing(definition, answers);
  const asked = new Set(given.unclear.map(({ key }) => key));
  const unclear = [
    ...given.unclear,
    // On the page they saw every question: what they left open there is left open.
    ...(given.isWhole
      ? []
      : form.unclear.filter(({ key }) => answers[key] === undefined && !asked.has(key) && !said.passed?.includes(key))),
  ].filter(({ key }) => isAskedOf(definition, key, answers));
  const hasAnswered = Object.keys(answers).length > 0 || unclear.length > 0;
  const progress = open.length === 0 ? 'complete' : hasAnswered ? 'partial' : 'open';
  // A remark after "no thanks" is no application; answers are.
  const staysDeclined = form.status === 'declined' && Object.keys(given.answers).length === 0;
  const status = given.declines || staysDeclined ? 'declined' : progress;
  // The page shows what is missing itself.
  const follows = !given.isWhole && !given.declines;
  const after = { answers, unclear };
  const earlier = said.settles === 'proposal' ? askedAfresh(form.followUp, given.unclear) : form.followUp;
  return AskedForm.parse({
    ...form,
    answers,
    unclear,
    ...(follows && { followUp: followUp(earlier, definition, { before: form, after, said: given }) }),
    comments: given.isWhole ? given.comments : { ...form.comments, ...given.comments },
    worded: wordedAfter(form, given, answers),
    proposed: proposedAfter(form, given, answers),
    offer: offerAfter(form, given),
    ...strikesAfter(form, given),
    ...(given.beside && { beside: { reply: given.reply, ...given.beside } }),
    status,
    notes: (given.note ? [...form.notes, { at: now, text: given.note }] : form.notes).slice(-most.notes),
    replies: [...form.replies, { id: given.reply, at: now }].slice(-most.replies),
  });
}

/** An answer that is confirmed may settle that another question is not asked of them. */
function isAskedOf(definition: FormDefinition, key: string, answers: Answers): boolean {
  const question = definition.questions.find((one) => one.key === key);
  return question === undefined || applies(question, answers);
}

/** A proposed answer that was wrong is our mistake: the question is asked as if for the first time. */
function askedAfresh(earlier: AskedForm['followUp'], unclear: readonly Unclear[]): AskedForm['followUp'] {
  if (!earlier) return undefined;
  const asked = new Set(unclear.map(({ key }) => key));
  const others = Object.entries(earlier.unclear).filter(([key]) => !asked.has(key));
  return { ...earlier, tried: 0, unclear: Object.fromEntries(others) };
}

/** Words that the answers which stand were read from. On the page people see the answers themselves. */
function wordedAfter(form: AskedForm, given: Given, answers: Answers): AskedForm['worded'] {
  if (given.isWhole) return undefined;
  const earlier = Object.entries(form.worded ?? {}).filter(
    ([key]) => answers[key] !== undefined && given.answers[key] === undefined,
  );
  const now = Object.entries(given.worded ?? {}).flatMap(([key, { said }]): [string, string][] =>
    given.answers[key] === undefined ? [] : [[key, said]],
  );
  return unlessEmpty(Object.fromEntries([...earlier, ...now]));
}

/** Proposed answers that still wait for a word: nothing else has been said of their questions since. */
function proposedAfter(form: AskedForm, given: Given & { proposed: Answers }, answers: Answers): AskedForm['proposed'] {
  if (given.isWhole) return undefined;
  const asked = new Set(given.unclear.map(({ key }) => key));
  const passed = new Set(given.passed);
  const all = [
    ...Object.entries(form.proposed ?? {}).filter(([key]) => !asked.has(key)),
    ...Object.entries(given.proposed),
  ];
  return unlessEmpty(Object.fromEntries(all.filter(([key]) => answers[key] === undefined && !passed.has(key))));
}

function offerAfter({ offer }: AskedForm, { reply, beside, settles }: Given): AskedForm['offer'] {
  if (settles === 'offer' && offer) return { ...offer, settled: reply };
  const { kept = '' } = beside ?? {};
  if (kept === '') return offer;
  const before = offer && offer.settled === undefined ? `${offer.words}\n\n` : '';
  return { reply, words: `${before}${kept}`.slice(0, most.kept).toWellFormed() };
}

function unlessEmpty<T>(record: Record<string, T>): Record<string, T> | undefined {
  return Object.keys(record).length > 0 ? record : undefined;
}

/** A vote against a pair counts with its reason, which may come in a reply of its own. */
function withReasons<T extends Given>(ballot: AskedForm, given: T): T {
  const answers = { ...given.answers };
  const comments = { ...given.comments };
  const unclear: Unclear[] = [];
  for (const one of given.unclear) {
    const isAwaited = ballot.unclear.some(({ key, awaits }) => key === one.key && awaits === 'reason');
    if (isAwaited) {
      answers[one.key] = false;
      comments[one.key] = one.said;
    } else unclear.push(one);
  }
  for (const [key, vote] of Object.entries(answers)) {
    if (vote !== false || comments[key] || ballot.comments[key]) continue;
    delete answers[key];
    unclear.push({ key, said: 'no', why: { kind: 'reason-wanted' }, awaits: 'reason' });
  }
  return { ...given, answers, comments, unclear };
}
