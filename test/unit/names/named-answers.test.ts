import { describe, expect, it } from 'vitest';
import type { Answers } from '#domain/forms/form.ts';
import { asksAbout, namedAnswers, withoutAsked } from '#domain/names/named-answers.ts';
import { ProgramDefinition } from '#domain/program/program-definition.ts';
import { understoodAnswers } from '#shared/emails/parts/answer-words.ts';
import { aboutNames, withNames } from '#shared/emails/parts/named-people.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';

const program = ProgramDefinition.parse(defaultProgram);
const definition = program.forms.application;
const listed = (id: string, name: string, department?: string) => ({
  id,
  name,
  email: `${id}@example.org`,
  ...(department && { department }),
});
const everyone = [
  listed('me', 'Ada Park'),
  listed('hans', 'DR. HANS VON STEIN'),
  listed('peter', 'Peter Schmidt'),
  listed('anna1', 'Anna Lee', 'Finance'),
  listed('anna2', 'Anna Lee', 'Sales'),
  listed('eva1', 'Eva Novak'),
  listed('eva2', 'Eva Novak'),
];
const named = (answers: Answers) => namedAnswers(program, { answers, person: 'me' }, everyone);

/** How an answer is shown, and what is said about it. */
function told(answers: Answers): [shown: string[], words: string[]] {
  const found = named(answers);
  const shown = withNames(understoodAnswers(definition, answers), { named: found, definition, answers });
  return [shown.map(({ value }) => value), aboutNames(found, definition, 'by reply')];
}

describe('an answer about whom to keep apart', () => {
  it('is shown with the full name, where it gives given and family name or an address', () => {
    expect(told({ avoid: 'Hans Stein' })).toEqual([['Hans von Stein ("Hans Stein")'], []]);
    expect(told({ avoid: 'hans@example.org' })).toEqual([['Hans von Stein ("hans@example.org")'], []]);
    expect(told({ avoid: 'Hans von Stein' })).toEqual([['Hans von Stein'], []]);
    expect(told({ avoid: 'Petre Schmit' })).toEqual([['Peter Schmidt ("Petre Schmit")'], []]);
  });

  it('does not tell who is invited to somebody who tries part of a name', () => {
    expect(told({ avoid: 'Schmidt' })).toEqual([
      ['"Schmidt"'],
      ['We keep you apart from the one person whom "Schmidt" fits.'],
    ]);
    expect(JSON.stringify(named({ avoid: 'Schmidt, Lee and H. Stein' }))).not.toMatch(/Peter|Anna|Hans|example/);
  });

  it('is asked about where two have the name: where they work tells them apart, if the list has it', () => {
    expect(told({ avoid: 'Anna Lee' })[1]).toEqual([
      'There are two people called "Anna Lee". Please reply with 18 and their team or place after the name, or their address. Until we hear, we keep you apart from both.',
    ]);
    expect(told({ avoid: 'Eva Novak' })[1]).toEqual([
      'There are two people called "Eva Novak". Please reply with 18 and their address, for our list does not say where they work. Until we hear, we keep you apart from both.',
    ]);
    expect(told({ avoid: 'Anna Lee, Sales' })).toEqual([['Anna Lee ("Anna Lee, Sales")'], []]);
    expect(told({ avoid: 'Lee' })[1]).toEqual([
      '"Lee" fits more than one person. Please reply with 18 and the full name or the address. Until we hear, we keep you apart from all of them.',
    ]);
  });

  it('is asked about where nobody has the name, or none is said', () => {
    expect(told({ avoid: 'Petra Klein' })).toEqual([
      ['"Petra Klein"'],
      [
        'We found nobody called "Petra Klein" in this round. If they take part, please reply with 18 and the full name or the address; if not, there is nothing to do.',
      ],
    ]);
    expect(told({ avoid: 'my old boss' })[1]).toEqual([
      'We found no name in "my old boss". We can keep you apart only from people who are named. If you like, reply with 18 and a name or an address; if not, there is nothing to do.',
    ]);
  });

  it('is asked about with all of its names, for another answer takes its place', () => {
    expect(told({ avoid: 'Hans Stein and Petra Klein' })[1][0]).toContain('reply with 18 and all names');
  });

  it.each(['nobody', '-', 'No, thank you'])('is left alone: %s', (avoid) => {
    expect(named({ avoid })).toEqual([]);
  });

  it('is asked about once', () => {
    const first = named({ avoid: 'Petra Klein' });

    expect(withoutAsked(first, first).some(asksAbout)).toBe(false);
    expect(withoutAsked(named({ avoid: 'Petra Kline' }), first).some(asksAbout)).toBe(true);
  });
});

describe('an answer about the manager', () => {
  it('may name somebody who does not take part', () => {
    expect(told({ manager: 'Petra Klein' })).toEqual([['"Petra Klein" (not in this round, as far as we see)'], []]);
    expect(named({ manager: 'Petra Klein' }).some(asksAbout)).toBe(false);
  });

  it('is asked about where two have the name', () => {
    expect(named({ manager: 'Anna Lee' }).some(asksAbout)).toBe(true);
  });
});

describe('an answer about whom one would like', () => {
  const factor = { id: 'wish', title: 'Wishes', compare: 'names', mentee: 'why', mentor: 'why', weight: 5 };
  const wishing = ProgramDefinition.parse({
    ...defaultProgram,
    matching: { ...defaultProgram.matching, factors: [...defaultProgram.matching.factors, factor] },
  });

  it('does not count whom it excludes', () => {
    const [wish] = namedAnswers(wishing, { answers: { why: 'Peter Schmidt, not Hans Stein' }, person: 'me' }, everyone);

    expect(wish).toMatchObject({ about: 'wish', found: ['Peter Schmidt'], left: ['Hans Stein'] });
  });
});
