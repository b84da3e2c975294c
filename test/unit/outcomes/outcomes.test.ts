import { describe, expect, it } from 'vitest';
import { isWithheld, shareOf, shownTogether, withheld } from '#domain/outcomes/disclosure.ts';
import { goalAttainment } from '#domain/outcomes/goals.ts';
import type { CohortRecord } from '#domain/outcomes/outcome-report.ts';
import { outcomesCsv } from '#domain/outcomes/outcome-table.ts';
import { outcomesOf } from '#domain/outcomes/outcomes.ts';
import { groupsOf } from '#domain/outcomes/participation.ts';
import { surveysIn } from '#domain/program/stage-definition.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { allWell, anyCohort, cohortOf, form, pair, surveys } from './cohorts.ts';
import { headline, sectionsOf, weakPoints } from './said.ts';

describe('outcomesOf', () => {
  it('counts who took part', () => {
    const { participation, matches, responses } = outcomesOf(
      cohortOf({ mentors: 20, mentees: 26, declined: 7, silent: 9 }),
    );

    expect(participation).toEqual({
      invited: 62,
      applied: 46,
      declined: 7,
      unanswered: 9,
      mentors: 20,
      mentees: 26,
      both: 0,
      pairs: 20,
      unmatchedMentees: 6,
      unmatchedMentors: 0,
    });
    expect(matches).toEqual({
      menteesMatched: { from: 20 / 26, to: 20 / 26 },
      meanScore: expect.closeTo(0.7),
      worstScore: 0.7,
    });
    expect(responses.closeout).toEqual({ asked: 40, answered: 40, rate: { from: 1, to: 1 } });
  });

  it('means what people answered, over everyone and each side, with how many they were', () => {
    const record = cohortOf({ mentors: 6, mentees: 6, answered: 0 });
    for (const one of record.pairs) {
      record.forms = [...record.forms, ...surveys('closeout', one, { trust: 3 }, { trust: 5 })];
    }

    expect(outcomesOf(record).trust).toMatchObject({
      label: 'Trust',
      min: 1,
      max: 5,
      surveys: [{ survey: { name: 'midpoint' }, figure: { all: withheld, mentors: withheld, mentees: withheld } }, {}],
      closeout: {
        all: { mean: 4, answers: 12 },
        mentors: { mean: 3, answers: 6 },
        mentees: { mean: 5, answers: 6 },
      },
    });
  });

  it('counts people, not answers, when it decides what may be shown', () => {
    const mentees = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const pairs = mentees.map((mentee, n) => pair(`mentor${n % 2}`, mentee));
    const forms = pairs.flatMap((one) => surveys('closeout', one, { trust: 2 }, { trust: 4 }));
    const record = {
      program: defaultProgram,
      surveys: surveysIn(defaultProgram),
      people: [],
      forms,
      pairs,
      smallestGroup: 5,
    };

    const { closeout } = outcomesOf(record).trust;

    expect(closeout.all).toEqual({ mean: 3, answers: 14 });
    expect(closeout.mentors).toEqual(withheld);
    expect(closeout.mentees).toEqual(withheld);
  });

  it('leaves out answers that are off the scale, declined surveys and pairs that were not announced', () => {
    const record = cohortOf({ mentors: 6, mentees: 6 });
    const stray = [
      form('closeout', 'x', { side: 'mentor', answers: { trust: 50 } }),
      form('closeout', 'y', { side: 'mentor', answers: { trust: 1 }, status: 'declined' }),
    ];
    const unannounced = { ...pair('mentor0', 'mentee0', 0.1), status: 'vetoed' as const };

    const outcomes = outcomesOf({
      ...record,
      forms: [...record.forms, ...stray],
      pairs: [...record.pairs, unannounced],
    });

    expect(outcomes.trust.closeout.all).toEqual({ mean: 4, answers: 12 });
    expect(outcomes.matches.worstScore).toBe(0.7);
    expect(outcomes.participation.pairs).toBe(6);
  });

  it("takes the mentees' own word for goals reached", () => {
    const record = cohortOf({ mentors: 20, mentees: 20, answered: 0 });
    const ratings = (n: number) => (n < 5 ? -1 : n < 15 ? 0 : 2);
    record.pairs.forEach((one, n) => {
      record.forms = [...record.forms, ...surveys('closeout', one, { goal: -2 }, { goal: ratings(n) })];
    });

    const { goal } = outcomesOf(record);

    expect(goal?.reached).toEqual({ from: 0.75, to: 0.75 });
    expect(goal?.closeout.mentees).toEqual({ mean: 52.5, answers: 20 });
    expect(goal?.closeout.mentors).toEqual({ mean: 30, answers: 20 });
  });

  it('shows how people would recommend it in three bands, or in none', () => {
    const record = (low: number) => {
      const one = cohortOf({ mentors: 20, mentees: 0 });
      const answers = (n: number) => ({ recommend: n < low ? 3 : n < 12 ? 8 : 10 });
      return {
        ...one,
        forms: Array.from({ length: 20 }, (_, n) => form('closeout', `mentor${n}`, { answers: answers(n) })),
      };
    };

    expect(outcomesOf(record(5)).recommend).toEqual({
      min: 0,
      max: 10,
      mean: { mean: 7.55, answers: 20 },
      low: 5,
      middle: 7,
      high: 8,
    });
    expect(outcomesOf(record(4)).recommend).toMatchObject({ low: withheld, middle: withheld, high: withheld });
  });

  it('counts a pair that one of the two refused at the kickoff as none', () => {
    const record = cohortOf({ mentors: 26, mentees: 26 });
    const broken = record.pairs.slice(0, 6);
    const kept = record.pairs.slice(6);
    const refusals = broken.map((one, n) =>
      form('agreement', n % 2 ? one.mentor : one.mentee, {
        pair: one.id,
        ...(n < 3 ? { answers: { agree: false } } : { status: 'declined' }),
      }),
    );
    // Nobody of a broken pair is asked at the mid-point or the end.
    const asked = record.forms.filter(({ pair: of }) => of === undefined || kept.some(({ id }) => id === of));

    const { participation, matches, responses } = outcomesOf({ ...record, forms: [...asked, ...refusals] });

    expect(participation).toMatchObject({ pairs: 20, unmatchedMentees: 6, unmatchedMentors: 6 });
    expect(matches.menteesMatched).toEqual({ from: 20 / 26, to: 20 / 26 });
    expect(responses.closeout).toMatchObject({ asked: 40, answered: 40 });
  });

  it('says of a cohort without pairs what it lacked, and nothing of what nobody was asked', () => {
    const said = (record: CohortRecord) => {
      const outcomes = outcomesOf({ ...record, pairs: [] });
      return { words: headline(outcomes).join(' '), titles: sectionsOf(outcomes).map(({ title }) => title) };
    };

    expect(said(cohortOf({ mentors: 0, mentees: 0, silent: 40 })).words).toBe(
      'Nobody applied this time. So nobody was asked how it went. The weak point is the invitation: none of the 40 people who got it applied.',
    );
    expect(said(cohortOf({ mentors: 0, mentees: 9 })).words).toBe(
      '9 people applied, and no pairs were made. So nobody was asked how it went. The weak point is mentors: nobody offered to be one.',
    );
    expect(said(cohortOf({ mentors: 9, mentees: 9 })).titles).not.toContain('Did they reach what they came for?');
  });

  it('says "none" of a band with nobody in it, and of all three that they gave it', () => {
    const record = cohortOf({ mentors: 8, mentees: 8 }, { ...allWell, recommend: 9 });
    const facts = sectionsOf(outcomesOf(record)).flatMap((section) => section.facts ?? []);

    expect(facts.find(({ label }) => label.startsWith('Would recommend'))?.value).toBe(
      '9 (16 answers); 16 gave 9 or 10, none gave 7 or 8, and none gave less',
    );
    expect(facts.map(({ value }) => value)).not.toContain('0');
  });

  it('has figures for a cohort in which nothing has happened yet', () => {
    const outcomes = outcomesOf({
      program: defaultProgram,
      surveys: surveysIn(defaultProgram),
      people: [],
      forms: [],
      pairs: [],
      smallestGroup: 5,
    });

    expect(outcomes.participation.applied).toBe(0);
    expect(outcomes.trust.closeout.all).toEqual(withheld);
    expect(outcomes.weakPoints).toEqual([]);
    expect(headline(outcomes)[0]).toBe('Nobody applied this time.');
  });

  it('leaves out what the program does not ask', () => {
    const program = { ...defaultProgram, outcomes: { trust: 'trust', relationship: [] } };
    const outcomes = outcomesOf({ ...cohortOf({ mentors: 6, mentees: 6 }), program });

    expect(Object.keys(outcomes)).not.toContain('goal');
    expect(outcomesCsv(outcomes)).not.toContain('recommend');
  });
});

