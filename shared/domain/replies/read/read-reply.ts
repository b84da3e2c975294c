import { type Answers, applies, type FormDefinition, missing, type Question } from '#domain/forms/form.ts';
import { compare } from './align/align.ts';
import { releaseKeptOptions } from './align/kept-options.ts';
import { adoptOwnQuotes } from './align/own-quotes.ts';
import { type Placed, place, type Stretch } from './align/place.ts';
import { likeliest, type Template, templatesOf } from './align/template.ts';
import { isTypedAbove } from './align/typed-above.ts';
import { Gathered } from './answer-collector.ts';
import { countedOut } from './answers/counted-out.ts';
import { answersInOrder } from './answers/in-order.ts';
import { behind, type Label, labelsOf, segmentsAt } from './answers/labels.ts';
import { spelledOut } from './answers/spelled-labels.ts';
import { unrolled } from './answers/unroll-lists.ts';
import type { BallotReading } from './ballot/ballot-reading.ts';
import { isOneByOne } from './ballot/one-by-one.ts';
import { readBallot } from './ballot/read-ballot.ts';
import { keepNamedPairs, votesInWords } from './ballot/whole-reply.ts';
import { trimBlank, withoutFarewell, withoutGreeting } from './clean/signature-and-greeting.ts';
import { unclearChange } from './corrections/correction.ts';
import { isCorrectionsOnly, readCorrections } from './corrections/read-corrections.ts';
import { isPleasantry } from './courtesy/pointing-below.ts';
import { answersInProse } from './letter/answers-in-prose.ts';
import { asidesIn } from './letter/told-of-people.ts';
import { merged, type Part, saysMore } from './plain-and-html.ts';
import type { Intent, Reading, ReplyMail, Sent } from './reading.ts';
import { linesOfHtml } from './text/html-lines.ts';
import { isCut, type Line, linesOfText } from './text/lines.ts';
import { clipped } from './text/words.ts';
import { understand } from './values/understand.ts';
import { intentOf, isBareNo } from './wishes/intent.ts';

export interface Reply {
  form: FormDefinition;
  /** The messages that asked the form, as archived. When there are none, the form's own words are looked for. */
  sent: readonly Sent[];
  mail: ReplyMail;
  /** Answers from earlier replies. */
  known?: Answers | undefined;
  /** Answers that the writer was asked to confirm: a yes may be to these. */
  proposed?: Answers | undefined;
  /** Questions that were asked again, whatever is known of them. */
  asked?: readonly string[] | undefined;
  /** The day of the reply, `YYYY-MM-DD`, where it is known: what "tomorrow" is reckoned from. */
  today?: string | undefined;
}

/**
 * What a reply says. Takes it apart by comparing it with what we sent: what we did not write is theirs, and what of ours
 * stands before it says which question it answers. Pure, and bounded by the size of the reply. Never guesses, never throws.
 */
export function readReply({ form, sent, mail, known = {}, proposed = {}, asked = [], today }: Reply): Reading {
  const templates = templatesOf(form, sent);
  const read = (lines: readonly Line[]): Part => {
    const reading = readLines({ form, known, proposed, asked, today }, templates, lines, mail.from?.name);
    return { lines, reading: { ...reading, ...(isCut(lines) && { cut: true }) } };
  };
  const plain = mail.text?.trim() ? read(linesOfText(mail.text)) : undefined;
  const html = mail.html?.trim() ? htmlPart(mail.html, plain, read) : undefined;
  const reading = plain && html ? bothOf(form, plain, html, known) : (plain ?? html)?.reading;
  if (reading && reading.intent !== 'nothing') return reading;
  const bySubject = intentOf(mail.subject);
  if (bySubject?.intent === 'stop')
    return { ...empty(form, known), intent: 'stop', ...(bySubject.isPart && { isPart: true }) };
  return reading ?? empty(form, known);
}

/** The HTML part, when there may be something in it that the plain one does not have or does not show. */
function htmlPart(html: string, plain: Part | undefined, read: (lines: readonly Line[]) => Part): Part | undefined {
  const lines = linesOfHtml(html);
  if (!plain) return read(lines);
  const { answers, unclear, intent } = plain.reading;
  const isUnderstood =
    unclear.length === 0 && (Object.keys(answers).length > 0 || intent === 'decline' || intent === 'stop');
  return isUnderstood && !saysMore(lines, plain.lines) ? undefined : read(lines);
}

