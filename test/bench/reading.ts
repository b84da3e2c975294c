import EmailReplyParser from 'email-reply-parser';
import { type Answer, type Answers, type FormDefinition, missing, numbered } from '#domain/forms/form.ts';
import { readReply } from '#domain/replies/read/read-reply.ts';
import type { Reading, Sent } from '#domain/replies/read/reply-reading.ts';
import { askedText } from '#shared/emails/render/plain-text.ts';
import { type Mail, parseMail } from '#shared/mail/parse.ts';
import { wordsOf } from '#shared/words/index.ts';
import { type Conversation, conversation } from '#test/corpus/corpus.ts';
import type { Label } from '#test/corpus/sayings.ts';
import { type HtmlReader, planerHere } from './planer.ts';
import type { Row } from './row.ts';

/** What became of the answers of some replies. Counts, but for the milliseconds of a reply. */
export interface Tally {
  replies: number;
  answers: number;
  right: number;
  /** Asked again although a person would have understood. */
  needless: number;
  /** Stored as something that was not said, or said and neither stored nor asked again. */
  wrong: number;
  median: number;
  worst: number;
}

export interface ReadingBench {
  rows: Row[];
  /** Ours and each baseline's, by client, by manner and in all. */
  table: { by: 'client' | 'manner' | 'all'; name: string; reader: string; tally: Tally }[];
  /** What we read wrongly or asked needlessly, to look at. */
  faults: Fault[];
}

interface Fault {
  name: string;
  kind: 'wrong' | 'needless';
  key: string;
  expected: unknown;
  read: unknown;
}

interface Read {
  answers: Answers;
  unclear: readonly string[];
  missing: readonly string[];
  note: string;
  comments?: Reading['comments'];
  intent?: Reading['intent'];
}

/** Somebody's way to read the replies of a conversation, one after the other. */
type Reader = (form: FormDefinition, sent: readonly Sent[], mail: Mail, known: Answers) => Read;

/** Reads `count` conversations of the corpus with our reader and with the baselines, and counts what became of the answers. */
export async function benchReading(count = 10_000, seed = 2712): Promise<ReadingBench> {
  const planer = await planerHere();
  const readers: Record<string, Reader> = {
    Telemachy: ours,
    [stripped]: ({ questions }, _, { text }) =>
      numberedLines(questions, new EmailReplyParser().read(text ?? '').getVisibleText()),
    ...(planer && { [`${planer.name} and numbered lines`]: byPlaner(planer) }),
  };
  const scores = new Map<string, Score>();
  // One reader after the other, so that none is held up by what another leaves to be cleared away.
  for (const [name, reader] of Object.entries(readers)) {
    const score = new Score();
    for (let index = 0; index < count; index++) {
      const one = await conversation(seed, index);
      score.add(one, await Promise.all(one.replies.map(parsed)), reader);
    }
    scores.set(name, score);
  }
  return summary(scores);
}

async function parsed({ raw, sent }: Conversation['replies'][number]) {
  const start = performance.now();
  const mail = await parseMail(raw);
  return { mail, sent, millis: performance.now() - start };
}

const stripped = 'email-reply-parser and numbered lines';

function summary(scores: ReadonlyMap<string, Score>): ReadingBench {
  const table = [...scores].flatMap(([reader, score]) => score.tallies().map((one) => ({ ...one, reader })));
  const all = table.filter(({ by }) => by === 'all');
  const mine = all.find(({ reader }) => reader === 'Telemachy')?.tally;
  const rows = all
    .filter(({ reader }) => reader !== 'Telemachy')
    .flatMap(({ reader, tally }): Row[] => {
      if (!mine) return [];
      const row = (what: string, ours: number, peer: number, unit: Row['unit']): Row => ({
        case: `${mine.replies} replies, ${mine.answers} answers: ${what}`,
        ours,
        peer,
        peerName: reader,
        unit,
      });
      const share = (part: number) => (100 * part) / mine.answers;
      return [
        row('right', share(mine.right), share(tally.right), '%'),
        row('asked again needlessly', share(mine.needless), share(tally.needless), '%'),
        row('silently wrong', share(mine.wrong), share(tally.wrong), '%'),
        row('median of a reply', mine.median, tally.median, 'ms'),
        row('slowest reply', mine.worst, tally.worst, 'ms'),
      ];
    });
  return { rows, table, faults: scores.get('Telemachy')?.faults ?? [] };
}

const ours: Reader = (form, sent, { from, subject, text, html }, known) => {
  const reading = readReply({
    form,
    sent,
    asText: askedText(form, wordsOf()),
    mail: { from, subject, text, html },
    known,
  });
  const unclear = reading.unclear.map(({ key }) => key);
  return { ...reading, unclear };
};

const mostFaults = 100;

/** Counts of one reader. */
class Score {
  readonly faults: Fault[] = [];
  readonly #tallies = new Map<string, Omit<Tally, 'median' | 'worst'> & { millis: number[] }>();