describe('no shown figure reveals a small group', () => {
  const seeds = Array.from({ length: 300 }, (_, seed) => seed);

  it('not by adding and subtracting the sizes of groups', () => {
    for (const seed of seeds) {
      const record = anyCohort(seed);
      const { participation } = outcomesOf(record);
      const groups = groupsOf(record);
      const { pairs, ...counts } = participation;
      const shown = Object.entries({
        ...counts,
        matchedMentees: pairs,
      }).flatMap(([name, count]) => (typeof count === 'number' ? [groups[name as keyof typeof groups]] : []));

      for (let tries = 0; tries < 400; tries++) {
        const size = revealedBy(shown, (n) => ((seed * 7919 + tries * 104729 + n * 1299709) % 97) % 3);
        if (size) expect(size, `seed ${seed}`).toBeGreaterThanOrEqual(record.smallestGroup);
      }
    }
  });

  it('not by a mean of few people, nor by the means of all and of one side', () => {
    for (const seed of seeds) {
      const record = anyCohort(seed);
      const { trust, recommend, informal, meetings, responses } = outcomesOf(record);
      const behind = (key: string, stage: string, side?: string) =>
        new Set(
          record.forms
            .filter((one) => one.stage === stage && one.answers[key] !== undefined && (!side || one.side === side))
            .map(({ person }) => person),
        ).size;

      for (const measure of [trust, meetings]) {
        for (const { survey, figure } of measure?.surveys ?? []) {
          const stage = survey.name;
          const { all, mentors, mentees } = figure;
          const key = measure?.key ?? '';
          if (isShown(all)) expect(behind(key, stage)).toBeGreaterThanOrEqual(record.smallestGroup);
          if (isShown(mentors)) expect(behind(key, stage, 'mentor')).toBeGreaterThanOrEqual(record.smallestGroup);
          expect(isShown(mentors)).toBe(isShown(mentees));
        }
      }
      for (const [key, mean] of Object.entries({ recommend: recommend?.mean, informal })) {
        if (isShown(mean)) expect(behind(key, 'closeout')).toBeGreaterThanOrEqual(record.smallestGroup);
      }
      for (const band of [recommend?.low, recommend?.middle, recommend?.high]) {
        if (typeof band === 'number' && band > 0) expect(band).toBeGreaterThanOrEqual(record.smallestGroup);
      }
      const { asked } = responses.closeout;
      if (typeof asked === 'number' && asked > 0) expect(asked).toBeGreaterThanOrEqual(record.smallestGroup);
    }
  });

  it('not by a share beside the size of its part or its whole', () => {
    for (let whole = 1; whole <= 60; whole++) {
      for (let part = 0; part <= whole; part++) {
        const beside = shareOf(part, whole, { part: false, whole: true });
        if (!('withheld' in beside)) {
          const fits = Array.from({ length: whole + 1 }, (_, n) => n / whole).filter(
            (share) => share >= beside.from && share <= beside.to,
          );
          expect(fits.length).toBeGreaterThanOrEqual(3);
          expect(part / whole).toBeGreaterThanOrEqual(beside.from);
          expect(part / whole).toBeLessThanOrEqual(beside.to);
        }
      }
    }
  });

  it('not in the sentences or the file', () => {
    const record = cohortOf({ mentors: 3, mentees: 3 });
    const outcomes = outcomesOf(record);

    expect(headline(outcomes)).toEqual([
      '6 people applied, and a few pairs were made.',
      'Pairs met 6 times on average, and trust stood at 4 out of 5.',
      'No weak point stands out in what people answered.',
    ]);
    expect(outcomesCsv(outcomes)).toContain('participation,pairs,,all,,,withheld\r\n');
    expect(outcomesCsv(outcomes)).toContain('trust,Trust,closeout,mentors,,,withheld\r\n');
  });
});

