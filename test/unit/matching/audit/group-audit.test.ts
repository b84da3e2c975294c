import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Applicant } from '#domain/applicants.ts';
import { applicantsOf } from '#domain/applicants.ts';
import { newForm } from '#domain/forms/form-record.ts';
import type { Audit } from '#domain/matching/audit/audit-tables.ts';
import { type AuditInput, auditsOf, flagsIn, voluntaryIn } from '#domain/matching/audit/group-audit.ts';
import type { Group } from '#domain/matching/audit/groups.ts';
import { proposePairs } from '#domain/matching/round/propose-pairs.ts';
import type { Person } from '#domain/person.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { auditNoteWords, auditTitle, flagWords, groupWords, rateWords, worstWords } from '#shared/words/audit-words.ts';
import { wordsOf } from '#shared/words/index.ts';
import { population } from '#test/bench/matching/population.ts';

const smallest = defaultProgram.privacy.smallestGroup;

interface Somebody {
  /** What they said for their gender; nothing when absent. */
  group?: string;
  roles?: Applicant['roles'];
  isHeld?: boolean;
  /** Scores of their pairs as a mentee and as a mentor. */
  asMentee?: number[];
  asMentor?: number[];
  department?: string;
}

/** The input of an audit in which these people applied; partners are nobody's business here. */
function having(people: readonly Somebody[], rest: Partial<AuditInput> = {}): AuditInput {
  const id = (index: number) => `p${index}`;
  return {
    program: defaultProgram,
    cohort: {},
    participants: people.map(({ department }, index) => ({ id: id(index), ...(department && { department }) })),
    applicants: people.map(({ group, roles = ['mentee'] }, index) => ({
      id: id(index),
      roles,
      answers: { ...(group !== undefined && { gender: group }) },
    })),
    held: new Set(people.flatMap(({ isHeld }, index) => (isHeld ? [id(index)] : []))),
    pairs: people.flatMap(({ asMentee = [], asMentor = [] }, index) => [
      ...asMentee.map((score) => ({ mentor: 'somebody', mentee: id(index), score })),
      ...asMentor.map((score) => ({ mentor: id(index), mentee: 'somebody', score })),
    ]),
    ...rest,
  };
}

/** So many mentees of a group, the first `matched` of them with a pair. */
function mentees(group: string | undefined, size: number, matched = size, score = 0.5): Somebody[] {
  return Array.from({ length: size }, (_, n) => ({
    ...(group !== undefined && { group }),
    ...(n < matched && { asMentee: [score] }),
  }));
}

const words = wordsOf();

/** An audit as it is shown. */
function shown(audit: Audit) {
  const named = <R extends { group: Group }>({ group, ...rest }: R) => ({ ...rest, group: groupWords(group, words) });
  const ofRole = (rows: Audit['mentees']) =>
    rows?.map(({ worst, ...row }) => ({ ...named(row), ...(worst && { worst: worstWords(worst, words) }) }));
  const { people, mentees, mentors, about } = audit;
  return {
    about,
    title: auditTitle(audit, words),
    ...(people && { people: people.map(named) }),
    ...(mentees && { mentees: ofRole(mentees) }),
    ...(mentors && { mentors: ofRole(mentors) }),
    flags: audit.flags.map((flag) => ({
      ...named(flag),
      highest: named(flag.highest),
      rate: rateWords({ ...audit, ...flag }, words),
      words: flagWords({ ...audit, ...flag }, words),
    })),
    notes: audit.notes.map((note) => auditNoteWords(note, words)),
  };
}
type ShownAudit = ReturnType<typeof shown>;

function gender(input: AuditInput): ShownAudit {
  const [found] = auditsOf(input);
  if (found?.about !== 'gender') throw new Error('There is no audit by gender.');
  return shown(found);
}

