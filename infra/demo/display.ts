import { defaultProgram } from '#shared/programs/default-program.ts';
import type { Standing } from './drive.ts';
import type { Summary } from './findings/summary.ts';

/** A stage of the program that the demo runs, as people read it. */
function titleOf(stage: string): string {
  return defaultProgram.schedule.find(({ name }) => name === stage)?.title ?? stage;
}

const long = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** Shows how far a demo has come: one line that changes on a terminal, and a line a stage elsewhere. */
export class Progress {
  readonly #out: NodeJS.WriteStream;
  #last = '';

  constructor(out: NodeJS.WriteStream) {
    this.#out = out;
  }

  say(words: string): void {
    this.#out.write(this.#out.isTTY ? `\r\x1b[2K${words}` : `${words}\n`);
  }

  show({ stage, status, now, emails, replies, pairs }: Standing): void {
    const place = status === 'finished' ? 'Finished' : titleOf(stage);
    if (!this.#out.isTTY && place === this.#last) return;
    this.#last = place;
    const counts = [`${emails} emails out`, `${replies} replies in`, `${Math.floor(pairs)} pairs`];
    this.say(`${place.padEnd(10)} ${long.format(now).padEnd(17)} ${counts.map((one) => one.padStart(15)).join('')}`);
  }

  /** Ends the line that changes. */
  end(): void {
    if (this.#out.isTTY) this.#out.write('\n');
  }
}

/** What happened, as tables for a terminal. */
export function tablesOf(summary: Summary): string {
  const { people, pairs, seconds, emails, replies, outcomes, duplicateEmails, peakMemoryMegabytes } = summary;
  const total = (counts: Record<string, number>) => Object.values(counts).reduce((sum, count) => sum + count, 0);
  const rows = (counts: Record<string, number>) => Object.entries(counts).map(([name, count]) => [name, String(count)]);
  return [
    beside([
      table(
        ['Stage', 'From', 'To'],
        summary.stages.map(({ stage, from, to }) => [titleOf(stage), day(from), day(to)]),
      ),
    ]),
    beside([
      table(['People', String(people)], rows(outcomes)),
      table(['Replies', String(replies.sent)], [...rows(replies.became), ['asked again', String(replies.askedAgain)]]),
      table(['Written with', String(replies.sent)], rows(replies.byProgram)),
    ]),
    beside(
      halves(rows(emails)).map((half, index) =>
        table(index === 0 ? ['Emails', String(total(emails))] : ['', ''], half),
      ),
    ),
    [
      `${pairs} pairs, ${duplicateEmails} emails sent twice, ${seconds} seconds, at most ${peakMemoryMegabytes} MB.`,
      '',
      `  Report of the program   ${summary.report}`,
      `  Everybody's mail        ${summary.mail}`,
      `  The figures             ${summary.report.replace(/report\.html$/, 'summary.json')}`,
    ].join('\n'),
  ].join('\n\n');
}

function day(moment: string): string {
  return moment === '' ? '' : long.format(Date.parse(moment));
}

/** Columns as wide as their widest cell; cells that are numbers stand to the right. */
function table(head: string[], rows: string[][]): string[] {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  const line = (row: string[]) =>
    `  ${row.map((cell, column) => (/^\d+$/.test(cell) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join('  ')}`;
  const rule = `  ${'-'.repeat(widths.reduce((sum, width) => sum + width, 0) + 2 * (widths.length - 1))}`;
  return [line(head), rule, ...rows.map(line)];
}

function beside(tables: readonly string[][]): string {
  const height = Math.max(...tables.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    tables
      .map((lines) => (lines[row] ?? '').padEnd((lines[0] ?? '').length))
      .join('    ')
      .trimEnd(),
  ).join('\n');
}

function halves<T>(of: readonly T[]): T[][] {
  const middle = Math.ceil(of.length / 2);
  return [of.slice(0, middle), of.slice(middle)];
}
