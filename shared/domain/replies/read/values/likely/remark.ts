import { pointing, reasonStarts, subjects } from '../word-lists.ts';
import type { Clause } from './turned-clauses.ts';

/** What is said of what was named, and of nobody. */
const ofThings = new Set("it it's that's this there there's das es c'est isso è".split(' '));
/** How a reason begins, or what goes on about the answer. */
const goingOn: ReadonlySet<string> = new Set([
  ...reasonStarts,
  ...'which where wobei when while in see que das thank thanks danke obrigado obrigada gracias merci always sagt having'.split(
    ' ',
  ),
]);
/** What adds to what stands before it: "I'd also be glad to talk about balance". */
const adding = new Set('also too well plus another more else auch noch aussi encore tambem anche ook och'.split(' '));
const wishing = new Set(
  'want like love offer help teach show need tell give bring gern gerne mochte quero gostava veux aimerais quiero can could get learn find'.split(
    ' ',
  ),
);
/** What takes something out of an answer, or makes little of it: "(reading only)", "rusty". */
const limiting = new Set(
  'except excepting excluding apart minus bar save ausser sauf hormis exceto salvo tranne only just barely hardly rusty basic basics little bit nur kaum wenig bisschen seulement peu apenas pouco solo poco soltanto alleen bara tylko learning reading lesen'.split(
    ' ',
  ),
);
/** Words that say nothing and may stand alone: "Definitely.", "Somebody who". */
const light = new Set(
  `oh ah well so yes ok okay please thanks thank you very much definitely certainly obviously naturally of course sure gladly really honestly sorry ja bitte danke naturlich
klar oui merci sim obrigado obrigada claro let's let us see me say put down lol first second further then rather eher lieber plus mostly mainly especially above all hauptsache vor allem sobretudo surtout
someone somebody anyone anybody who jemand der die das alguem que quelqu'un qui and und e et with mit com avec the a my answer is also`.split(
    /\s+/,
  ),
);

/** Whether a part that names no option says something about the answer rather than being a part of it. */
export function isRemark({ tokens, turns, isBracketed, begins }: Clause, isOffer: boolean): boolean {
  const words = tokens.map(({ word }) => word).filter((word, at) => at > 0 || !/^(?:and|und|e|et|y)$/.test(word));
  if (words.every((word) => light.has(word))) return true;
  if (turns.some(({ turn }) => turn === 'condition' || turn === 'doubt')) return false;
  const hasNot = turns.some(({ turn }) => turn === 'negation');
  if (hasNot && (words.length < 4 || words.some((word) => pointing.has(word)))) return false;
  if (words.some((word) => limiting.has(word))) return false;
  const [first = ''] = words;
  if (goingOn.has(first)) return !/\d/.test(words.join(' ')) || first === 'see';
  if (words.some((word) => adding.has(word))) return false;
  if (isBracketed) return true;
  if (!subjects.has(first) || !(begins || words.length >= 3) || words.some((word) => wishing.has(word))) return false;
  // "I know half the company" may be one more of somebody's strengths; what they are not is none.
  return isOffer || hasNot || ofThings.has(first);
}