describe('the audit of a voluntary question', () => {
  it('flags a match rate under four fifths of the highest, with the numbers', () => {
    const { flags } = gender(having([...mentees('woman', 60, 57), ...mentees('man', 40, 24)]));

    expect(flags.map(({ words, tooSmall }) => [words, tooSmall])).toEqual([
      [
        'Gender, mentees who have a partner: man 24 of 40 (60%), woman 57 of 60 (95%). The first rate is 0.63 of the second, under four fifths.',
        false,
      ],
    ]);
  });

  it('flags nothing at exactly four fifths', () => {
    const { flags } = gender(having([...mentees('woman', 50), ...mentees('man', 50, 40)]));

    expect(flags).toEqual([]);
  });

  it('says when numbers are too small to mean anything, and does not send such flags', () => {
    const audits = auditsOf(having([...mentees('woman', 6), ...mentees('man', 15, 10)]));

    expect(audits.map(shown)[0]?.flags).toMatchObject([
      { tooSmall: true, words: expect.stringMatching(/from chance\.$/) },
    ]);
    expect(flagsIn(audits)).toEqual([]);
  });

  it('gives rates of applications and of those who may take part, whatever their role', () => {
    const people = [
      ...mentees('woman', 20, 10),
      ...Array.from({ length: 10 }, (): Somebody => ({ group: 'man', roles: ['mentor'], isHeld: true })),
      ...Array.from({ length: 10 }, (): Somebody => ({ group: 'man', roles: ['mentor'], asMentor: [0.7] })),
    ];
    const invitedGroups = { gender: { woman: 40, man: 100 } };

    const found = gender(having(people, { cohort: { invitedGroups } }));

    expect(found.people).toEqual([
      { group: 'woman', invited: 40, applied: 20, eligible: 20, isFew: false },
      { group: 'man', invited: 100, applied: 20, eligible: 10, isFew: false },
    ]);
    expect(found.flags.map(({ rate, has }) => [rate, has])).toEqual([
      ['Gender, who applied of those invited', { part: 20, of: 100 }],
      ['Gender, who may take part of those who applied', { part: 10, of: 20 }],
    ]);
    expect(found.mentors).toMatchObject([
      { group: 'woman', eligible: 0 },
      { group: 'man', eligible: 10, matched: 10, mean: 70 },
    ]);
  });

  it('counts small groups with those who did not say, and takes in the next smallest until they are many', () => {
    const people = [
      ...mentees('woman', 20),
      ...mentees('man', 9),
      ...mentees('non-binary', 2),
      ...mentees('another', 1),
      ...mentees(undefined, 1),
    ];

    const { mentees: rows } = gender(having(people));

    expect(rows?.map(({ group, eligible }) => [group, eligible])).toEqual([
      ['woman', 20],
      ['others, or not said', 13],
    ]);
  });

  it('keeps groups apart among mentees that are too small to be kept apart among mentors', () => {
    const mentors = (group: string | undefined, size: number): Somebody[] =>
      mentees(group, size).map(({ asMentee = [], ...one }) => ({ ...one, roles: ['mentor'], asMentor: asMentee }));
    const people = [
      ...mentees('woman', 20),
      ...mentees('man', 25),
      ...mentees(undefined, 6),
      ...mentors('woman', 7),
      ...mentors('man', 9),
      ...mentors(undefined, 2),
    ];

    const found = gender(having(people, { cohort: { invitedGroups: { gender: { woman: 90, man: 90 } } } }));
    const groups = (rows: readonly { group: string }[] | undefined) => rows?.map(({ group }) => group);

    expect(groups(found.mentees)).toEqual(['woman', 'man', 'others, or not said']);
    expect(groups(found.mentors)).toEqual(['man', 'others, or not said']);
    expect(groups(found.people)).toEqual(['man', 'others, or not said']);
  });

  it('shows nothing when one row is left', () => {
    const audits = auditsOf(having([...mentees('woman', 20), ...mentees('man', 4)]));

    expect(audits.map(shown)).toEqual([
      {
        about: 'gender',
        title: 'Gender',
        flags: [],
        notes: ['There are too few people to compare without showing who is meant.'],
      },
    ]);
    expect(flagsIn(audits)).toBeUndefined();
  });

  it('does not tell the groups of the few who have no partner, whose names the committee reads', () => {
    const found = gender(having([...mentees('woman', 20), ...mentees('man', 20, 18)]));

    expect(found.mentees?.map(({ matched }) => matched)).toEqual([undefined, undefined]);
    expect(found.mentees?.map(({ mean }) => mean)).toEqual([50, 50]);
    expect(found.flags).toEqual([]);
    expect(found.notes[0]).toBe(
      'How many mentees of each group have a partner is not shown: beside the names, it would tell the groups of fewer than 5 people. With 2 of 40 left over, no rate can be under four fifths.',
    );
  });

  it('does not tell the groups of the few who are both mentor and mentee, as what is left of the two', () => {
    const both = (group: string): Somebody => ({ group, roles: ['mentor', 'mentee'] });
    const people = [
      ...['woman', 'man'].flatMap((group) => [
        ...mentees(group, 10, 0),
        ...Array.from({ length: 10 }, (): Somebody => ({ group, roles: ['mentor'] })),
      ]),
      both('woman'),
      both('woman'),
    ];

    const found = gender(having(people, { cohort: { invitedGroups: { gender: { woman: 40, man: 40 } } } }));

    expect(found.mentees?.map(({ eligible }) => eligible)).toEqual([12, 10]);
    expect(found.mentors?.map(({ eligible }) => eligible)).toEqual([12, 10]);
    // Of 22 women, 12 are mentors and 12 mentees: two are both, and everybody can see which two people that is.
    expect(found.people).toBeUndefined();
    expect(found.notes).toContainEqual(expect.stringMatching(/^Who applied is not shown by group/));
  });

  it('points at no pair by its score: the worst is a range in which five people are', () => {
    const scored = (group: string, ...scores: number[]): Somebody[] =>
      scores.map((score) => ({ group, asMentee: [score] }));
    const people = [
      ...scored('woman', 0.31, 0.9, 0.9, 0.9, 0.9),
      ...scored('man', 0.44, 0.46, 0.52, 0.55, 0.58, 0.9, 0.9),
    ];

    const { mentees: rows } = gender(having(people));

    expect(rows?.map(({ mean, worst }) => [mean, worst])).toEqual([
      [78, '30 to 59'],
      [62, '30 to 59'],
    ]);
  });

  it('hides the scores of few pairs, and enough others that they are not what is left of all', () => {
    const people = [...mentees('woman', 10, 8), ...mentees('man', 10, 10), ...mentees('non-binary', 10, 2, 0.1)];

    const { mentees: rows } = gender(having(people));

    expect(rows?.map(({ matched, mean }) => [matched, mean])).toEqual([
      [8, undefined],
      [10, 50],
      [2, undefined],
    ]);
  });

  it('puts whoever named several groups into one of their own, so that no overlap can be computed', () => {
    const [first = { key: 'gender' }] = defaultProgram.forms.application.questions.filter(
      ({ key }) => key === 'gender',
    );
    const program = {
      ...defaultProgram,
      forms: {
        ...defaultProgram.forms,
        application: {
          ...defaultProgram.forms.application,
          questions: defaultProgram.forms.application.questions.map((one) =>
            one === first ? { ...one, type: 'choices' as const } : one,
          ),
        },
      },
    } satisfies ProgramDefinition;
    const input = having(mentees('woman', 20));
    const applicants = input.applicants.map((one, n) => ({
      ...one,
      answers: { gender: n < 8 ? ['woman', 'man'] : n < 14 ? ['woman'] : ['man'] },
    }));

    const { mentees: rows } = gender({ ...input, program, applicants });

    expect(rows?.map(({ group, eligible }) => [group, eligible])).toEqual([
      ['woman', 6],
      ['man', 6],
      ['more than one', 8],
    ]);
  });

  it('leaves out its reader, who would learn from it whether they have a partner', () => {
    const people = [...mentees('woman', 10), ...mentees('man', 10)];

    const { mentees: rows } = gender(having(people, { without: 'p0' }));

    expect(rows?.map(({ eligible, matched }) => [eligible, matched])).toEqual([
      [9, 9],
      [10, 10],
    ]);
  });
});

