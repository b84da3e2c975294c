import { isSuffix, isTitle, particles } from './titles.ts';

/**
 * What to call somebody whose full name is `name`. "Lovelace, Ada" is turned round and titles are left out. A name that
 * can't be taken apart surely is used whole: initials, other scripts, capitals only, a family name that may stand first, a
 * title with one name. Empty for an address.
 */
export function givenName(name: string): string {
  const whole = shownName(name);
  if (whole.includes('@')) return '';
  const isReversed = familyAndGiven(whole) !== undefined;
  const words = orderedWords(whole);
  const untitled = words.filter((word, place) => !isTitle(word) || place === words.length - 1);
  const [first = '', second] = untitled;
  const isAlone = second === undefined && untitled.length < words.length;
  // After a comma the given name is known to be first. Lists in capitals often have the family name first without one.
  const isShouted = whole !== name.replace(/\s+/g, ' ').trim() && second !== undefined;
  if (isShouted && !isReversed) return whole;
  if (isAlone || !isCallable(first) || (!isReversed && mayBeFamily(first, second))) return whole;
  return first;
}

/** The same in a sentence or a subject, where an address is better than nothing. */
export function firstNameOrFull(name: string): string {
  return givenName(name) || name;
}

/** What the two are called in a sentence about both: first names, or full names when those are the same. */
export function callNames(one: string, other: string): [string, string] {
  const [first, second] = [firstNameOrFull(one), firstNameOrFull(other)];
  return first === second ? [shownName(one), shownName(other)] : [first, second];
}

/** "Lovelace, Ada" in its two parts; undefined where what follows the comma is no given name. */
export function familyAndGiven(name: string): { family: string; given: string } | undefined {
  const [family = '', given = '', more] = name.split(/\s*,\s*/);
  const first = given.split(' ').find((word) => !isTitle(word));
  if (family === '' || first === undefined || first === '' || isSuffix(first)) return undefined;
  return more === undefined || isSuffix(more.split(' ')[0] ?? '') ? { family, given } : undefined;
}

function orderedWords(name: string): string[] {
  const parts = familyAndGiven(name);
  const turned = parts ? `${parts.given} ${parts.family}` : (name.split(',')[0] ?? '');
  return turned.split(' ').filter(Boolean);
}

/** One capital, then small letters, also in parts: "Anne-Marie", "DeShawn". Neither "J.", "Ma.", "JD" nor "李明". */
function isCallable(word: string): boolean {
  return (
    /^\p{Lu}[\p{Ll}\p{M}'’-]+(\p{Lu}[\p{Ll}\p{M}]+)?(-\p{L}[\p{Ll}\p{M}]+)*$|^[DM]['’]\p{Lu}\p{Ll}+$/u.test(word) &&
    /\p{Script=Latin}/u.test(word)
  );
}

/** Whether the first word of a name may be (the beginning of) the family name, or no name without the next. */
function mayBeFamily(first: string, second: string | undefined): boolean {
  const plain = first.toLowerCase();
  if (particles.has(plain) || /^o['’]/i.test(first) || /^abd(ul|ou|el|al)?$/.test(plain)) return true;
  return second !== undefined && (familyFirst.has(plain) || /^\p{Lu}\p{Ll}+-\p{Ll}+$/u.test(second));
}

/** Common family names of places where they stand first and are no given names of other places. */
const familyFirst: ReadonlySet<string> = new Set(
  `nguyen nguyễn tran trần pham phạm huynh huỳnh hoang hoàng phan vu vũ vo võ dang đặng bui bùi ngo ngô duong dương ly lý
  wang li zhang liu chen yang huang zhao wu zhou xu sun zhu ma hu guo he lin luo zheng liang xie song tang deng cao peng zeng xiao
  tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren shen yao jin kim lee park choi jung jeong kang cho yoon
  lim han oh seo shin kwon hwang ahn song yoo hong sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato
  yoshida yamada sasaki yamaguchi matsumoto inoue kimura hayashi shimizu yamazaki mori abe ikeda hashimoto ishikawa nagy kovács
  kovacs tóth toth szabó szabo horváth horvath`.split(/\s+/),
);

/**
 * A name as it is shown: one that is wholly in the capitals of a spreadsheet in ordinary writing ("HANS VON STEIN": "Hans von
 * Stein"). Mixed case stays as it is, and so do initials.
 */
export function shownName(name: string): string {
  const trimmed = name.replace(/\s+/g, ' ').trim();
  const isShouted = /\p{Lu}{2}/u.test(trimmed) && !/\p{Ll}/u.test(trimmed) && !trimmed.includes('@');
  if (!isShouted) return trimmed;
  return trimmed
    .split(' ')
    .map((word, place) => inOrdinaryCase(word, place))
    .join(' ');
}

/** A name as it is shown to those who may not know the titles, and need not. */
export function untitledName(name: string): string {
  const words = shownName(name).split(' ');
  while (words.length > 2 && isTitle(words[0] ?? '')) words.shift();
  return words.join(' ');
}

const written: Readonly<Record<string, string>> = { PHD: 'PhD', DPHIL: 'DPhil', MSC: 'MSc', BSC: 'BSc' };

function inOrdinaryCase(word: string, place: number): string {
  const bare = word.replace(/\P{L}/gu, '');
  const known = written[bare];
  if (known) return word.includes('.') ? word : word.replace(bare, known);
  const lower = bare.toLowerCase();
  if (place > 0 && particles.has(lower) && !/\.|['’-]/.test(word) && lower !== 'o') return word.toLowerCase();
  const isTitled = isTitle(word);
  // "II", "MD", "JD" and "J.R." are read letter by letter; "JR" and "DR" are words.
  const isSpelled = (isSuffix(bare) && !/^[js]r$/.test(lower)) || (bare.length === 2 && !/[AEIOUY]/.test(bare));
  if (!isTitled && (isSpelled || /^(\p{L}\.)+$/u.test(word))) return word;
  return word
    .toLowerCase()
    .normalize('NFC')
    .replace(/i̇/g, 'i')
    .replace(/(^|[-.'’(“"])(\p{L})/gu, (_, edge: string, letter: string) => edge + letter.toUpperCase())
    .replace(/^Mc(\p{L})(?=\p{L}{2})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`)
    .replace(/^(Al|El)-(?=\p{L})/u, (start) => (place > 0 ? start.toLowerCase() : start))
    .replace(/(['’])S$/u, '$1s');
}
