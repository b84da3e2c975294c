import type { FormDefinition } from '#domain/forms/form.ts';
import { readReply } from '../read-reply.ts';
import type { ReplyMail, Sent } from '../reply-reading.ts';
import { foldedWords } from '../text/words.ts';

/** What somebody said to a question that an acknowledgement asked in passing: a bare word, or more. */
export type Word = { kind: 'yes' | 'no' } | { kind: 'other'; isYesNo: boolean; words: string };

const inPassing: FormDefinition = {
  id: 'in-passing',
  title: 'In passing',
  questions: [{ key: 'word', ask: 'Is that right?', type: 'yesno' }],
};

/** What confirms and what refuses, as the whole of what is said, besides yes and no. */
const confirms = said(
  `right|that's right|that is right|you are right|you're right|quite right|correct|that's correct|that is correct|exactly|exactly so|indeed|yes indeed|
  confirmed|i confirm|yes i confirm|yes that's right|yes that is right|yes right|yes correct|yes that's correct|yes that is correct|yes exactly|yes please|yes thanks|
  yes thank you|richtig|genau|stimmt|das stimmt|ja richtig|ja genau|ja das stimmt|korrekt|exact|c'est exact|c'est ça|oui c'est ça|correcto|es correcto|correto|está certo|
  esatto|giusto|klopt|dat klopt|det stämmer|zgadza się`,
);
const refuses = said(
  `wrong|that's wrong|that is wrong|no that's wrong|no that is wrong|not right|that's not right|that is not right|no that's not right|no that is not right|
  incorrect|not correct|that's not correct|no that's not correct|no it isn't|no it is not|no sorry|no thanks|no thank you|falsch|nein falsch|das stimmt nicht|
  stimmt nicht|nein das stimmt nicht|faux|c'est faux|incorrecto|errado|sbagliato|niet juist|klopt niet`,
);

/** The word of a reply on a question in passing. Whatever says more than yes or no is given back as it is. */
export function wordOf(sent: readonly Sent[], mail: ReplyMail): Word {
  const { answers, unclear, comments, note } = readReply({ form: inPassing, sent, mail });
  const value = answers.word;
  const comment = comments.word ?? '';
  if (typeof value === 'boolean') {
    const kind = value ? 'yes' : 'no';
    const words = `${kind} ${comment}`.trim();
    if (comment === '' || isOneOf(value ? confirms : refuses, words)) return { kind };
    return { kind: 'other', isYesNo: true, words };
  }
  const words = (unclear[0]?.said ?? note).trim();
  if (isOneOf(confirms, words)) return { kind: 'yes' };
  if (isOneOf(refuses, words)) return { kind: 'no' };
  return { kind: 'other', isYesNo: false, words };
}

/** "pass it on", "Yes, please pass this on to Maria": that words which were kept may go to the coordinator. */
export function isPassItOn(words: string): boolean {
  return /^(?:(?:yes|ok|okay|ja|please) )*(?:(?:please|you (?:can|may)|do) )*pass (?:it|this|that|them|my words|everything|all of it)(?: all)? on(?: (?:to )?\p{L}+)?(?: (?:please|thanks|thank you))*$/u.test(
    foldedWords(words).join(' '),
  );
}

function isOneOf(phrases: ReadonlySet<string>, words: string): boolean {
  return phrases.has(foldedWords(words).join(' '));
}

function said(phrases: string): ReadonlySet<string> {
  return new Set(phrases.split('|').map((phrase) => foldedWords(phrase.trim()).join(' ')));
}
