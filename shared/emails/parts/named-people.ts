import type { Answers, FormDefinition } from '#domain/forms/form.ts';
import { labelOf, numbered } from '#domain/forms/form.ts';
import type { NamedAnswer } from '#domain/names/named-answers.ts';
import type { Words } from '#shared/words/index.ts';
import { quoted } from './answer-words.ts';

type Shown = { label: string; value: string };

/** Answers as they are shown, with the full names of those whom they name: `Hans von Stein ("Hans Stein")`. */
export function withNames(
  shown: readonly Shown[],
  {
    named = [],
    definition,
    answers,
  }: { named?: readonly NamedAnswer[] | undefined; definition: FormDefinition; answers: Answers },
  words: Words,
): Shown[] {
  const values = new Map<string, string>(
    named.flatMap((one) => {
      const question = numbered(definition).find(({ key }) => key === one.key);
      const said = answers[one.key];
      if (!question || typeof said !== 'string') return [];
      return [[`${question.number}. ${labelOf(question)}`, namesAndWords(one, said, words)] as const];
    }),
  );
  return shown.map((one) => ({ ...one, value: values.get(one.label) ?? one.value }));
}

function namesAndWords({ about, found, nobody }: NamedAnswer, answer: string, words: Words): string {
  const { peopleNamed } = words;
  const said = quoted(answer, words);
  const isAway = about === 'manager' && nobody.length > 0;
  if (found.length === 0) return isAway ? peopleNamed.away({ said }) : said;
  const names = found.join('; ');
  if (names === answer.trim()) return names;
  return isAway
    ? peopleNamed.foundAndAway({ names, said, missing: quotedNames(nobody, words) })
    : peopleNamed.found({ names, said });
}

/** What is to be said about names: whom a part of a name fits, and what we ask. `where` tells where the answer is changed. */
export function aboutNames(
  named: readonly NamedAnswer[] | undefined,
  definition: FormDefinition,
  where: 'by reply' | 'on the page',
  words: Words,
): string[] {
  return (named ?? []).flatMap((one) => {
    const number = numbered(definition).find(({ key }) => key === one.key)?.number;
    if (number === undefined) return [];
    const names = one.found.length + one.parts.length + one.several.length + one.nobody.length;
    const how = where === 'on the page' ? 'page' : names > 1 ? 'all' : 'alone';
    const change = { question: String(number), how };
    return [...takenAs(one, words), ...asksWhich(one, change, words), ...asksForOthers(one, change, words)];
  });
}

/** How an answer that we ask about is changed. */
interface Change {
  question: string;
  how: string;
}

function takenAs({ about, parts, left }: NamedAnswer, words: Words): string[] {
  const { peopleNamed } = words;
  return [
    ...parts.map((part) => peopleNamed.onePerson({ about, said: quoted(part, words) })),
    ...(left.length > 0 ? [peopleNamed.notWished({ said: quotedNames(left, words) })] : []),
  ];
}

function asksWhich({ about, several }: NamedAnswer, change: Change, words: Words): string[] {
  const { fitsSeveral, please, sameName, untilThen } = words.peopleNamed;
  return several.map(({ words: name, people, isFull, hasPlaces }) => {
    const said = quoted(name, words);
    const kept = people === 2 && isFull ? 'apart-from-both' : 'apart';
    const until = untilThen({ counts: about === 'wish' ? (isFull ? 'all' : 'none') : kept });
    return isFull
      ? `${sameName({ people, said })}${please[hasPlaces ? 'place' : 'address'](change)}${until}`
      : `${fitsSeveral({ said })}${please.name(change)}${until}`;
  });
}

function asksForOthers({ about, nobody, unnamed }: NamedAnswer, change: Change, words: Words): string[] {
  const { peopleNamed } = words;
  const names = words.listOfOne(nobody.map((one) => quoted(one, words)));
  return [
    ...(about !== 'manager' && nobody.length > 0 ? [peopleNamed.nobody({ ...change, names })] : []),
    ...(unnamed.length > 0
      ? [peopleNamed.noName({ about, said: quotedNames(unnamed, words) }) + peopleNamed.ifYouLike(change)]
      : []),
  ];
}

function quotedNames(names: readonly string[], words: Words): string {
  return words.list(names.map((one) => quoted(one, words)));
}
