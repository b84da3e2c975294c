import type { Temporal } from 'temporal-polyfill';
import { dayWordsIn } from './day-words.ts';
import { english } from './en/index.ts';
import { type Manner, type Spoken, speak, type Translation } from './message.ts';
import { pseudo } from './pseudo.ts';

type Messages = typeof english.messages;

/** A language: its messages under the keys of English, and its manner of writing numbers, lists and dates. */
export interface Language extends Manner {
  messages: Translation<Messages>;
}

/** Every language that people are written to in, and one for trying; each is made when it is first used. */
export const languages = { en: () => english, 'en-XA': () => pseudo(english) } satisfies Record<string, () => Language>;

/** Every sentence that a person reads, in one language. */
export interface Words extends Spoken<Messages> {
  readonly language: string;
  /** "a", "a and b", "a, b and c". */
  list(items: readonly string[]): string;
  /** "a", "a or b", "a, b or c". */
  listOfOne(items: readonly string[]): string;
  /** "Friday 12 March", with the year when it isn't that of `today`. */
  day(day: Temporal.PlainDate, today: Temporal.PlainDate): string;
  /** Names of which none is more than another: "a, b, c". */
  enumeration(items: readonly string[]): string;
}

const spoken = new Map<string, Words>();

/** The words of a language that we have; of the default one when none is named. Throws for another. */
export function wordsOf(tag = 'en'): Words {
  if (!Object.hasOwn(languages, tag)) throw new Error(`There are no words in the language ${tag}.`);
  const known = spoken.get(tag);
  if (known) return known;
  const words = wordsIn(languages[tag as keyof typeof languages]());
  spoken.set(tag, words);
  return words;
}

function wordsIn(language: Language): Words {
  const lists = (type: Intl.ListFormatType) => new Intl.ListFormat(language.locale, { type });
  const [all, one, names] = [lists('conjunction'), lists('disjunction'), lists('unit')];
  const messages = speak(language.messages, language) as Spoken<Messages>;
  return {
    ...messages,
    language: language.tag,
    list: (items) => all.format(items),
    listOfOne: (items) => one.format(items),
    day: dayWordsIn(language.locale, messages.common),
    enumeration: (items) => names.format(items),
  };
}
