import { abstained } from '#domain/forms/abstained.ts';
import type { Answer } from '#domain/forms/form.ts';
import { readReply } from '#domain/replies/read/read-reply.ts';
import { likelyAnswer } from '#domain/replies/read/values/likely/likely-answer.ts';
import { understand } from '#domain/replies/read/values/understand-answer.ts';
import { askedText } from '#shared/emails/render/plain-text.ts';
import { wordsOf } from '#shared/words/index.ts';
import { type WrittenReply, type WrittenWords, writtenCorpus, writtenOn } from '#test/corpus/written.ts';

/** What became of one answer. `wrong`: another value than was meant, or one where none was. `asked`: again, although clear. */
type Outcome = 'right' | 'asked' | 'wrong';

interface Scored {
  writer: string;
  type: string;
  outcome: Outcome;
  isHeldOut: boolean;
  /** Whether the answer that was proposed, to be confirmed by a word, is the one that was meant. */
  proposal?: 'right' | 'wrong';
  /** For the half that is looked at: where it was, what was said and what was made of it. */
  shown: string;
}

/** Counts of answers, by what they are counted by. */
export interface WrittenTally {
  by: 'all' | 'writer' | 'type';
  name: string;
  half: 'looked at' | 'held out';
  right: number;
  asked: number;
  wrong: number;
  /** Of those asked again: proposed as they were meant, so that one word confirms all of a reply. */
  proposed: number;
  /** Proposed otherwise, also where nothing can be known: what a reader of the proposal has to notice. */
  misproposed: number;
}

/** Reads the replies and the single answers that people wrote, and counts; `faults` are of the half that is looked at. */
export function benchWritten(): { replies: WrittenTally[]; words: WrittenTally[]; faults: string[] } {
  const { replies, words } = writtenCorpus();
  const inReplies = replies.flatMap(scoreReply);
  const inWords = words.map(scoreWords);
  return {
    replies: tallies(inReplies),
    words: tallies(inWords),
    faults: [...inReplies, ...inWords]
      .filter(({ outcome, proposal, isHeldOut }) => (outcome !== 'right' || proposal === 'wrong') && !isHeldOut)
      .map(({ outcome, proposal, shown }) => `${outcome}${proposal ? `, proposed ${proposal}` : ''}  ${shown}`),
  };
}

function scoreReply({ form, known, sent, text, meant, mayAsk, wants, ...one }: WrittenReply): Scored[] {
  const reading = readReply({
    form,
    sent: [{ text: sent }],
    asText: askedText(form, wordsOf()),
    mail: { from: { name: greetedIn(sent) }, subject: 'Re: Mentoring', text },
    known,
    today: writtenOn,
  });
  const unclear = new Map(reading.unclear.map(({ key, said }) => [key, said]));
  const scored: Scored[] = [];
  const note = (key: string, type: string, outcome: Outcome, shown: string, proposal?: 'right' | 'wrong') =>
    scored.push({
      writer: one.writer,
      type,
      outcome,
      isHeldOut: one.isHeldOut,
      ...(proposal && { proposal }),
      shown: `${one.id} ${one.email} ${key}: ${shown}`,
    });
  if (wants !== 'answer') {
    const isHeard = reading.intent === wants || (wants === 'decline' && Object.values(reading.answers).includes(false));
    const isAsked = reading.intent === 'answer' && Object.keys(reading.answers).length === 0;
    note('', 'wish', isHeard ? 'right' : isAsked ? 'asked' : 'wrong', `${wants} read as ${reading.intent}`);
    return scored;
  }
  if (reading.intent === 'stop' || reading.intent === 'decline') note('', 'wish', 'wrong', `read as ${reading.intent}`);
  for (const { key, type } of form.questions) {
    const got = reading.answers[key];
    const want = meant.get(key);
    const likely = reading.proposed?.[key];
    const proposal = likely === undefined ? undefined : isSame(likely, want, type) ? 'right' : 'wrong';
    if (want === undefined) {
      // What repeats an answer that is there changes nothing.
      if (got !== undefined && !isSame(got, known[key], type))
        note(key, type, 'wrong', `${JSON.stringify(got)} was never said`);
      continue;
    }
    const shown = `${likely === undefined ? '' : `proposed ${JSON.stringify(likely)} `}${JSON.stringify(got) ?? (unclear.has(key) ? `asked "${unclear.get(key)}"` : 'nothing')} for ${JSON.stringify(want)}`;
    // The writers did not know of abstentions: who meant one meant no vote.
    if (want === null)
      note(
        key,
        type,
        got === undefined || got === abstained || isSame(got, known[key], type) ? 'right' : 'wrong',
        shown,
        proposal,
      );
    else if (got === undefined) {
      const isThere = isSame(known[key], want, type) || mayAsk.has(key);
      note(key, type, isThere ? 'right' : 'asked', shown, proposal);
    } else note(key, type, isSame(got, want, type) ? 'right' : 'wrong', shown);
  }
  return scored;
}

/** Who was written to, as far as the email says: a mail program sends the name along. */
function greetedIn(sent: string): string {
  return /^Hello (\p{L}+),/u.exec(sent)?.[1] ?? '';
}

function scoreWords({ question, said, right, mayAsk, ...one }: WrittenWords): Scored {
  const understood = understand(question, said, writtenOn);
  const got = understood.kind === 'answer' ? understood.value : undefined;
  const likely = understood.kind === 'unclear' ? likelyAnswer(question, said, writtenOn) : undefined;
  const proposal = likely === undefined ? undefined : isSame(likely, right, question.type) ? 'right' : 'wrong';
  const outcome: Outcome =
    right === null
      ? got === undefined || got === abstained
        ? 'right'
        : 'wrong'
      : got === undefined
        ? mayAsk
          ? 'right'
          : 'asked'
        : isSame(got, right, question.type)
          ? 'right'
          : 'wrong';
  return {
    ...one,
    type: question.type,
    outcome,
    ...(proposal && { proposal }),
    shown: `${one.id} ${question.key} "${said}": ${likely === undefined ? '' : `proposed ${JSON.stringify(likely)} `}${JSON.stringify(got)} for ${JSON.stringify(right)}`,
  };
}

/** Whether two answers are one. Words of people are the same when nearly all of their words are. */
function isSame(got: Answer | null | undefined, want: Answer | null | undefined, type: string): boolean {
  if (got === undefined || want === undefined || got === null || want === null) return got === want;
  if (Array.isArray(got) && Array.isArray(want))
    return JSON.stringify([...got].sort()) === JSON.stringify([...want].sort());
  if (type !== 'text') return got === want;
  const [one, other] = [wordsIn(got), wordsIn(want)];
  const shared = other.filter((word) => one.includes(word)).length;
  return shared >= 0.8 * other.length && one.length <= 1.6 * other.length + 4;
}

function wordsIn(answer: Answer): string[] {
  return (
    String(answer)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function tallies(scored: readonly Scored[]): WrittenTally[] {
  const counts = new Map<string, WrittenTally>();
  for (const { writer, type, outcome, isHeldOut, proposal } of scored) {
    const half = isHeldOut ? 'held out' : 'looked at';
    for (const [by, name] of [
      ['all', 'all'],
      ['writer', writer],
      ['type', type],
    ] as const) {
      const id = `${half}/${by}/${name}`;
      const tally = counts.get(id) ?? { by, name, half, right: 0, asked: 0, wrong: 0, proposed: 0, misproposed: 0 };
      tally[outcome] += 1;
      if (proposal) tally[proposal === 'right' ? 'proposed' : 'misproposed'] += 1;
      counts.set(id, tally);
    }
  }
  return [...counts.values()];
}
