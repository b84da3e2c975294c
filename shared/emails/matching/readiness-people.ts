import { concernWords } from '#shared/words/concern-words.ts';
import type { Words } from '#shared/words/index.ts';
import { unmatchedWords } from '#shared/words/unmatched-words.ts';
import type { Block } from '../content.ts';
import { quoted } from '../parts/answer-words.ts';
import { paragraph } from '../parts/phrases.ts';
import type { ReadinessFacts } from './readiness.ts';

/** Who answered and how, what they would like, and who needs a look, by name. */
export function blocksOnPeople(facts: ReadinessFacts, words: Words): Block[] {
  const { readiness } = words;
  return [
    ...answered(facts, readiness),
    ...wishes(facts, readiness),
    ...facts.coverage.flatMap((factor) => coverage(factor, readiness.coverage)),
    ...unmatchable(facts, words),
    ...unread(facts, words),
    ...named(readiness.unfinished, facts.unfinished, readiness),
    ...named(readiness.held, facts.held, readiness),
    ...leftOut(facts, readiness),
    ...concerns(facts, words),
  ];
}

type Said = Words['readiness'];
type Row = readonly [label: string, people: number];

function answered(facts: ReadinessFacts, said: Said): Block[] {
  const { answered: words } = said;
  return figures(
    words.heading,
    [
      [words.invited, facts.invited],
      [words.applied, facts.applied],
      ...whereAny([
        [words.partial, facts.partial],
        [words.unread, facts.unread.length],
        [words.declined, facts.declined],
        [words.silent, facts.silent],
        [words.bounced, facts.bounced],
      ]),
    ],
    said,
  );
}

function wishes({ mentors, mentees, both, places }: ReadinessFacts, said: Said): Block[] {
  const { wishes: words } = said;
  const rows = whereAny([
    [words.mentors, mentors],
    [words.mentees, mentees],
    [words.both, both],
  ]);
  return rows.length === 0 ? [] : figures(words.heading, [...rows, [words.places, places]], said);
}

/** The rows that count somebody: five noughts below each other tell nothing. */
function whereAny(rows: readonly Row[]): Row[] {
  return rows.filter(([, people]) => people > 0);
}

function figures(heading: string, rows: readonly Row[], { figure }: Said): Block[] {
  return [
    { kind: 'heading', of: heading },
    { kind: 'facts', of: rows.map(([label, people]) => ({ label, value: figure({ people }) })) },
  ];
}

/** Who wants what and who offers it; what nobody wants is left out. */
function coverage({ title, topics }: ReadinessFacts['coverage'][number], said: Said['coverage']): Block[] {
  const wanted = topics.filter((topic) => topic.wanted > 0).sort((a, b) => b.wanted - a.wanted);
  if (wanted.length === 0) return [];
  const facts = wanted.map(({ topic, ...many }) => ({
    label: topic,
    value: said.topic({ ...many, isEnough: many.places < many.wanted ? 'no' : 'yes' }),
  }));
  return [
    { kind: 'heading', of: said.heading({ title }) },
    { kind: 'facts', of: facts },
  ];
}

function unmatchable({ unmatchable: people }: ReadinessFacts, words: Words): Block[] {
  if (people.length === 0) return [];
  const facts = people.map(({ why, ...who }) => ({ label: who.name, value: unmatchedWords(why, who, words) }));
  return [
    { kind: 'heading', of: words.readiness.unmatchable },
    { kind: 'facts', of: facts },
  ];
}

/** They have tried: a word from somebody whom they know helps them more than we can. */
function unread({ unread: people }: ReadinessFacts, all: Words): Block[] {
  if (people.length === 0) return [];
  const { unread: words } = all.readiness;
  const lines = people.map(({ name, words: own, why }) =>
    own ? words.wrote({ name, words: quoted(own, all) }) : words.came({ name, what: why ?? 'nothing' }),
  );
  return [...named(words.heading, lines, all.readiness), paragraph(words.mayHelp({ people: people.length }))];
}

/** Said to the coordinator, who would wonder, and may know that somebody has thought otherwise. */
function leftOut({ leftOut: people }: ReadinessFacts, said: Said): Block[] {
  if (people.length === 0) return [];
  const { leftOut: words } = said;
  return [
    ...named(
      words.heading,
      people.map((one) => words.why(one)),
      said,
    ),
    paragraph(words.again({ people: people.length })),
  ];
}

function concerns({ concerns: all }: ReadinessFacts, words: Words): Block[] {
  return all.length === 0
    ? []
    : [
        { kind: 'heading', of: words.readiness.committee },
        ...all.map((concern) => paragraph(concernWords(concern, words))),
      ];
}

/** How many names of one kind an email lists. */
const mostNames = 30;

function named(heading: string, names: readonly string[], said: Said): Block[] {
  if (names.length === 0) return [];
  const more = names.length - mostNames;
  return [
    { kind: 'heading', of: heading },
    { kind: 'list', of: [...names.slice(0, mostNames), ...(more > 0 ? [said.more({ more })] : [])] },
  ];
}