describe('what the figures of a voluntary question give away', () => {
  const somebody = fc.record<Somebody>(
    {
      group: fc.constantFrom('woman', 'woman', 'man', 'man', 'man', 'non-binary', 'another'),
      roles: fc.constantFrom<Applicant['roles'][]>(['mentor'], ['mentee'], ['mentee'], ['mentor', 'mentee']),
      isHeld: fc.constantFrom(true, ...new Array<boolean>(9).fill(false)),
      asMentee: fc.constantFrom([0.5], [0.8], []),
      asMentor: fc.constantFrom([0.5], [0.3, 0.8], []),
    },
    { requiredKeys: ['roles', 'isHeld'] },
  );
  // A pair has people who may take part, in roles that they took.
  const made = somebody.map(
    ({ asMentee = [], asMentor = [], roles = [], ...one }): Somebody => ({
      ...one,
      roles,
      asMentee: roles.includes('mentee') && !one.isHeld ? asMentee : [],
      asMentor: roles.includes('mentor') && !one.isHeld ? asMentor : [],
    }),
  );
  // Common kinds of people are drawn once and repeated, else every group is of every kind and nothing is rare.
  const crowd = fc
    .array(fc.record({ one: made, times: fc.nat({ max: 12 }) }), { maxLength: 12 })
    .map((kinds) => kinds.flatMap(({ one, times }) => new Array<Somebody>(times).fill(one)));
  const invited = fc.constantFrom<AuditInput['cohort']>({}, { invitedGroups: { gender: { woman: 200, man: 200 } } });

  it('is never a figure of fewer people than the smallest group', () => {
    let shown = 0;
    fc.assert(
      fc.property(crowd, invited, (people, cohort) => {
        const found = gender(having(people, { cohort }));
        const bases = [
          ...(found.people ?? []).flatMap(({ applied }) => [applied]),
          ...[...(found.mentees ?? []), ...(found.mentors ?? [])].map(({ eligible }) => eligible),
        ];
        shown += bases.length;

        expect(bases.filter((people) => people > 0 && people < smallest)).toEqual([]);
        for (const rows of [found.people, found.mentees, found.mentors]) expect(rows?.length).not.toBe(1);
        for (const { mean, matched = smallest } of [...(found.mentees ?? []), ...(found.mentors ?? [])]) {
          if (mean !== undefined) expect(matched).toBeGreaterThanOrEqual(smallest);
        }
      }),
      { numRuns: 1500 },
    );
    expect(shown).toBeGreaterThan(200);
  });

  it('is not to be had by adding and taking away: of few people whose names are known, or of a small group', () => {
    let shown = 0;
    let small = 0;
    fc.assert(
      fc.property(crowd, invited, (people, cohort) => {
        const found = gender(having(people, { cohort }));
        const tables = tablesOf(found);
        shown += tables.length;
        const kinds = [...new Set(people.map(kindOf))];
        const sizes = kinds.map((kind) => people.filter((one) => kindOf(one) === kind).length);

        const byKind = new Span();
        for (const { counts } of tables) byKind.add(kinds.map((kind) => Number(counts(kind))));
        for (const few of fewer(sizes, smallest)) expect(byKind.has(few)).toBe(false);

        const groups = [...new Set(people.map(({ group }) => group))];
        const cells = groups.flatMap((group) => kinds.map((kind) => ({ group, kind })));
        const known = new Span();
        // How many people of each kind there are in all can be counted in the lists of names.
        for (const kind of kinds) known.add(cells.map((cell) => Number(cell.kind === kind)));
        for (const { rows, counts } of tables) {
          const own = rows.filter((row) => groups.includes(row));
          for (const row of rows) {
            const isIn = (group: string | undefined) =>
              own.includes(row) ? group === row : group === undefined || !own.includes(group);
            known.add(cells.map(({ group, kind }) => Number(isIn(group) && counts(kind))));
          }
        }
        for (const some of subsets(groups)) {
          const size = people.filter(({ group }) => some.includes(group)).length;
          // All of them together are the totals, which everybody knows.
          if (size === 0 || size >= smallest || size === people.length) continue;
          small += 1;
          for (const counts of [...kinds.map((kind) => (one: string) => one === kind), ...Object.values(figures)]) {
            const target = cells.map(({ group, kind }) => Number(some.includes(group) && counts(kind)));
            if (target.includes(1)) expect(known.has(target)).toBe(false);
          }
        }
      }),
      { numRuns: 1500 },
    );
    expect(shown).toBeGreaterThan(200);
    expect(small).toBeGreaterThan(200);
  });
});

