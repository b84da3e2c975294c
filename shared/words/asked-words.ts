import { englishAsked } from './en/asked.ts';
import type { LanguageTag } from './index.ts';
import { type Manner, type Spoken, speak, type Translation } from './message.ts';
import { pseudo } from './pseudo.ts';
import { byLanguage, type Lists, listsIn } from './spoken.ts';

type Messages = typeof englishAsked.messages;

/** What is said of questions, in one language. */
export interface AskedWords extends Spoken<Messages>, Pick<Lists, 'listOfOne'> {}

const languages = { en: () => englishAsked, 'en-XA': () => pseudo(englishAsked) } satisfies Record<
  LanguageTag,
  () => Manner & { messages: Translation<Messages> }
>;

/** As `wordsOf`, of questions alone: what reads replies does without all other words, 130 KB of its bundle. */
export const askedWordsOf = byLanguage(
  languages,
  (language): AskedWords => ({ ...(speak(language.messages, language) as Spoken<Messages>), ...listsIn(language) }),
);