/** The plain text is what most programs write for each other; where only one part has something of theirs, it is that one. */
function bothOf(form: FormDefinition, plain: Part, html: Part, known: Answers): Reading {
  if (plain.reading.intent === 'nothing') return html.reading;
  if (html.reading.intent === 'nothing') return plain.reading;
  return merged(form, plain, html, known);
}

function readLines(
  {
    form,
    known,
    proposed,
    asked,
    today,
  }: {
    form: FormDefinition;
    known: Answers;
    proposed: Answers;
    asked: readonly string[];
    today: string | undefined;
  },
  templates: readonly Template[],
  lines: readonly Line[],
  sender: string | undefined,
): Reading {
  const { template, compared } = bestOf(templates, lines);
  releaseKeptOptions(compared, template);
  adoptOwnQuotes(compared);
  keepNamedPairs(form, compared);
  const present = new Set(compared.flatMap(({ at }) => at.map((one) => template.question[one] ?? -1)));
  const placed = theirWords(place(compared, template), template, sender, form);
  const gathered = new Gathered(form, today);
  for (const [question, options] of placed.marked) if (question >= 0) gathered.mark(question, options);

  const isLabelled = placed.stretches.some(({ lines: said }) => labelsOf(said, form).length > 0);
  const inWords = votesInWords(form, placed.stretches, known, proposed);
  const whole = gathered.isEmpty && !isLabelled && !inWords ? wholeIntent(form, placed.stretches, known) : undefined;
  if (whole) {
    const { rest: note, intent, isPart } = whole;
    return { ...empty(form, known), note, intent, ...(isPart && { isPart }) };
  }

  if (inWords) gatherVotes(inWords.ballot, gathered);
  const prose: string[] = [];
  const open = onlyOpen(form, known, asked, template);
  const above = isTypedAbove(placed.stretches, form, present);
  for (const stretch of inWords?.others ?? placed.stretches) {
    if (above && (stretch.question >= 0 || stretch.next >= 0))
      gathered.doubt(stretch.question, stretch.next, stretch.lines.join('\n'));
    else if (template.facts.has(stretch.question)) prose.push(...besideFact(stretch, gathered, form));
    else prose.push(...gather(stretch, gathered, form, present, open, known));
  }
  readLetter(prose.filter((words) => words !== '').join('\n\n'), gathered, form, { open, known, proposed });

  const read = gathered.read(known);
  const hasSaid = !gathered.isEmpty || read.note !== '';
  return {
    ...read,
    missing: missingAfter(form, { ...known, ...read.answers }),
    intent: hasSaid ? 'answer' : 'nothing',
  };
}

/** The message of ours that the reply has most words of. Only those that look likeliest are compared word by word. */
function bestOf(templates: readonly Template[], lines: readonly Line[]) {
  let best: { template: Template; compared: ReturnType<typeof compare>['lines']; ours: number } | undefined;
  for (const template of likeliest(templates, lines, 3)) {
    const { lines: compared, ours } = compare(lines, template);
    if (!best || ours > best.ours) best = { template, compared, ours };
  }
  if (!best) throw new Error('There is always the message that is derived from the form.');
  return best;
}

/** What of it is really theirs: not what is left of other messages, signatures, greetings and farewells. */
function theirWords(
  { stretches, marked }: Placed,
  template: Template,
  sender: string | undefined,
  form: FormDefinition,
): Placed {
  const lastAsked = Math.max(-1, ...template.question);
  const isTyped = stretches.some(({ depth, question }) => depth === 0 && question >= 0);
  const kept: Stretch[] = [];
  for (const stretch of stretches) {
    const { depth, question } = stretch;
    // Quoted words that are under no question are somebody else's, or ours in a wording that we don't have.
    if (depth > 0 && (question < 0 || (template.derived && isTyped))) continue;
    let lines = withoutFarewell(stretch.lines, question >= 0, sender);
    if (question < 0 || stretch.where === 'bottom') lines = withoutGreeting(lines);
    if (template.derived && question === lastAsked && stretch.where !== 'bottom') lines = untilBlank(lines);
    lines = trimBlank(lines);
    if (question < 0) lines = unrolled(lines, form);
    if (lines.length > 0) kept.push({ ...stretch, lines });
  }
  return { stretches: kept, marked };
}