describe('shownTogether', () => {
  const people = (from: number, to: number) => new Set(Array.from({ length: to - from }, (_, n) => `p${from + n}`));

  it('withholds few, and what would give few away', () => {
    const groups = [
      { name: 'invited', members: people(0, 40) },
      { name: 'applied', members: people(0, 38) },
      { name: 'declined', members: people(38, 40) },
      { name: 'none', members: people(0, 0) },
    ];

    expect(shownTogether(groups, 5)).toEqual({ invited: 40, applied: withheld, declined: withheld, none: 0 });
  });

  it('sees through sums of several', () => {
    const groups = [
      { name: 'all', members: people(0, 30) },
      { name: 'first', members: people(0, 14) },
      { name: 'second', members: people(14, 28) },
    ];

    expect(shownTogether(groups, 5)).toEqual({ all: 30, first: 14, second: withheld });
  });
});

describe('goalAttainment', () => {
  it('is 50 + 10 times the rating for a single goal', () => {
    expect([-2, -1, 0, 1, 2].map((rating) => goalAttainment([{ rating, weight: 3 }]))).toEqual([30, 40, 50, 60, 70]);
  });

  it('follows Kiresuk and Sherman for several', () => {
    const goals = [
      { rating: 1, weight: 2 },
      { rating: 0, weight: 1 },
      { rating: 2, weight: 1 },
    ];

    // 50 + 10 * 4 / sqrt(0.7 * 6 + 0.3 * 16)
    expect(goalAttainment(goals)).toBeCloseTo(50 + 40 / 3, 10);
    expect(() => goalAttainment([])).toThrow('at least one goal');
  });
});

