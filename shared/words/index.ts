import type { Temporal } from 'temporal-polyfill';
import { dayWordsIn } from './day-words.ts';
import { english } from './en/index.ts';
import { type Manner, type Spoken, speak, type Translation } from './message.ts';
import { pseudo } from './pseudo.ts';
import { byLanguage, type Lists, listsIn } from './spoken.ts';

type Messages = typeof english.messages;

/** A language: its messages under the keys of English, and its manner of writing numbers, lists and dates. */
export interface Language extends Manner {
  messages: Translation<Messages>;
}

/** Every language that people are written to in, and one for trying; each is made when it is first used. */
export const languages = { en: () => english, 'en-XA': () => pseudo(english) } satisfies Record<string, () => Language>;
export type LanguageTag = keyof typeof languages;

/** Every sentence that a person reads, in one language. */
export interface Words extends Spoken<Messages>, Lists {
  readonly language: string;
  /** "Friday 12 March", with the year when it isn't that of `today`. */
  day(day: Temporal.PlainDate, today: Temporal.PlainDate): string;
}

/** The words of a language that we have; of the default one when none is named. Throws for another. */
export const wordsOf = byLanguage(languages, (language: Language): Words => {
  const messages = speak(language.messages, language) as Spoken<Messages>;
  return {
    ...messages,
    ...listsIn(language),
    language: language.tag,
    day: dayWordsIn(language.locale, messages.common),
  };
});
