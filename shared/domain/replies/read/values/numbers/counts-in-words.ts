import type { Question } from '#domain/forms/form.ts';
import { tokensOf } from '#domain/replies/read/text/word-tokens.ts';
import { plain } from '#domain/replies/read/text/words.ts';
import { turnsIn } from '../turning-words.ts';
import type { Understood } from '../understood-answer.ts';
import { figuresIn } from './figures-in.ts';
import { withinBounds } from './within-bounds.ts';

/** Counts that are said without a number. */
const counted: [number, RegExp][] = [
  [
    1,
    /^(?:just |only |exactly )?(?:once|one time|einmal|ein mal|une fois|uma vez|una vez|una volta|een keer|en gang|raz)(?: so far| now| bisher)?$/,
  ],
  [
    2,
    /^(?:just |only |exactly )?(?:twice|two times|zweimal|zwei mal|deux fois|duas vezes|dos veces|due volte|twee keer|tva ganger|dwa razy)(?: so far| now| bisher)?$/,
  ],
  [
    3,
    /^(?:just |only |exactly )?(?:thrice|three times|dreimal|drei mal|trois fois|tres vezes|tres veces|tre volte|drie keer|tre ganger|trzy razy)(?: so far| now| bisher)?$/,
  ],
];

const zero =
  /^(?:none|nil|no|zero|nobody|no one|no-one|nothing|none at all|zero times|not once|never|not at all|not yet|not so far|not even once|we haven'?t|we have not|we haven'?t (?:yet|met|met yet)|we have not (?:yet|met|met yet)|we have never met|we'?ve never met|we never met|we never did|we didn'?t|we did not|we'?ve not|we'?ve not met|we'?ve not met yet|we are yet to meet|haven'?t|haven'?t yet|haven'?t met|haven'?t met yet|have not met|have not met yet|no meetings?|no meetings? (?:yet|so far)|no one else|nobody else|keine?|keiner|keine?(?:r|n|s)? einzige[rs]?|niemand|nie|noch nie|noch nicht|noch gar nicht|gar nicht|gar keine?|kein(?:e)? mal|kein einziges mal|bisher nicht|bisher nie|bislang nicht|null mal|aucune?|aucune fois|jamais|pas encore|pas une fois|zero fois|personne|nenhum|nenhuma|nenhuma vez|nunca|ainda nao|ainda nenhuma|ainda nenhuma vez|zero vezes|ninguem|ninguno|ninguna|ninguna vez|todavia no|aun no|nadie|nessuno|nessuna|nessuna volta|mai|non ancora|ancora mai|geen|geen enkele|nog niet|nog nooit|nooit|niemand|inga|ingen|inte an|aldrig|zaden|zadne|zadna|ani razu|jeszcze nie|nigdy)$/;

/** Zero for what has no count of times: "none", not "never". */
const noneAtAll =
  /^(?:none|nil|no|zero|none at all|keine?|keiner|aucune?|ninguno|ninguna|nenhum|nenhuma|nessuno|nessuna|geen|inga|ingen|zaden|zadne|nobody|no one|no-one|niemand|personne|ninguem|nadie|no one else|nobody else)$/;

export const counts =
  /(?<!\p{L})(?:once|twice|thrice|einmal|zweimal|une fois|deux fois|uma vez|duas vezes|una vez|dos veces|una volta|due volte|times|mal|fois|vezes|veces|volte|met)(?!\p{L})/u;

/** "once", "not yet" and "we haven't", where the question asks how many times, how many people or how many of anything. */
export function countInWords(question: Question, said: string): Understood | undefined {
  const words = plain(said)
    .replace(
      /^(?:sorry|sadly|unfortunately|well|leider|malheureusement|infelizmente|desgraciadamente|purtroppo|helaas|tyvarr|niestety|i'm afraid|i am afraid)[\s,]+/u,
      '',
    )
    .replace(
      /[\s.!,]*(?:,? ?(?:sorry|i'm afraid|i am afraid|sadly|unfortunately|leider|thanks|thank you|danke|merci|obrigad[oa]))?[\s.!]*$/u,
      '',
    );
  const ask = plain(question.ask);
  const isTimes = /how many times|how often|wie oft|combien de fois|quantas vezes|cuantas veces|quante volte/.test(ask);
  const isCount = /how many|wie viele|combien|quant[oa]s|cuant[oa]s|quant[ei]/.test(ask);
  // "We have never met. My mentor does not answer my emails.": the count, and what somebody has to hear.
  const cut = /[.!]\s+(?=\S)/.exec(said);
  if (cut) {
    const [first, rest] = [said.slice(0, cut.index), said.slice(cut.index + 1).trim()];
    const count = countInWords(question, first);
    const isRemark =
      figuresIn(rest).figures.length === 0 &&
      !turnsIn(tokensOf(rest), rest).some(({ turn }) => turn === 'condition' || turn === 'doubt');
    return count?.kind === 'answer' && isRemark && !counts.test(plain(rest)) ? { ...count, comment: rest } : undefined;
  }
  if (noneAtAll.test(words)) return withinBounds(question, 0, '', 'words');
  if (isCount && zero.test(words))
    return /never|jamais|nie|nunca|mai|nooit|aldrig|nigdy/.test(words) && !isTimes
      ? undefined
      : withinBounds(question, 0, '', 'words');
  if (!isTimes) return undefined;
  const found = counted.find(([, pattern]) => pattern.test(words));
  return found && withinBounds(question, found[0], '', 'words');
}
