import type { Draft } from '../draft.ts';
import type { Random } from '../random.ts';

/** Character sets of before Unicode, by language. */
const national: Record<string, string[]> = {
  ja: ['iso-2022-jp', 'shift_jis'],
  zh: ['gb2312', 'gb18030', 'big5'],
  ko: ['euc-kr'],
  ar: ['windows-1256'],
  he: ['windows-1255'],
  pl: ['iso-8859-2', 'windows-1250'],
};

const western = ['us-ascii', 'iso-8859-1', 'windows-1252'];

export const charsetsOf = ({ language }: Draft) => ['us-ascii', ...(national[language.code] ?? western)];

export const rightToLeft = ({ language }: Draft) => (language.code === 'ar' || language.code === 'he' ? 'rtl' : 'ltr');

export const id = (random: Random, length: number) =>
  Array.from({ length }, () => random.pick([...'0123456789abcdef'])).join('');

export const attributionArguments = ({ letter }: Draft): [Date, string, string] => [
  letter.at,
  letter.from.name,
  letter.from.address,
];

export const appleLink = (words: string, href: string) => (words === href ? words : `${words} <${href}>`);
