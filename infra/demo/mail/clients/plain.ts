import type { Letter } from '../letter.ts';
import { type Draft, typedAbove, typedWithin } from './draft.ts';
import type { Body } from './mime-message.ts';
import { momentIn, two } from './moment.ts';
import { wrapped } from './quotation.ts';

/** Thunderbird writing plain text: the whole message behind quote marks, answers between them, softly broken lines. */
export function thunderbird(letter: Letter, draft: Draft): Body {
  const { day, monthNumber, year, hour, minute } = momentIn(draft.timeZone, letter.at);
  const own = (words: string) => words.split('\n').flatMap(flowed);
  return {
    text: [
      ...typedAbove(draft, false).flatMap((paragraph) => [...own(paragraph), '']),
      `On ${two(day)}/${two(monthNumber)}/${year} ${two(hour)}:${minute}, ${letter.from.name} wrote:`,
      ...quotedLines(letter, typedWithin(draft), own, (line) => (line === '' ? '>' : `> ${line}`)),
      ...(draft.closing ? ['', ...own(draft.closing)] : []),
      '',
    ].join('\n'),
    headers: { 'User-Agent': 'Mozilla Thunderbird', 'Content-Language': 'en-GB' },
    flowed: true,
  };
}

/** mutt, by somebody who deletes what they don't answer: of each question its first sentence is left. */
export function mutt(letter: Letter, draft: Draft): Body {
  const { weekdayShort, monthShort, day, year, ...clock } = momentIn(draft.timeZone, letter.at);
  const date = `${weekdayShort}, ${monthShort} ${two(day)}, ${year}`;
  const time = `${two(clock.hour % 12 || 12)}:${clock.minute}:${clock.second}${clock.hour < 12 ? 'AM' : 'PM'} +0000`;
  const within = typedWithin(draft);
  const lines = letter.text.split('\n');
  const kept = letter.questions
    .filter(({ number }) => within.has(number))
    .flatMap(({ number, lines: [from, to] }) => {
      const end = lines.findIndex((line, index) => index >= from && (/[?.]$/.test(line) || index === to - 1));
      return [
        ...lines.slice(from, end + 1).map((line) => `> ${line}`),
        '',
        ...wrapped(within.get(number) ?? '', 72),
        '',
      ];
    });
  return {
    text: [
      ...typedAbove(draft, false).flatMap((paragraph) => [...wrapped(paragraph, 72), '']),
      `On ${date} at ${time}, ${letter.from.name} wrote:`,
      ...(kept.length > 0 ? kept : [...lines.map((line) => `> ${line}`), '']),
      '-- ',
      draft.from.name,
      '',
    ].join('\n'),
    headers: { 'User-Agent': 'Mutt/2.2.12 (2023-09-09)', 'Content-Disposition': 'inline' },
  };
}

/** The text of the message behind marks, with each answer where the empty line after its question was. */
function quotedLines(
  letter: Letter,
  within: ReadonlyMap<number, string>,
  own: (words: string) => string[],
  marked: (line: string) => string,
): string[] {
  const answers = new Map(letter.questions.map(({ number, lines: [, to] }) => [to, within.get(number)]));
  return letter.text
    .trimEnd()
    .split('\n')
    .flatMap((line, index) => {
      const answer = answers.get(index);
      return answer === undefined ? [marked(line)] : ['', ...own(answer), ''];
    });
}

/** A paragraph as lines that end in a space wherever they go on. A line that begins like a quotation is stuffed. */
function flowed(paragraph: string): string[] {
  const lines = wrapped(paragraph, 71).map((line) => (/^(?: |>|From )/.test(line) ? ` ${line}` : line));
  return lines.map((line, index) => (index < lines.length - 1 ? `${line} ` : line));
}