/** Everything about somebody that a figure may count by, apart from their group. */
function kindOf({ roles = [], isHeld, asMentee = [], asMentor = [] }: Somebody): string {
  const has = (role: 'mentor' | 'mentee', pairs: readonly number[]) =>
    roles.includes(role) ? `${role}${pairs.length > 0 ? '+' : '-'}` : '';
  return `${isHeld ? 'held' : 'may'} ${has('mentee', asMentee)} ${has('mentor', asMentor)}`;
}

const figures: Record<string, (kind: string) => boolean> = {
  applied: () => true,
  may: (kind) => kind.startsWith('may'),
  mentee: (kind) => /^may.*mentee/.test(kind),
  'mentee matched': (kind) => /^may.*mentee\+/.test(kind),
  mentor: (kind) => /^may.*mentor/.test(kind),
  'mentor matched': (kind) => /^may.*mentor\+/.test(kind),
};

/** The figures that are shown, each with the rows that it is shown for. */
function tablesOf({
  people,
  mentees,
  mentors,
  notes,
}: ShownAudit): { rows: string[]; counts: (kind: string) => boolean }[] {
  const isWithoutHeld = notes.some((note) => note.includes('without those who are held back'));
  const shown = [
    { name: isWithoutHeld ? 'may' : 'applied', table: people },
    { name: 'may', table: people?.some(({ eligible }) => eligible !== undefined) ? people : undefined },
    { name: 'mentee', table: mentees },
    { name: 'mentee matched', table: mentees?.some(({ matched }) => matched !== undefined) ? mentees : undefined },
    { name: 'mentor', table: mentors },
    { name: 'mentor matched', table: mentors?.some(({ matched }) => matched !== undefined) ? mentors : undefined },
  ];
  return shown.flatMap(({ name, table }) => {
    const counts = figures[name];
    return table && counts ? [{ rows: table.map(({ group }) => group), counts }] : [];
  });
}

