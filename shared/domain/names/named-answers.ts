import * as z from 'zod';
import type { Answers } from '../forms/form.ts';
import type { Person } from '../person.ts';
import type { ProgramDefinition } from '../program/program-definition.ts';
import { untitledName } from './called.ts';
import type { Mention } from './mentions.ts';
import { namesFinder } from './people-names.ts';

/**
 * Whom an answer names, as far as its writer may learn it: who is invited is not theirs to find out by trying names. The full
 * name of somebody is there only where the answer gives it, or their address. No candidates, and no address but what they wrote.
 */
export const NamedAnswer = z.object({
  key: z.string(),
  about: z.enum(['apart', 'manager', 'wish']),
  /** Full names of those whom the answer names in full. */
  found: z.array(z.string()),
  /** Words that fit exactly one person. */
  parts: z.array(z.string()),
  /** Words that fit several; whether they are a full name, and whether the list tells these people apart by where they work. */
  several: z.array(
    z.object({ words: z.string(), people: z.number().int(), isFull: z.boolean(), hasPlaces: z.boolean() }),
  ),
  nobody: z.array(z.string()),
  /** What seems to be about somebody without naming them. */
  unnamed: z.array(z.string()),
  /** Words after a "not" in an answer about whom one would like. */
  left: z.array(z.string()),
});
export type NamedAnswer = z.infer<typeof NamedAnswer>;

type Listed = Pick<Person, 'id' | 'name' | 'email' | 'department' | 'location'>;

/** The questions of a program's application that ask for people, by what for. */
function asksForPeople({ matching: { rules, factors } }: ProgramDefinition): ReadonlyMap<string, NamedAnswer['about']> {
  const wishes = factors.filter(({ compare }) => compare === 'names').flatMap(({ mentee, mentor }) => [mentee, mentor]);
  return new Map([
    ...wishes.map((key) => [key, 'wish'] as const),
    ...(rules.manager === undefined ? [] : [[rules.manager, 'manager'] as const]),
    ...(rules.conflicts === undefined ? [] : [[rules.conflicts, 'apart'] as const]),
  ]);
}

/** Keys of answers that may name people. */
export function keysOfNames(program: ProgramDefinition, answers: Answers): string[] {
  return [...asksForPeople(program).keys()].filter((key) => {
    const answer = answers[key];
    return typeof answer === 'string' && answer.trim() !== '';
  });
}

/** Whom the answers of `writer` name, among all people of the cohort. Answers that say that there is nobody are left out. */
export function namedAnswers(
  program: ProgramDefinition,
  { answers, person: writer }: { answers: Answers; person: string },
  everyone: readonly Listed[],
): NamedAnswer[] {
  const about = asksForPeople(program);
  const find = namesFinder(everyone);
  const self = everyone.findIndex(({ id }) => id === writer);
  return keysOfNames(program, answers).flatMap((key) => {
    const { mentions, unnamed } = find(String(answers[key]), self < 0 ? undefined : self);
    const asked = about.get(key) ?? 'apart';
    const named = ofMentions(mentions, asked, everyone);
    const all = { key, about: asked, ...named, unnamed: asked === 'manager' ? [] : [...unnamed] };
    return mentions.length + all.unnamed.length > 0 ? [all] : [];
  });
}

function ofMentions(
  mentions: readonly Mention[],
  about: NamedAnswer['about'],
  everyone: readonly Listed[],
): Omit<NamedAnswer, 'key' | 'about' | 'unnamed'> {
  const counted = mentions.filter(({ isNot }) => about !== 'wish' || !isNot);
  const found = counted.filter((one) => one.is === 'found');
  const once = (words: string[]) => [...new Set(words)];
  return {
    found: once(found.filter(({ isFull }) => isFull).map(({ person }) => untitledName(everyone[person]?.name ?? ''))),
    parts: once(found.filter(({ isFull }) => !isFull).map(({ words }) => words)),
    several: counted
      .filter((one) => one.is === 'several')
      .map(({ words, people, isFull }) => ({
        words,
        people: people.length,
        isFull,
        hasPlaces: areTold(people, everyone),
      })),
    nobody: once(counted.filter(({ is }) => is === 'nobody').map(({ words }) => words)),
    left: once(mentions.filter((one) => !counted.includes(one)).map(({ words }) => words)),
  };
}

function areTold(people: readonly number[], everyone: readonly Listed[]): boolean {
  const places = people.map((person) => `${everyone[person]?.department ?? ''}|${everyone[person]?.location ?? ''}`);
  return new Set(places).size === people.length;
}

/** Whether the writer is asked something. A manager outside the round is ordinary, and so is a name that is in part enough. */
export function asksAbout({ about, several, nobody, unnamed }: NamedAnswer): boolean {
  return several.length > 0 || (about !== 'manager' && nobody.length + unnamed.length > 0);
}

/** Without questions that have been asked before, about the same words: they are asked once. */
export function withoutAsked(named: readonly NamedAnswer[], earlier: readonly NamedAnswer[]): NamedAnswer[] {
  return named.map((one) => {
    const before = earlier.filter(({ key }) => key === one.key);
    const isNew = (words: string, list: (other: NamedAnswer) => string[]) =>
      !before.some((other) => list(other).includes(words));
    const nobody =
      one.about === 'manager' ? one.nobody : one.nobody.filter((words) => isNew(words, (other) => other.nobody));
    return {
      ...one,
      nobody,
      unnamed: one.unnamed.filter((words) => isNew(words, (other) => other.unnamed)),
      several: one.several.filter(({ words }) => isNew(words, (other) => other.several.map((its) => its.words))),
    };
  });
}