/** What is typed behind or under an answer that we had understood; returns what is about no single one of them. */
function besideFact({ lines, question: index, where }: Stretch, gathered: Gathered, form: FormDefinition): string[] {
  const words = lines.join('\n');
  const { said, rest } = segmentsAt(labelsOf(lines, form), lines, form);
  for (const segment of said) gathered.say(segment.question, segment.lines.join('\n'));
  if (said.length > 0 || where === 'bottom') return [trimBlank(rest).join('\n')];
  if (isPleasantry(words)) return [];
  // Words under a text of theirs may be its new words, or about it.
  if (form.questions[index]?.type === 'text') gathered.correct(unclearChange(index, words));
  else gathered.say(index, words);
  return [];
}

/** Sorts one stretch into the answers; returns what is left of it as prose. */
function gather(
  stretch: Stretch,
  gathered: Gathered,
  form: FormDefinition,
  present: ReadonlySet<number>,
  open: number,
  known: Answers,
): string[] {
  const { lines, question: index } = stretch;
  const labels = labelsOf(lines, form);
  if (index < 0) {
    if (isDateWithDayFirst(lines, labels, form, open)) return [lines.join('\n')];
    const { said, rest } = segmentsAt(labels, lines, form);
    for (const segment of said) gathered.say(segment.question, segment.lines.join('\n'));
    return [trimBlank(rest).join('\n')];
  }
  const own = labels.filter((label) => !label.weak);
  const first = own[0];
  const startsWithOwn = first?.line === 0 && first.question === index;
  // Answers to questions that they deleted from the quotation, one under the other.
  const elsewhere = own.filter((label) => label.question !== index && !present.has(label.question));
  const isList =
    stretch.where === 'bottom' &&
    elsewhere.length === 0 &&
    (isListOfAnswers(labels, lines, form, gathered) || isOneAnswer(own, lines, index, form, known));
  const cuts = isList ? labels : elsewhere.filter(({ question }) => question > index);
  const { said, rest } = segmentsAt(cuts, lines, form);
  for (const segment of said) gathered.say(segment.question, segment.lines.join('\n'));
  if (isList) return [trimBlank(rest).join('\n')];
  const [head = '', ...tail] = cuts.length > 0 ? rest.slice(0, cuts[0]?.line) : rest;
  const words =
    startsWithOwn && cuts[0]?.line !== 0
      ? [behind(index, first.rest, lines[first.end] ?? '', form), ...tail.slice(first.end)]
      : [head, ...tail];
  gathered.say(index, words.join('\n'));
  return [];
}

/** "3. März 2027" when the one open question asks for a date: the 3 is the day, not the third question. */
function isDateWithDayFirst(lines: readonly string[], labels: readonly Label[], form: FormDefinition, open: number) {
  const asked = form.questions[open];
  const [only, ...more] = labels;
  if (asked?.type !== 'date' || only?.line !== 0 || only.question === open || more.length > 0) return false;
  // In "3. 2027-03-01" the date is whole without the 3.
  if (understand(asked, only.rest).kind === 'answer') return false;
  return understand(asked, lines.join('\n')).kind === 'answer';
}

/** Under the last question: a numbered list of answers to the whole form, rather than a numbered list as its answer. */
function isListOfAnswers(
  labels: readonly Label[],
  lines: readonly string[],
  form: FormDefinition,
  gathered: Gathered,
): boolean {
  if (labels.length < 2 || labels[0]?.line !== 0 || labels.some(({ question }) => gathered.has(question))) return false;
  const said = segmentsAt(labels, lines, form).said.filter((one) => one.lines.some((line) => line.trim() !== ''));
  const strict = said.filter(({ question }) => form.questions[question]?.type !== 'text');
  const understood = strict.filter(({ question, lines: own }) => {
    const asked = form.questions[question];
    return asked !== undefined && understand(asked, own.join('\n')).kind === 'answer';
  });
  // Of a long list one or two may be unclear.
  return strict.length > 0 && understood.length >= (strict.length < 4 ? strict.length : strict.length * 0.6);
}

/**
 * "Oops, one was wrong. / 1. a" below the last question: what stands before the number is no answer to that question. Where
 * that question takes any words, the number has to be all that they wrote, or that of an answer which they correct.
 */
function isOneAnswer(
  labels: readonly Label[],
  lines: readonly string[],
  under: number,
  form: FormDefinition,
  known: Answers,
): boolean {
  const [only, ...more] = labels;
  const [asked, last] = [form.questions[only?.question ?? -1], form.questions[under]];
  if (!only || !asked || !last || more.length > 0 || only.question === under) return false;
  // A list in words of theirs begins with 1.
  if (asked.type === 'text') return lines.length === 1 && only.line === 0 && only.question > 0;
  if (understand(asked, only.rest).kind !== 'answer') return false;
  const before = lines.slice(0, only.line).join('\n');
  if (last.type === 'text')
    return only.line === lines.length - 1 && (only.line === 0 || known[asked.key] !== undefined);
  return before.trim() === '' || understand(last, before).kind === 'unclear';
}