/** Every choice of kinds that makes up fewer than `smallest` people, but some, as a vector of 1 and 0. */
function fewer(sizes: readonly number[], smallest: number): number[][] {
  return subsets([...sizes.keys()]).flatMap((chosen) => {
    const people = chosen.reduce((sum, kind) => sum + (sizes[kind] as number), 0);
    return people > 0 && people < smallest ? [[...sizes.keys()].map((kind) => Number(chosen.includes(kind)))] : [];
  });
}

function subsets<T>(all: readonly T[]): T[][] {
  return Array.from({ length: 2 ** all.length }, (_, bits) => all.filter((_, index) => (bits >> index) & 1));
}

/**
 * What can be computed from some sums: all that can be made of them by adding, taking away and dividing. Modulo a prime,
 * where numbers stay exact; that a sum is there by accident of the prime alone would fail a test, not pass one.
 */
class Span {
  readonly #prime = 1_000_003;
  readonly #rows: { lead: number; row: number[] }[] = [];

  add(vector: readonly number[]): void {
    const rest = this.#reduced(vector);
    const lead = rest.findIndex((value) => value !== 0);
    if (lead < 0) return;
    const inverse = this.#power(rest[lead] as number, this.#prime - 2);
    this.#rows.push({ lead, row: rest.map((value) => (value * inverse) % this.#prime) });
  }

  has(vector: readonly number[]): boolean {
    return this.#reduced(vector).every((value) => value === 0);
  }

