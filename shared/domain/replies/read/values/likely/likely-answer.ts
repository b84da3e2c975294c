import type { Answer, Question } from '#domain/forms/form.ts';
import { answerReaders } from '#domain/forms/questions/question-types.ts';
import { narrow } from '#domain/replies/read/text/words.ts';
import { beginsWithNot } from '../decided.ts';
import { understand } from '../understand-answer.ts';
import { endsInButNot } from '../word-lists.ts';
import { likelyText } from './likely-text.ts';
import { isOpen, withoutHedges } from './turned-clauses.ts';

/** Of more than this nobody sees at one glance whether it was understood. */
const longest = 500;

/**
 * The answer that somebody in a hurry would take from words which `understand` could not take; undefined where there may be two.
 * It is never taken, but proposed to its writer. Doubt, a condition, a bound or a "not" over the value is no likely answer: the
 * question is asked again. `today` is the day of the reply, `YYYY-MM-DD`, where it is known.
 */
export function likelyAnswer(question: Question, said: string, today?: string): Answer | undefined {
  const words = narrow(said.trim());
  if (question.type === 'text') return likelyText(question, words);
  // "I think both": a hedge is doubt to us, and a manner of speaking to whoever confirms it.
  const bare = withoutHedges(words);
  const own = new Set((question.options ?? []).flatMap((option) => option.toLowerCase().split(/[ -]/)));
  if (words.length > longest || isOpen(bare, own) || isDenied(question, bare)) return undefined;
  if (bare !== words && bare !== '') {
    const read = understand(question, bare, today);
    if (read.kind === 'answer') return read.value;
  }
  return answerReaders[question.type].likely(question, bare, today);
}

/** A "not" before or behind all of it, and what is taken out of an answer that has no parts. */
function isDenied({ options }: Question, said: string): boolean {
  if (endsInButNot.test(said) || (beginsWithNot(said) && !isNotYet.test(said) && !/\d/.test(said))) return true;
  return options === undefined && (endsWithNot.test(said) || except.test(said));
}

const isNotYet = /^not (?:quite )?(?:yet|in favou?r)(?!\p{L})/iu;
const endsWithNot = /(?<!\p{L})(?:not|nicht|pas|não|niet|inte|nie)[\s.!]*$/iu;
const except =
  /(?<!\p{L})(?:except\w*|excluding|apart from|other than|aside from|bar|save for|außer|ausser|bis auf|sauf|hormis|exceto|excepto|salvo|tranne|behalve|utom|oprócz)(?!\p{L})/iu;
