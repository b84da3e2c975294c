import type { Question } from '#domain/forms/form.ts';
import { tokensOf } from '../text/word-tokens.ts';
import { languageOptions } from '../values/mentions/language-options.ts';
import { mentionsIn } from '../values/mentions/option-mentions.ts';
import type { Sentence } from './letter-sentences.ts';

/** What frames a list of times or of languages, and the words that may stand in such a clause. */
const timesFrame =
  /(?<!\p{L})(?:meet|meeting|free|available|suits?|works?|best|catch|times?|prefer|zeit|passt|livre|horas?)(?!\p{L})/iu;

const languageFrame =
  /(?<!\p{L})(?:speak|talk|fluent|languages?|fine|i can do|sprachen?|spreche|parle|falo|hablo)(?!\p{L})/iu;

const fillers: ReadonlySet<string> = new Set(
  "i i'm i'd i'll i've it's am can could do also would meet meeting speak talk use to free available best time times suits suit me works work for you catch is are the in on at of a and or both usually mostly mainly generally any either most days day my well fluent fine ok languages language all only just too please it then ich kann spreche habe hab zeit meistens am um der und oder auch gut passt mir sprachen je parle et ou en eu falo posso livre e o hablo y".split(
    ' ',
  ),
);

const timeOfDay = /\b(?:early|morning|noon|midday|afternoon|evening)\b/i;

/** Languages or times of the day, in clauses of which every word is one of them or a filler. */
export function listIn({ ask, options = [] }: Question, { text, isOpen }: Sentence): string | undefined {
  const names = languageOptions(options);
  const isTimes = options.filter((option) => timeOfDay.test(option)).length > 1;
  if (names.size === 0 && !isTimes) return undefined;
  const clauses = text.split(
    /[,;:()–—]\s*|\s-\s|\s(?=(?:and|but|so|because|und|aber|e|et|y) (?:i|i'm|i've|i'd|ich|eu|je|yo)\s)/iu,
  );
  const found = clauses.flatMap((clause): { said: string; isPlain: boolean }[] => {
    const tokens = tokensOf(clause);
    const covered = new Set<number>();
    const said: string[] = [];
    let isNegated = false;
    for (const { option, from, to, by, negated } of isTimes ? mentionsIn(ask, options, clause, tokens) : []) {
      if (by === 'letter') continue;
      for (let at = from; at < to; at += 1) covered.add(at);
      said.push(options[option] ?? '');
      isNegated ||= negated;
    }
    for (const [at, { word }] of isTimes ? [] : tokens.entries()) {
      // "As" and "it" are codes of languages.
      if (word.length < 3 || !names.has(word)) continue;
      covered.add(at);
      said.push(word);
    }
    if (covered.size === 0) return [];
    const isPlain = !isNegated && tokens.every(({ word }, at) => covered.has(at) || fillers.has(word));
    return [{ said: said.join(', '), isPlain }];
  });
  const isFramed = (isTimes ? timesFrame : languageFrame).test(text);
  if (found.length === 0 || !(isFramed || text.split(/\s+/).length <= 8)) return undefined;
  const isAll = !isOpen && found.every(({ isPlain }) => isPlain);
  return isAll ? found.map(({ said }) => said).join(', ') : isFramed ? '' : undefined;
}