interface Asking {
  open: number;
  known: Answers;
  proposed: Answers;
}

/** What a letter says of people is taken out of it first: it answers questions whatever the rest is about. */
function readLetter(letter: string, gathered: Gathered, form: FormDefinition, asking: Asking): void {
  const { told, rest } = asidesIn(form, letter, (question) => {
    const asked = form.questions[question];
    return asked !== undefined && asking.known[asked.key] === undefined && !gathered.has(question);
  });
  readProse(rest, gathered, form, asking);
  for (const { question, said, isSure } of told) {
    if (isSure) gathered.say(question, said, 'words');
    else gathered.propose(question, said, said);
  }
}

/** Prose is a word for all of a ballot, the answer to the one question that is open, or a note to us. */
function readProse(prose: string, gathered: Gathered, form: FormDefinition, { open, known, proposed }: Asking): void {
  if (prose === '' || isPleasantry(prose)) return;
  const ballot = isOneByOne(form, prose) ? undefined : readBallot(form, prose, known, proposed);
  // "Sorry, 4 is no" below a list of votes changes one of them.
  const isCorrection = ballot && ballot.votes.size > 0 && [...ballot.votes.keys()].every((pair) => gathered.has(pair));
  if (ballot && !isCorrection) {
    gatherVotes(ballot, gathered);
    return;
  }
  if (readRunning(prose, gathered, form, known)) return;
  const isOpen = open !== -1 && gathered.isEmpty;
  // What is an answer to the one open question is that, unless all of it says that it changes others.
  const isAnswer = isOpen && understand(form.questions[open] as Question, prose).kind === 'answer';
  // Where nothing has been answered there is nothing to correct.
  const isSaid = Object.keys(known).length > 0 || !gathered.isEmpty;
  const corrections =
    form.questions.length > 1 && isSaid ? readCorrections(form, prose, gathered.withKnown(known)) : undefined;
  if (corrections && (!isAnswer || isCorrectionsOnly(corrections)) && corrections.found.length > 0) {
    for (const one of corrections.found) gathered.correct(one);
    gathered.keep(corrections.rest);
    return;
  }
  if (!isOpen || isQuestionOnly(form, open, prose) || isRemark(form, open, prose) || isLeftAlone(form, open, prose)) {
    const letter = answersInProse(form, prose, known, (question) => gathered.has(question));
    for (const { question, said } of letter.found) gathered.say(question, said, 'words');
    gathered.keep(letter.rest);
  } else gathered.say(open, prose);
}

/** A whole form answered without our quotation: by numbers in running words, or one answer below the other in our order. */
function readRunning(prose: string, gathered: Gathered, form: FormDefinition, known: Answers): boolean {
  if (!gathered.isEmpty || form.questions.length < 2) return false;
  const lines = countedOut(prose, form) ?? spelledOut(prose, form);
  if (lines) {
    const { said, rest } = segmentsAt(labelsOf(lines, form), lines, form);
    if (said.length > 0) {
      for (const { question, lines: own } of said) gathered.say(question, own.join('\n'), 'words');
      gathered.keep(trimBlank(rest).join('\n'));
      return true;
    }
  }
  const inOrder = Object.keys(known).length === 0 ? answersInOrder(form, prose) : undefined;
  // That an order is meant is ours to say: a vote or a decision that follows from it is confirmed before it acts.
  for (const { question, said } of inOrder ?? []) gathered.say(question, said, 'guessed');
  return inOrder !== undefined;
}

/** Takes over what was said of the pairs of a ballot in words. */
function gatherVotes({ votes, unclear, doubt, likely, note }: BallotReading, gathered: Gathered): void {
  for (const [pair, vote] of votes) gathered.vote(pair, vote);
  for (const [pair, said] of unclear) gathered.vote(pair, { said, why: whichVote });
  const quote = likely.size > manyPairs ? clipped(doubt, shortQuote) : doubt;
  for (const [pair, vote] of likely) gathered.propose(pair, vote, unclear.get(pair) ?? quote);
  gathered.keep(note);
}

/** The same words are kept with each pair, and a record holds 400 KB: of a thousand pairs a few words each have to do. */
const manyPairs = 100;
const shortQuote = 60;

