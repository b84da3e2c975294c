import { numberWord } from '#domain/replies/read/text/number-words.ts';
import { optionText } from '../named-option.ts';

/** Whether every dash in it makes a range of two letters, in order. */
export function isRangeOnly(options: readonly string[], said: string): boolean {
  const dashes = said.match(/(?<![\p{L}])[a-z]\)?\s?[-–]\s?[a-z](?![\p{L}])/giu) ?? [];
  return (
    dashes.length > 0 &&
    !said.includes('+') &&
    dashes.every((one) => rangeOf(options, one)) &&
    !/[?？؟<>≠¬|\\!]|(?:^|[\s,;+])(?:ex|excl|exc|esp|without|w\/o|minus)\.?\s/iu.test(said)
  );
}

/** "a-c", "b to d": the options from one letter to another. */
export function rangeOf(options: readonly string[], piece: string): number[] | undefined {
  const match =
    /^([a-z])\)?\s?(?:-|–|—|\.{2,3}|…|to|through|thru|until|bis|à|a|até|al|tot|till|do)\s?([a-z])\)?$/iu.exec(
      piece.trim(),
    );
  if (!match) return undefined;
  const [from, to] = [match[1], match[2]].map((letter = '') => letter.toLowerCase().charCodeAt(0) - 97) as [
    number,
    number,
  ];
  const isAnd = /\sa\s/i.test(piece);
  if (from >= to || to >= options.length || isAnd) return undefined;
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** "The last two": how many of the options stand at the beginning or the end. */
export function positionsOf(options: readonly string[], piece: string): number[] | undefined {
  const [, place, count = ''] =
    /^(?:the |die |l[eo]s |[ao]s )?(first|last|ersten|letzten|primeir[oa]s|ultim[oa]s) (\p{L}+|\d)$/u.exec(
      optionText(piece),
    ) ?? [];
  const many = count === 'beiden' ? 2 : Number(count) || (numberWord(count) ?? 0);
  if (!place || many < 2 || many >= options.length) return undefined;
  const from = /^[fep]/.test(place) ? 0 : options.length - many;
  return Array.from({ length: many }, (_, index) => from + index);
}
