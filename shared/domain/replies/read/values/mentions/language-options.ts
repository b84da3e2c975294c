import { plain } from '#domain/replies/read/text/words.ts';

/** The name of a language in the languages of our readers, for options that are languages: "Englisch", "inglês". */
export function languageOptions(options: readonly string[]): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const [option, text] of options.entries()) {
    const code = codeOf(plain(text));
    if (code === undefined) continue;
    for (const name of [...namesOf(code), ...(short[code] ?? [])]) names.set(name, option);
  }
  return names;
}

const codes = [
  'en',
  'es',
  'fr',
  'de',
  'pt',
  'zh',
  'it',
  'nl',
  'sv',
  'pl',
  'ja',
  'ko',
  'ar',
  'he',
  'ru',
  'tr',
  'hi',
  'da',
  'nb',
  'fi',
  'cs',
  'uk',
  'el',
  'ro',
  'hu',
];

const readers = ['en', 'de', 'fr', 'pt', 'es', 'it', 'nl', 'sv', 'pl'];

const known = new Map<string, string[]>();

/** How people shorten the name of a language, besides its code. */
const short: Record<string, string[]> = {
  en: ['en', 'eng', 'engl', 'inglish', 'ingles'],
  es: ['es', 'esp', 'span', 'castellano', 'castilian'],
  fr: ['fr', 'fra', 'fre', 'french'],
  de: ['de', 'deu', 'ger', 'german', 'dt'],
  pt: ['pt', 'por', 'port', 'br'],
  zh: ['zh', 'chi', 'mandarin', 'cn', 'putonghua'],
};

function namesOf(code: string): string[] {
  const cached = known.get(code);
  if (cached) return cached;
  const names = [
    ...new Set(
      [...readers, code].flatMap((reader) =>
        plain(new Intl.DisplayNames([reader], { type: 'language' }).of(code) ?? ''),
      ),
    ),
  ];
  known.set(code, names);
  return names;
}

function codeOf(name: string): string | undefined {
  return codes.find((code) => namesOf(code)[0] === name);
}
