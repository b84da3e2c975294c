import type { Purpose } from './asked.ts';

/** A sentence that asks something, in our readers' languages. Chinese, Japanese and Korean often end it without a sign. */
const asks = /[?？؟]|(?:ですか|ますか|でしょうか|[吗嗎])[。.]?$/u;

/** What people write on these is for their partner's program alone: a coordinator sees that they answered, not what. */
const confidential: ReadonlySet<Purpose> = new Set(['agreement', 'midpoint', 'closeout']);

/**
 * What of somebody's words beside their answers goes to the coordinator: all of it when there is a question in it, for a
 * question needs what is around it; of a form whose answers are confidential the questions alone. Empty when nothing is
 * asked. `comments` are remarks beside single answers: those that ask count with the note, but for the reasons of a vote.
 */
export function questionsBack(note: string, purpose: Purpose, comments: readonly string[] = []): string {
  const asking = purpose === 'ballot' ? [] : comments.filter((comment) => asks.test(comment));
  const words = [note, ...asking].join('\n\n').trim();
  const sentences = sentencesOf(words);
  const questions = sentences.filter((sentence) => asks.test(sentence));
  if (questions.length === 0) return '';
  return confidential.has(purpose) ? questions.join(' ') : words;
}

function sentencesOf(note: string): string[] {
  return note
    .split(/\n+|(?<=[.!?…？！؟。])\s+|(?<=[。？！])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
