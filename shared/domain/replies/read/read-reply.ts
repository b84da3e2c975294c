import { type Answers, type FormDefinition, missing } from '#domain/forms/form.ts';
import { align } from './align/align.ts';
import { releaseKeptOptions } from './align/kept-options.ts';
import { adoptOwnQuotes } from './align/own-quotes.ts';
import { place } from './align/place.ts';
import { likeliest, type Template, templatesOf } from './align/sent-template.ts';
import { isTypedAbove } from './align/typed-above.ts';
import { AnswerCollector } from './answer-collector.ts';
import { labelsOf } from './answers/labels.ts';
import { collectBesideFact, collectStretch } from './answers/sort-stretch.ts';
import { collectVotes } from './ballot/collect-votes.ts';
import { keepNamedPairs, votesInWords } from './ballot/whole-reply.ts';
import { theirWords } from './clean/their-words.ts';
import { readLetter } from './letter/read-letter.ts';
import { onlyOpen } from './only-open.ts';
import { mergeParts, type Part, saysMore } from './plain-and-html.ts';
import type { Reading, ReplyMail, Sent } from './reply-reading.ts';
import { linesOfHtml } from './text/html-lines.ts';
import { isCut, type Line, linesOfText } from './text/lines.ts';
import { intentOf } from './wishes/intent.ts';
import { wholeIntent } from './wishes/whole-wish.ts';

export interface Reply {
  form: FormDefinition;
  /** The messages that asked the form, as archived. */
  sent: readonly Sent[];
  /** The form as an email asks it, which is looked for as well: what was sent may not be at hand. */
  asText?: string | undefined;
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
export function readReply({ form, sent, asText, mail, known = {}, proposed = {}, asked = [], today }: Reply): Reading {
  const templates = templatesOf(form, sent, asText);
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
  return mergeParts(form, plain, html, known);
}

/** What is asked of whoever replies, and what is known of it. */
interface Asked {
  form: FormDefinition;
  known: Answers;
  proposed: Answers;
  asked: readonly string[];
  today: string | undefined;
}

function readLines(
  { form, known, proposed, asked, today }: Asked,
  templates: readonly Template[],
  lines: readonly Line[],
  sender: string | undefined,
): Reading {
  const { template, aligned } = bestOf(templates, lines);
  releaseKeptOptions(aligned, template);
  adoptOwnQuotes(aligned);
  keepNamedPairs(form, aligned);
  const present = new Set(aligned.flatMap(({ at }) => at.map((one) => template.question[one] ?? -1)));
  const placed = theirWords(place(aligned, template), template, sender, form);
  const collector = new AnswerCollector(form, today);
  for (const [question, options] of placed.marked) if (question >= 0) collector.mark(question, options);

  const isLabelled = placed.stretches.some(({ lines: said }) => labelsOf(said, form).length > 0);
  const inWords = votesInWords(form, placed.stretches, known, proposed);
  const whole = collector.isEmpty && !isLabelled && !inWords ? wholeIntent(form, placed.stretches, known) : undefined;
  if (whole) {
    const { rest: note, intent, isPart } = whole;
    return { ...empty(form, known), note, intent, ...(isPart && { isPart }) };
  }

  if (inWords) collectVotes(inWords.ballot, collector);
  const prose: string[] = [];
  const open = onlyOpen(form, known, asked, template);
  const above = isTypedAbove(placed.stretches, form, present);
  for (const stretch of inWords?.others ?? placed.stretches) {
    if (above && (stretch.question >= 0 || stretch.next >= 0))
      collector.doubt(stretch.question, stretch.next, stretch.lines.join('\n'));
    else if (template.facts.has(stretch.question)) prose.push(...collectBesideFact(stretch, collector, form));
    else prose.push(...collectStretch(stretch, collector, form, present, open, known));
  }
  readLetter(prose.filter((words) => words !== '').join('\n\n'), collector, form, { open, known, proposed });

  const read = collector.read(known);
  const hasSaid = !collector.isEmpty || read.note !== '';
  return {
    ...read,
    missing: missingAfter(form, { ...known, ...read.answers }),
    intent: hasSaid ? 'answer' : 'nothing',
  };
}

/** The message of ours that the reply has most words of. Only those that look likeliest are compared word by word. */
function bestOf(templates: readonly Template[], lines: readonly Line[]) {
  let best: { template: Template; aligned: ReturnType<typeof align>['lines']; ours: number } | undefined;
  for (const template of likeliest(templates, lines, 3)) {
    const { lines: aligned, ours } = align(lines, template);
    if (!best || ours > best.ours) best = { template, aligned, ours };
  }
  if (!best) throw new Error('There is always the message that is derived from the form.');
  return best;
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
