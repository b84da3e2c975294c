import { type AlignedLine, theirs } from './align.ts';
import type { Template } from './sent-template.ts';

/**
 * Option lines without quote marks that are there although their question, or some options beside them, are not: people
 * paste the options that they mean above the quotation, or delete the ones that they don't. Those lines are theirs. Where
 * nothing of ours follows, the message may just have been cut off there; then they stay ours, and are asked about again.
 */
export function releaseKeptOptions(aligned: readonly AlignedLine[], template: Template): void {
  const found = new Map<number, { asked: boolean; options: Set<number>; marked: boolean }>();
  let last = -1;
  for (const { at, mark } of aligned) {
    for (const place of at) {
      const question = template.question[place] ?? -1;
      last = Math.max(last, place);
      if (question < 0) continue;
      const one = found.get(question) ?? { asked: false, options: new Set(), marked: false };
      const option = template.option[place] ?? -1;
      if (option >= 0) one.options.add(option);
      else one.asked = true;
      one.marked ||= mark !== undefined;
      found.set(question, one);
    }
  }
  releaseUnquoted(aligned, template);
  releaseBeginnings(aligned, template, last);
  const released = new Set<number>();
  for (const [question, { asked, options, marked }] of found) {
    if (marked || options.size === 0) continue;
    const isWhole = options.size === optionsOf(template, question);
    const end = template.question.lastIndexOf(question);
    // What is left after a cut begins with the first option.
    const isCut = last <= end && Math.max(...options) === options.size - 1;
    if (!asked || (!isWhole && !isCut)) released.add(question);
  }
  if (released.size > 0) release(aligned, template, released);
}

/** "a) mentor" without a quote mark under a question that has one was typed, also where all quoted options were deleted. */
function releaseUnquoted(aligned: readonly AlignedLine[], template: Template): void {
  const quoted = new Set<number>();
  for (const { line, at } of aligned) {
    const [first = theirs, last = theirs] = [at[0], at.at(-1)];
    // "1 - not at all" is how a line of ours begins, but a quotation that lost its mark is the end of one.
    const isBeginning = template.begins[first] === true && template.ends[last] !== true;
    for (const [index, place] of at.entries()) {
      const question = template.question[place] ?? -1;
      if (question < 0) continue;
      if (line.depth > 0) quoted.add(question);
      else if (((template.option[place] ?? -1) >= 0 || isBeginning) && quoted.has(question)) at[index] = theirs;
    }
  }
}

/** Words of a line that somebody may type: "1 (not at all)" of "1 (not at all) to 5 (plenty)". */
const mostTyped = 8;

/**
 * "1 (not at all)" alone on a line, under its question, is an answer in our words: a mail program that breaks our line goes
 * on with it in the next, and one that cuts our message off (`last` is the last word of ours that is left) has nothing below.
 */
function releaseBeginnings(aligned: readonly AlignedLine[], template: Template, last: number): void {
  let before = -1;
  for (const [index, { line, at }] of aligned.entries()) {
    const [first = theirs, end = theirs] = [at.find((place) => place !== theirs), at.at(-1)];
    if (end === theirs) continue;
    const question = template.question[first] ?? -1;
    const isBeginning = template.begins[first] === true && template.ends[first - 1] === true && !template.ends[end];
    const isUnder = question >= 0 && before >= 0 && template.question[before] === question;
    const goesOn = aligned.slice(index + 1, index + 4).some((next) => next.at[0] === end + 1);
    if (line.depth === 0 && at.length <= mostTyped && isBeginning && isUnder && !goesOn && last > end) at.fill(theirs);
    else before = end;
  }
}

function release(aligned: readonly AlignedLine[], template: Template, released: ReadonlySet<number>): void {
  for (const { line, at } of aligned) {
    if (line.depth > 0) continue;
    for (const [index, place] of at.entries()) {
      const isOption = (template.option[place] ?? -1) >= 0;
      if (isOption && released.has(template.question[place] ?? -1)) at[index] = theirs;
    }
  }
}

function optionsOf(template: Template, question: number): number {
  const options = new Set<number>();
  for (const [place, option] of template.option.entries()) {
    if (option >= 0 && template.question[place] === question) options.add(option);
  }
  return options.size;
}