  add(
    one: Conversation,
    mails: readonly { mail: Mail; sent: readonly Sent[]; millis: number }[],
    reader: Reader,
  ): void {
    let known: Answers = {};
    const unclear = new Set<string>();
    const notes: string[] = [];
    let last: Read | undefined;
    for (const { mail, sent, millis } of mails) {
      const start = performance.now();
      last = reader(one.form, sent, mail, known);
      this.#count(one, { replies: 1 }, millis + performance.now() - start);
      known = { ...known, ...last.answers };
      for (const key of Object.keys(last.answers)) unclear.delete(key);
      for (const key of last.unclear) unclear.add(key);
      notes.push(last.note, ...Object.values(last.comments ?? {}));
    }
    const owed = new Set(missing(one.form, known).map(({ key }) => key));
    const fault = (kind: Fault['kind'], key: string, expected: unknown, read: unknown) => {
      this.#count(one, { answers: 1, [kind]: 1 });
      // The baselines are wrong some thousand times, and each fault holds on to a message.
      if (this.faults.length < mostFaults) this.faults.push({ name: one.name, kind, key, expected, read });
    };
    for (const { key } of one.form.questions) {
      const label = one.labels[key];
      const verdict = label
        ? verdictOf(label, known[key], unclear.has(key) || owed.has(key))
        : unsaid(known[key], unclear.has(key));
      if (verdict === 'right') this.#count(one, { answers: 1, right: 1 });
      else if (verdict) fault(verdict, key, label ?? 'nothing said', known[key] ?? [...unclear]);
    }
    const isIntent =
      one.intent === 'decline' || one.intent === 'stop' || last?.intent === 'decline' || last?.intent === 'stop';
    if (isIntent && last?.intent !== one.intent)
      fault(
        last?.intent === 'decline' || last?.intent === 'stop' ? 'wrong' : 'needless',
        'intent',
        one.intent,
        last?.intent,
      );
    else if (isIntent) this.#count(one, { answers: 1, right: 1 });
    if (one.note && !notes.some((note) => plain(note).includes(plain(one.note ?? ''))))
      fault('wrong', 'note', one.note, notes);
    else if (one.note) this.#count(one, { answers: 1, right: 1 });
  }

  #count({ client, manner }: Conversation, counts: Partial<Tally>, millis?: number): void {
    for (const name of ['all all', `client ${client}`, `manner ${manner}`]) {
      const tally = this.#tallies.get(name) ?? { replies: 0, answers: 0, right: 0, needless: 0, wrong: 0, millis: [] };
      for (const key of ['replies', 'answers', 'right', 'needless', 'wrong'] as const) tally[key] += counts[key] ?? 0;
      if (millis !== undefined) tally.millis.push(millis);
      this.#tallies.set(name, tally);
    }
  }

  tallies(): { by: 'client' | 'manner' | 'all'; name: string; tally: Tally }[] {
    return [...this.#tallies].map(([name, { millis, ...counts }]) => {
      const [by = '', ...rest] = name.split(' ');
      const sorted = millis.toSorted((a, b) => a - b);
      const tally = { ...counts, median: sorted[sorted.length >> 1] ?? 0, worst: sorted.at(-1) ?? 0 };
      return { by: by as 'client' | 'manner' | 'all', name: rest.join(' '), tally };
    });
  }
}

type Verdict = 'right' | 'needless' | 'wrong';

function verdictOf(label: Label, read: Answer | undefined, isAskedAgain: boolean): Verdict {
  if ('ask' in label) return read === undefined ? 'right' : 'wrong';
  const expected = 'is' in label ? label.is : label.may;
  if (read !== undefined) return same(read, expected) ? 'right' : 'wrong';
  if ('may' in label) return 'right';
  // What is neither stored nor asked again is lost, and nobody notices.
  return isAskedAgain ? 'needless' : 'wrong';
}

/** A question that they said nothing of: to store an answer is wrong, to ask what they meant is needless. */
function unsaid(read: Answer | undefined, isUnclear: boolean): Verdict | undefined {
  if (read !== undefined) return 'wrong';
  return isUnclear ? 'needless' : undefined;
}

function same(one: Answer, other: Answer): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value) => other.includes(value));
  if (typeof one === 'string' && typeof other === 'string') return plain(one) === plain(other);
  return one === other;
}

/** Text but for its line breaks, its typographic quotes and the capital that a telephone puts. */
function plain(words: string): string {
  return words
    .normalize('NFKC')
    .replace(/[–—]/g, '-')
    .replaceAll('→', '->')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/^\s*-/, '')
    .replace(/\s+/g, '')
    .toLowerCase();
}

function byPlaner({ strip }: HtmlReader): Reader {
  return ({ questions }, _, { text, html }) => numberedLines(questions, strip({ text, html }));
}

/** What a script for one's own program does: split at numbers, take letters and words as they are. */
function numberedLines(questions: FormDefinition['questions'], visible: string): Read {
  const answers: Answers = {};
  const asked = numbered({ id: '', title: '', questions });
  for (const line of visible.split('\n')) {
    const [, number, said] = /^\s*(\d{1,2})[.):]\s*(.+?)\s*$/.exec(line) ?? [];
    const question = asked.find((one) => one.number === Number(number));
    if (!question || !said) continue;
    const option = (word: string) =>
      question.options?.find((text, index) => text === word || String.fromCharCode(97 + index) === word) ?? word;
    switch (question.type) {
      case 'choice':
        answers[question.key] = option(said);
        break;
      case 'choices':
        answers[question.key] = said.split(/,\s*/).map(option);
        break;
      case 'scale':
      case 'number':
        answers[question.key] = Number.parseFloat(said);
        break;
      case 'yesno':
        answers[question.key] = /^y/i.test(said);
        break;
      default:
        answers[question.key] = said;
    }
  }
  return { answers, unclear: [], missing: [], note: visible };
}
