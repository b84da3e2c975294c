import type { Answers } from '#domain/forms/form.ts';
import type { Said } from '#domain/replies/outcome/merge-reply.ts';

type Sized = Pick<Said, 'answers' | 'unclear' | 'comments' | 'note'>;

/**
 * How much of somebody's words a record keeps, in characters: an item of the table holds 400 KB, and a form may have 60
 * questions. An answer is never cut, as that would change it; the original of what is cut is in the bucket.
 */
const most = { answer: 5_000, comment: 1_000, note: 4_000 };

/** What was said, as far as a record can hold it. An answer that is longer is unclear, and asked for again. */
export function limitReplySize<T extends Sized>(said: T): T {
  const isTooLong = (answer: unknown) => typeof answer === 'string' && answer.length > most.answer;
  const [long, answers] = parted(said.answers, isTooLong);
  const why = { kind: 'too-long' as const, value: most.answer };
  return {
    ...said,
    answers,
    unclear: [
      ...said.unclear,
      ...Object.entries(long).map(([key, answer]) => ({ key, said: clipped(String(answer), 300), why })),
    ],
    comments: Object.fromEntries(
      Object.entries(said.comments).map(([key, words]) => [key, clipped(words, most.comment)]),
    ),
    note: clipped(said.note, most.note),
  };
}

function parted(answers: Answers, belongs: (answer: unknown) => boolean): [Answers, Answers] {
  const all = Object.entries(answers);
  return [
    Object.fromEntries(all.filter(([, answer]) => belongs(answer))),
    Object.fromEntries(all.filter(([, answer]) => !belongs(answer))),
  ];
}

function clipped(words: string, length: number): string {
  return words.length <= length ? words : `${words.slice(0, length - 1).toWellFormed()}…`;
}