const whichVote =
  'We could not tell whether you are for or against this pair. Please reply with its number and yes or no, or "abstain" if you would rather not say.';

/** The index of the one question that is open, or -1 when there are several or none. */
function onlyOpen(form: FormDefinition, known: Answers, asked: readonly string[], template: Template): number {
  const required = missing(form, known).map(({ number }) => number - 1);
  const again = form.questions.flatMap(({ key }, index) => (asked.includes(key) ? [index] : []));
  const [first, ...more] = [required, again, optionalOpen(form, known)].find((some) => some.length > 0) ?? [];
  if (first !== undefined && more.length === 0) return first;
  const [alone, ...others] = template.derived ? [] : [...template.asked.keys()];
  return alone !== undefined && others.length === 0 ? alone : -1;
}

/** Open questions that need no answer; a text among them is left out, because "Thank you all" is no answer to it. */
function optionalOpen(form: FormDefinition, known: Answers): number[] {
  return form.questions.flatMap((question, index) =>
    known[question.key] === undefined && applies(question, known) && question.type !== 'text' ? [index] : [],
  );
}

/** "Who will read this?" is a question back to us, and no answer to a question about words. */
function isQuestionOnly(form: FormDefinition, open: number, prose: string): boolean {
  return form.questions[open]?.type === 'text' && prose.length < 300 && /^[^.!?\n]*[?？]$/u.test(prose.trim());
}

/** "Paul, could you take this?" is no answer to a question that takes a word, and must reach somebody. */
function isRemark(form: FormDefinition, open: number, prose: string): boolean {
  const asked = form.questions[open];
  if (!asked || asked.type === 'text' || !/\p{L}{2}.{8,}[?？]/su.test(prose)) return false;
  return understand(asked, prose).kind === 'unclear';
}

/** "Thank you very much, Maria!" is no answer to a choice that is left open: nobody is asked again what they need not say. */
function isLeftAlone(form: FormDefinition, open: number, prose: string): boolean {
  const asked = form.questions[open];
  return asked?.required === false && understand(asked, prose).kind !== 'answer';
}

/** What they want when it is all that they wrote, in one place. */
function wholeIntent(
  form: FormDefinition,
  stretches: readonly Stretch[],
  known: Answers,
): { intent: Intent; rest: string; isPart?: true } | undefined {
  const under = stretches.find(({ question }) => question >= 0)?.question;
  if (under !== undefined && (stretches.length > 1 || form.questions[under]?.type === 'yesno')) return undefined;
  const all = stretches.map(({ lines }) => lines.join('\n')).join('\n\n');
  const read = intentOf(all);
  // "I'd rather not be paired with Tom" declines nothing that the form is about.
  const found = read?.intent === 'decline' && isAboutOneThing(read.rest) ? undefined : read;
  const open = missing(form, known);
  const [only] = open.length > 0 ? open : form.questions;
  const isOneYesNo = (open.length === 1 || form.questions.length === 1) && only?.type === 'yesno';
  if (found?.intent === 'stop') return found;
  const isBallot = form.questions.every(({ type }) => type === 'yesno');
  if (isBallot && isOneByOne(form, all)) return undefined;
  // "No thanks" to the one question that is left is a no to it, unless nothing has been said to the form yet.
  if (found && isOneYesNo && (form.questions.length === 1 || Object.keys(known).length > 0)) return undefined;
  if (found) return found;
  if (isBareNo(all) && !isBallot && open.length > 1 && Object.keys(known).length === 0)
    return { intent: 'decline', rest: '' };
  return undefined;
}

/** What "I'd rather not" goes on with when it is one thing that somebody would rather not do. */
function isAboutOneThing(rest: string): boolean {
  return /^(?:be (?!part|involved|in )|meet|work with|say|answer|share|talk|speak|have (?!a mentor|a mentee)|with\s)/iu.test(
    rest,
  );
}

function missingAfter(form: FormDefinition, answers: Answers): string[] {
  return missing(form, answers).map(({ key }) => key);
}

function empty(form: FormDefinition, known: Answers): Reading {
  return {
    answers: {},
    missing: missingAfter(form, known),
    unclear: [],
    note: '',
    comments: {},
    intent: 'nothing',
  };
}

function untilBlank(lines: readonly string[]): string[] {
  const own = trimBlank(lines);
  const blank = own.findIndex((line) => line.trim() === '');
  return blank === -1 ? own : own.slice(0, blank);
}
