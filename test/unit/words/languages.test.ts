import { parseMessage, validate } from 'messageformat';
import { describe, expect, it } from 'vitest';
import { languages } from '#shared/words/index.ts';

type Tree = { readonly [key: string]: string | Tree };

function flat(tree: Tree, path = ''): [key: string, message: string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : flat(value, `${path}${key}.`),
  );
}

/** What a message names: its placeholders with what is made of them, and its markup. */
function namedIn(message: string): string[] {
  return [...new Set(message.match(/\{\$[\w-]+(?: :\w+)?|\{#[\w-]+/g) ?? [])].map((one) => one.slice(1)).sort();
}

describe.each(Object.entries(languages))('the words of %s', (_, made) => {
  const language = made();

  it.each(flat(language.messages))('parse: %s', (_key, message) => {
    const faults: string[] = [];
    validate(parseMessage(message), (kind) => faults.push(kind));
    expect(faults).toEqual([]);
    // A value of its own, or a backslash that MessageFormat would take for an escape, is no part of our messages.
    expect(message).not.toMatch(/\.local|\\/);
  });

  it('name what English names', () => {
    const names = (tree: Tree) =>
      flat(tree).map(([key, message]) => [key, namedIn(message).map((one) => one.split(' ')[0])]);
    const distinct = (all: ReturnType<typeof names>) => all.map(([key, of]) => [key, [...new Set(of)]]);
    expect(distinct(names(language.messages))).toEqual(distinct(names(languages.en().messages)));
  });
});
