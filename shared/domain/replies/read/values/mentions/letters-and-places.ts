import type { Token } from '#domain/replies/read/text/word-tokens.ts';
import type { Found } from './mention.ts';

/** "option b", "b)", "(b)"; a letter by itself between breaks, at the end of what was said, or before "please" and "because". */
export function byLetter(options: readonly string[], said: string, tokens: readonly Token[]): Found[] {
  const found: Found[] = [];
  for (const [at, { word, start, end, breaks }] of tokens.entries()) {
    if (!/^[a-z]$/.test(word)) continue;
    const option = word.charCodeAt(0) - 97;
    if (option >= options.length) continue;
    const before = tokens[at - 1]?.word ?? '';
    const next = tokens[at + 1];
    if (
      /^(?:option|letter|answer|choice|opcao|opcion|opzione|optie|antwort|buchstabe|alternativ|odpowiedz|lettre|letra)$/.test(
        before,
      )
    ) {
      found.push({ option, from: at - 1, to: at + 1, by: 'letter' });
      continue;
    }
    const isMarked =
      /^\s?[).\]]/.test(said.slice(end)) && (/[([]\s?$/.test(said.slice(0, start)) || at === 0 || breaks);
    const isAlone = (at === 0 || breaks) && (next === undefined || next.breaks);
    const isLast = next === undefined && at > 0;
    const goesOn =
      (at === 0 || breaks) &&
      next !== undefined &&
      /^(?:please|because|since|thanks|danke|merci|weil|car|porque|pls|for|definitely|only)$/.test(next.word);
    if (isMarked || isAlone || isLast || goesOn) found.push({ option, from: at, to: at + 1, by: 'letter' });
  }
  return found;
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];

const ordinalWords: Record<string, number> = {
  ...Object.fromEntries(ordinals.map((word, index) => [word, index])),
  '1st': 0,
  '2nd': 1,
  '3rd': 2,
  '4th': 3,
  '5th': 4,
  erste: 0,
  erstes: 0,
  zweite: 1,
  zweites: 1,
  dritte: 2,
  drittes: 2,
  vierte: 3,
  premier: 0,
  premiere: 0,
  deuxieme: 1,
  seconde: 1,
  troisieme: 2,
  quatrieme: 3,
  primeiro: 0,
  primeira: 0,
  segundo: 1,
  segunda: 1,
  terceiro: 2,
  terceira: 2,
  quarto: 3,
  quarta: 3,
  primero: 0,
  primera: 0,
  tercero: 2,
  tercera: 2,
  prima: 0,
  primo: 0,
  seconda: 1,
  secondo: 1,
  terza: 2,
  terzo: 2,
};

/** "the second", "the last one", "number 2": by where an option stands, unless the options have figures of their own. */
export function byPosition(options: readonly string[], tokens: readonly Token[]): Found[] {
  if (options.some((text) => /\p{N}/u.test(text))) return [];
  const found: Found[] = [];
  for (const [at, { word }] of tokens.entries()) {
    const next = tokens[at + 1]?.word ?? '';
    const hasNoun = /^(?:one|option|choice|answer|option|variante|opcao|opcion|opzione)$/.test(next);
    const before = tokens[at - 1]?.word ?? '';
    const hasArticle = /^(?:the|die|das|der|le|la|o|a|el|il)$/.test(before);
    const option =
      word === 'last' ||
      word === 'letzte' ||
      word === 'derniere' ||
      word === 'dernier' ||
      word === 'ultima' ||
      word === 'ultimo'
        ? options.length - 1
        : ordinalWords[word];
    if (
      option !== undefined &&
      option < options.length &&
      (hasNoun || hasArticle) &&
      !/^(?:time|year|week|month|thing|things|mal|fois|vez)$/.test(next)
    ) {
      found.push({ option, from: hasArticle ? at - 1 : at, to: hasNoun ? at + 2 : at + 1, by: 'words' });
    }
    const number = /^\d$/.test(word) ? Number(word) - 1 : ['one', 'two', 'three', 'four', 'five', 'six'].indexOf(word);
    const isNumbered =
      /^(?:number|no|nr|option|nummer|numero|choice)$/.test(before) && number >= 0 && number < options.length;
    if (isNumbered) found.push({ option: number, from: at - 1, to: at + 1, by: 'words' });
  }
  return found;
}
