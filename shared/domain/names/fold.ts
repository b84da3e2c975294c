/**
 * One word of a name in the ways in which it is written: without accents (`plain`), with the letters that stand for them
 * (`spelled`: "ü" as "ue"), and with these taken back (`loose`: both "Müller" and "Mueller" are "muller"). The loose form
 * brings words together that are different in other languages ("Michael", "Michal"), so it counts only where no other does.
 */
export interface Folded {
  plain: string;
  spelled: string;
  loose: string;
}

const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
};
const spelledOut: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };

export function folded(word: string): Folded {
  const lower = word.toLowerCase().replace(/['’`´ʼ.]/g, '');
  if (/^[a-z0-9]*$/.test(lower)) return { plain: lower, spelled: lower, loose: loosely(lower) };
  const composed = lower.normalize('NFC');
  const spelled = bare(composed.replace(/[äöüøå]/g, (letter) => spelledOut[letter] as string));
  return { plain: bare(composed), spelled, loose: loosely(spelled) };
}

function bare(word: string): string {
  return word
    .replace(/[ßæœøłđðþıħ]/g, (letter) => letters[letter] as string)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
}

function loosely(spelled: string): string {
  return spelled.replace(/([aou])e|aa/g, (_, vowel: string | undefined) => vowel ?? 'a');
}

/** Whether two words differ by one typing error: a letter more, less, other, or two in the other order. */
export function isOneSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1 || short === long) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  if (short.length < long.length) return short.slice(same) === long.slice(same + 1);
  if (short.slice(same + 1) === long.slice(same + 1)) return true;
  return (
    short[same] === long[same + 1] && short[same + 1] === long[same] && short.slice(same + 2) === long.slice(same + 2)
  );
}