  #reduced(vector: readonly number[]): number[] {
    let rest = [...vector];
    for (const { lead, row } of this.#rows) {
      const times = rest[lead] as number;
      if (times === 0) continue;
      rest = rest.map((value, at) => (value + (this.#prime - times) * (row[at] as number)) % this.#prime);
    }
    return rest;
  }

  #power(base: number, exponent: number): number {
    if (exponent === 0) return 1;
    const half = this.#power((base * base) % this.#prime, Math.floor(exponent / 2));
    return exponent % 2 === 1 ? (half * base) % this.#prime : half;
  }
}

describe('the audit by department and location', () => {
  const found = (people: readonly Somebody[], rest?: Partial<AuditInput>) =>
    auditsOf(having(people, rest))
      .map(shown)
      .find(({ about }) => about === 'department');

  it('takes names that differ in case and spaces for one, and shows the first', () => {
    const people = mentees('woman', 4).map((one, n) => ({
      ...one,
      department: ['Field  Work', 'field work', 'Legal', ' FIELD WORK '][n] ?? '',
    }));

    expect(found(people)?.people?.map(({ group, invited, applied }) => [group, invited, applied])).toEqual([
      ['Field Work', 3, 3],
      ['Legal', 1, 1],
    ]);
  });

  it('shows small ones too, as they are no secret, and says that their figures mean little', () => {
    const people = [
      ...mentees(undefined, 12, 12).map((one) => ({ ...one, department: 'Legal' })),
      ...mentees(undefined, 3, 1, 0.34).map((one) => ({ ...one, department: 'Ports' })),
    ];

    const audit = found(people);

    expect(audit?.mentees).toMatchObject([
      { group: 'Legal', isFew: false, worst: '50' },
      { group: 'Ports', eligible: 3, matched: 1, mean: 34, worst: '34', isFew: true },
    ]);
    expect(audit?.flags).toMatchObject([{ group: 'Ports', tooSmall: true }]);
    expect(audit?.notes).toEqual([expect.stringMatching(/fewer than 5 people means little/)]);
  });

  it('compares with the highest rate of many people, not with that of one', () => {
    const of = (department: string, size: number, matched: number) =>
      mentees(undefined, size, matched).map((one) => ({ ...one, department }));

    const audit = found([...of('Legal', 40, 38), ...of('Ports', 40, 20), ...of('People', 1, 1)]);

    expect(audit?.flags.map(({ group, highest, tooSmall }) => [group, highest.group, tooSmall])).toEqual([
      ['Ports', 'Legal', false],
    ]);
  });

  it('knows who was invited, and compares with nobody whose department is not known', () => {
    const people = [
      ...mentees(undefined, 12).map((one) => ({ ...one, department: 'Legal' })),
      ...mentees(undefined, 12).map((one) => ({ ...one, department: 'Ports' })),
      ...mentees(undefined, 12, 0),
    ];
    const input = having(people);
    const silent = Array.from({ length: 28 }, (_, n) => ({ id: `silent${n}`, department: 'Ports' }));

    const audit = found(people, { participants: [...input.participants, ...silent] });

    expect(audit?.people?.map(({ group, invited, applied }) => [group, invited, applied])).toEqual([
      ['Ports', 40, 12],
      ['Legal', 12, 12],
      ['not known', 12, 12],
    ]);
    expect(audit?.flags.map(({ rate, group }) => [rate, group])).toEqual([
      ['Department, who applied of those invited', 'Ports'],
    ]);
  });

  it('is none where everybody is in the same one, or nobody is known to be in any', () => {
    expect(found(mentees(undefined, 8).map((one) => ({ ...one, department: 'Legal' })))).toBeUndefined();
    expect(found(mentees(undefined, 8))).toBeUndefined();
  });
});

describe('matching', () => {
  it('pairs nobody otherwise for their group, their department or their location', () => {
    const crowd = population(14, 9, 6);
    const group = fc.option(fc.constantFrom('woman', 'man', 'non-binary', 'another'), { nil: undefined });
    const place = fc.option(fc.constantFrom('Legal', 'Ports', 'Lisbon'), { nil: undefined });
    const each = fc.array(fc.record({ group, department: place, location: place }), {
      minLength: crowd.length,
      maxLength: crowd.length,
    });
    const pairsWith = (said: readonly { group?: string; department?: string; location?: string }[]) => {
      const people = crowd.map(({ id, name, email }, n): Person => {
        const { department, location } = said[n] ?? {};
        return {
          id,
          name,
          email,
          cohort: 'c',
          parts: ['participant'],
          ...(department && { department }),
          ...(location && { location }),
          expiresAt: 0,
        };
      });
      const forms = crowd.map(({ id, answers, roles: [role = 'mentee'] }, n) => ({
        ...newForm({
          id,
          cohort: 'c',
          person: id,
          purpose: 'application',
          occasion: 'apply',
          openedAt: '2027-01-01T00:00:00.000Z',
          expiresAt: 0,
        }),
        status: 'complete' as const,
        answers: { ...answers, role, ...(said[n]?.group && { gender: said[n].group }) },
      }));
      return proposePairs({ applicants: applicantsOf(people, forms, defaultProgram), program: defaultProgram }).pairs;
    };
    const before = pairsWith([]);

    expect(before.length).toBeGreaterThan(5);
    fc.assert(
      fc.property(each, (said) => {
        expect(pairsWith(said.map((one) => JSON.parse(JSON.stringify(one))))).toEqual(before);
      }),
      { numRuns: 25 },
    );
  });
});

describe('the audits of voluntary questions, once shown,', () => {
  const people = [...mentees('woman', 13), ...mentees('man', 14)].map((one) => ({ ...one, department: 'Yards' }));
  const others = [...mentees('woman', 6), ...mentees('man', 6)].map((one) => ({ ...one, department: 'Ports' }));
  const first = auditsOf(having([...people, ...others]));
  const held = having([...people.slice(0, -1), { ...people.at(-1), isHeld: true }, ...others]);

  it('would tell the group of somebody who is held back, one taken from the next', () => {
    expect(voluntaryIn(auditsOf(held), defaultProgram)).not.toEqual(voluntaryIn(first, defaultProgram));
  });

  it('stay as they were, while those of departments follow', () => {
    const after = auditsOf({ ...held, kept: voluntaryIn(first, defaultProgram) });

    expect(voluntaryIn(after, defaultProgram)).toEqual(voluntaryIn(first, defaultProgram));
    expect(after.find(({ about }) => about === 'department')).not.toEqual(
      first.find(({ about }) => about === 'department'),
    );
  });
});
