import type { FormDefinition } from '#domain/forms/form.ts';
import { plain } from '../text/words.ts';
import { lowerName, namesAt } from './names-at.ts';
import { type Aside, questionFor } from './question-for.ts';

/** A sentence in a letter that answers a question about people, and how surely. */
interface Told {
  question: number;
  said: string;
  isSure: boolean;
  from: number;
  to: number;
  about: Aside;
}

const clause = String.raw`(?:^|[.,;!?:(\n]\s*|(?<!\p{L})(?:and|oh|also|btw|that|so)\s)`;

/** What stands before the names of those whom somebody would not be matched with. */
const apart =
  /(?<!\p{L})(?:i(?:'d| would| should)(?: (?:much|really|very|also|be|most)){0,2} (?:rather|sooner|prefer|like|grateful|glad|happier)(?: if i were)?(?: not)(?: to)?(?: be| get)? (?:matched|paired|put|placed|teamed)(?: up| together)? with|i(?:'d| would) (?:rather|prefer) it (?:weren't|wasn't|were not|was not)|i (?:don't|do not) want to be (?:matched|paired|put)(?: up| together)? with|please (?:do not|don't) (?:match|pair|put) me(?: up| together)? with|please,? not(?: with)?|bitte nicht mit)\s/giu;
const manager = new RegExp(
  `${clause}(?:(?:my|mein|meine|o meu|a minha|minha|mon|ma|mi) )?(?:line |direct )?(?:boss|manager|supervisor|chefin?|chefe)(?: is|'s| ist| é| est| es)\\s|(?<!\\p{L})i report (?:directly )?to\\s`,
  'giu',
);
const isManager =
  /(?<=^|[.,;!?:(\n]\s*|(?<!\p{L})(?:and|that)\s)((?:\p{Lu}[\p{L}.'-]+\s){1,4})is my (?:line |direct )?(?:manager|boss|supervisor)(?=\s*(?:$|[.,;!?)\n]))/gu;
const gender = new RegExp(
  `${clause}(?:i'm|i am)\\s(?:an? )?(\\p{L}+(?:-\\p{L}+)?)(?=\\s*(?:$|[.,;!?)\\n]|btw|by the way|and (?:i|my)(?!\\p{L})))`,
  'giu',
);
/** Before it in its sentence: it is no statement, or another's. After it: it holds for a while, or on a condition. */
const turnsBefore =
  /(?<!\p{L})(?:if|whether|unless|until|when|not|never|\p{L}+n't|used to|was|were|said|says|thinks?|he|she|they|wenn|falls)(?!\p{L})/iu;
const turnsAfter =
  /^[^.!?\n]{0,80}?(?<!\p{L})(?:unless|if|until|except|but|though|instead|or (?:was|is)|no longer|for now|for the moment|wenn|außer|aber)(?!\p{L})/iu;

/** A letter of more is not looked through. */
const longest = 6_000;

/**
 * What a letter says of whom its writer would rather not be matched with, who their manager is and which gender they have, to
 * questions that are open; and the letter without the sentences that say nothing else. Whom somebody would avoid is not passed on.
 */
export function asidesIn(form: FormDefinition, prose: string, isOpen: (question: number) => boolean) {
  if (prose.length > longest || form.questions.length < 2) return { told: [], rest: prose };
  const text = prose.replace(/[\u2018\u2019]/g, "'").replace(/^(.{50,})\n(?=\S)/gmu, '$1 ');
  const all = (['apart', 'manager', 'gender'] as const).flatMap((about) => {
    const question = questionFor(form, about);
    if (question === undefined || !isOpen(question)) return [];
    const found = finders[about](text, form.questions[question]?.options ?? []).filter(({ from, to }) => {
      const head = text.slice(sentenceStart(text, from), from);
      return !turnsBefore.test(head) && !/^'s/.test(text.slice(to));
    });
    // Said twice and differently, it is asked.
    const [first, ...more] = found;
    return first && more.every(({ said }) => plain(said) === plain(first.said))
      ? found.map((one) => ({ ...one, question, about, isSure: one.isSure && !turnsAfter.test(text.slice(one.to)) }))
      : [];
  });
  const told = all.filter((one, index) => all.findIndex(({ question }) => question === one.question) === index);
  return { told, rest: told.length === 0 ? prose : without(all, prose, text) };
}

type Found = Pick<Told, 'said' | 'isSure' | 'from' | 'to'>;

const finders: Record<Aside, (text: string, options: readonly string[]) => Found[]> = {
  apart: (text) =>
    [...text.matchAll(apart)].flatMap((match) => {
      const from = match.index;
      const names = namesAt(text, from + match[0].length, /not\s$/i.test(match[0]) ? 'whole' : 'any');
      return names ? [{ said: names.said, isSure: true, from, to: names.to }] : [];
    }),
  manager: (text) => [
    ...[...text.matchAll(manager)].flatMap((match): Found[] => {
      const [from, at] = [match.index + (/^[^\p{L}]*/u.exec(match[0])?.[0].length ?? 0), match.index + match[0].length];
      const names = namesAt(text, at, 'whole');
      const name = names ?? lowerName(text, at);
      return name ? [{ said: name.said, isSure: names !== undefined, from, to: name.to }] : [];
    }),
    ...[...text.matchAll(isManager)].flatMap((match): Found[] => {
      const names = namesAt(`${match[1]?.trim() ?? ''}.`, 0, 'whole');
      const to = match.index + match[0].length;
      return names && names.to === match[1]?.trim().length
        ? [{ said: names.said, isSure: true, from: match.index, to }]
        : [];
    }),
  ],
  gender: (text, options) =>
    [...text.matchAll(gender)].flatMap((match): Found[] => {
      const option = options.find((one) => plain(one) === plain(match[1] ?? ''));
      const from = match.index + (/^[^\p{L}]*/u.exec(match[0])?.[0].length ?? 0);
      return option === undefined ? [] : [{ said: option, isSure: true, from, to: match.index + match[0].length }];
    }),
};

function sentenceStart(text: string, at: number): number {
  const ends = [...text.slice(0, at).matchAll(/[.!?]\s+|\n+/gu)].at(-1);
  return ends ? ends.index + ends[0].length : 0;
}

function sentenceEnd(text: string, at: number): number {
  const end = /[.!?]+(?=\s|$)|\n|$/u.exec(text.slice(at));
  return at + (end ? end.index + end[0].length : 0);
}

/** What leads to an aside, or goes with it, and says nothing itself. */
const filler =
  /(?<!\p{L})(?:and|oh|also|btw|by the way|yes|on|as to|concerning|regarding|with (?:regard|reference|respect) to|in respect of|your|question|finally|i may state(?: that)?|i keep saying it|please|thanks|that)(?!\p{L})|[^\p{L}]+/giu;

/** The letter without the sentences of `told`, but for those that say something else, too. */
function without(told: readonly Told[], prose: string, text: string): string {
  let rest = prose;
  const sentences = new Map<number, Told[]>();
  for (const one of told) {
    const start = sentenceStart(text, one.from);
    sentences.set(start, [...(sentences.get(start) ?? []), one]);
  }
  for (const [start, own] of [...sentences].sort(([one], [other]) => other - one)) {
    const end = sentenceEnd(text, Math.max(...own.map(({ to }) => to)));
    let left = text.slice(start, end);
    for (const { from, to } of own.toSorted((one, other) => other.from - one.from))
      left = `${left.slice(0, from - start)} ${left.slice(to - start)}`;
    const isPrivate =
      own.some(({ about, isSure }) => about === 'apart' && isSure) &&
      !/\d|[?]/.test(left.replace(/question \d+|on \d+|\?\s*$/g, ''));
    if (isPrivate || left.replace(filler, '') === '')
      rest = `${rest.slice(0, start)}${rest.slice(end).replace(/^ +/, '')}`;
  }
  return rest.replace(/\n{3,}/g, '\n\n').trim();
}