describe('headline', () => {
  it('is three sentences with the figures in them', () => {
    expect(headline(outcomesOf(cohortOf({ mentors: 28, mentees: 28, declined: 10, silent: 14 })))).toEqual([
      '56 people applied, and 28 pairs were made: all mentees were matched.',
      'Pairs met 6 times on average, trust stood at 4 out of 5, and all of the mentees who answered reached or passed their goal.',
      'No weak point stands out in what people answered.',
    ]);
  });

  it('names the weak point', () => {
    const record = cohortOf({ mentors: 20, mentees: 26 }, { ...allWell, trust: 3, goal: -1 });

    expect(headline(outcomesOf(record))[2]).toBe(
      'The weak point is mentors: there were too few for everyone; about three in four of the mentees found one.',
    );
    expect(weakPoints(outcomesOf(record)).slice(1)).toEqual([
      'Trust: it reached only 3 out of 5 at the end.',
      'Goals: people came less far than they expected (40, where 50 is as expected).',
    ]);
  });

  it('says so when trust fell', () => {
    const record = cohortOf({ mentors: 8, mentees: 8 }, { ...allWell, trust: 5 });
    record.forms = record.forms.map((one) =>
      one.stage === 'closeout' ? { ...one, answers: { ...one.answers, trust: 4 } } : one,
    );

    expect(weakPoints(outcomesOf(record))).toEqual(['Trust: it fell from 5 at the mid-point to 4 at the end.']);
  });

  it('does not say what it must not know', () => {
    expect(headline(outcomesOf(cohortOf({ mentors: 2, mentees: 2 })))).toEqual([
      'Some people applied, and a few pairs were made.',
      'Too few people answered the closing survey to say how they got on (we show nothing for fewer than 5).',
      'Too few people answered to name a weak point.',
    ]);
  });
});

describe('outcomesCsv', () => {
  it('has a row a figure', () => {
    const lines = outcomesCsv(outcomesOf(cohortOf({ mentors: 20, mentees: 26, declined: 2, silent: 9 }))).split('\r\n');

    expect(lines[0]).toBe('section,figure,stage,group,value,answers,note');
    expect(lines).toContain('participation,applied,,all,46,,');
    expect(lines).toContain('participation,declined,,all,,,withheld');
    expect(lines).toContain('trust,Trust,closeout,mentees,4,20,');
    expect(lines.at(-1)).toBe('');
  });

  it('is quoted as the standard asks, and nothing in it is a formula', () => {
    const wild = (label: string): CohortRecord => {
      const record = cohortOf({ mentors: 6, mentees: 6 });
      const questions = defaultProgram.forms.closeout.questions.map((one) =>
        one.key === 'trust' ? { ...one, label } : one,
      );
      return {
        ...record,
        program: {
          ...defaultProgram,
          forms: { ...defaultProgram.forms, closeout: { ...defaultProgram.forms.closeout, questions } },
        },
      };
    };
    const csvOf = (label: string) => outcomesCsv(outcomesOf(wild(label)));

    expect(csvOf('Trust, "as" felt')).toContain('trust,"Trust, ""as"" felt",closeout,all,');
    for (const start of ['=', '+', '-', '@']) expect(csvOf(`${start}cmd()`)).toContain(`trust,'${start}cmd(),closeout`);
    expect(csvOf('\t=1')).toContain("trust,'\t=1,closeout");
  });
});

/** The size of the group that a sum of shown groups singles out, if it does; `sign` gives 0, plus or minus per group. */
function revealedBy(groups: ReadonlySet<string>[], sign: (n: number) => number): number | undefined {
  const sums = new Map<string, number>();
  groups.forEach((members, n) => {
    const times = [0, 1, -1][sign(n)] ?? 0;
    for (const person of members) sums.set(person, (sums.get(person) ?? 0) + times);
  });
  const values = [...sums.values()].filter((value) => value !== 0);
  const isGroup = values.every((value) => value === 1) || values.every((value) => value === -1);
  return isGroup && values.length > 0 ? values.length : undefined;
}

function isShown(figure: unknown): boolean {
  return figure !== undefined && !isWithheld(figure);
}
