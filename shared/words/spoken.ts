import type { Manner } from './message.ts';

/** What joins words in a language. */
export interface Lists {
  /** "a", "a and b", "a, b and c". */
  list(items: readonly string[]): string;
  /** "a", "a or b", "a, b or c". */
  listOfOne(items: readonly string[]): string;
  /** Names of which none is more than another: "a, b, c". */
  enumeration(items: readonly string[]): string;
}

export function listsIn({ locale }: Pick<Manner, 'locale'>): Lists {
  const joined = (type: Intl.ListFormatType) => {
    const format = new Intl.ListFormat(locale, { type });
    return (items: readonly string[]) => format.format(items);
  };
  return { list: joined('conjunction'), listOfOne: joined('disjunction'), enumeration: joined('unit') };
}

/** Words by language, each made when they are first asked for; of the default language when none is named. Throws for another. */
export function byLanguage<Language, Words>(
  languages: Readonly<Record<string, () => Language>>,
  make: (language: Language) => Words,
): (tag?: string) => Words {
  const made = new Map<string, Words>();
  return (tag = 'en') => {
    const known = made.get(tag);
    if (known) return known;
    const language = Object.hasOwn(languages, tag) ? languages[tag]?.() : undefined;
    if (!language) throw new Error(`There are no words in the language ${tag}.`);
    const words = make(language);
    made.set(tag, words);
    return words;
  };
}
