import { type Answers, missing, type Question } from '#domain/forms/form.ts';
import { type AskedForm, definitionOf, newForm } from '#domain/forms/form-record.ts';
import type { Purpose } from '#domain/forms/purposes.ts';
import type { NamedFlag } from '#domain/matching/audit/audit-tables.ts';
import type { Alternative } from '#domain/matching/explain/what-if.ts';
import { outcomesOf } from '#domain/outcomes/outcomes.ts';
import type { Person } from '#domain/person.ts';
import type { Cohort } from '#domain/program/cohort.ts';
import { milestoneOf, stageOf, surveysOf } from '#domain/program/milestones.ts';
import { plan } from '#domain/program/schedule.ts';
import type { EmailContext } from '#shared/emails/context.ts';
import type { EmailKind } from '#shared/emails/kinds.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { askedFor } from '#test/harness/cohorts/asked-for.ts';
import { fallenTrust } from '../outcomes/cohorts.ts';

/** One cohort, its people, and facts for every kind of email: what the tests read and what the pictures show. */

export const now = '2027-02-03T10:00:00.000Z';

export const cohort: Cohort = {
  schema: 1,
  id: 'coh_spring2027',
  name: 'Spring 2027',
  organisation: 'Harbour Institute',
  timeZone: 'Europe/Lisbon',
  program: { id: defaultProgram.id, version: defaultProgram.version, title: defaultProgram.title },
  coordinator: { name: 'Maria Ortiz', email: 'maria.ortiz@harbour.example' },
  committee: [
    { name: 'Grace Lee', email: 'grace.lee@harbour.example' },
    { name: 'Tomas Novak', email: 'tomas.novak@harbour.example' },
    { name: 'Amina Bello', email: 'amina.bello@harbour.example' },
  ],
  leadership: [{ name: 'Ines Duarte', email: 'ines.duarte@harbour.example' }],
  schedule: plan(defaultProgram, '2027-02-01', 'Europe/Lisbon'),
  done: {},
  stage: 'apply',
  status: 'running',
  revision: 1,
  generation: 0,
  request: 'req_sample',
  createdAt: '2027-01-20T09:00:00.000Z',
  expiresAt: Date.parse('2029-10-01T00:00:00.000Z') / 1000,
};

export function person(
  name = 'Ada Lovelace',
  parts: Person['parts'] = ['participant'],
  email = 'ada@harbour.example',
): Person {
  return { id: 'per_1', cohort: cohort.id, name, email, parts, expiresAt: cohort.expiresAt };
}

const stop = 'https://mentoring.harbour.example/u/4mzv7s2q9k3t8x1w5r6y7p0n2m';
const page = 'https://mentoring.harbour.example/f/1k9x3q7v5t2w8r4y6z0p1m2n3b';
export const weights = 'https://mentoring.harbour.example/w/coh_spring2027.2m7c4n6b5v3x7z2l4k6j5h3g7f';

interface Asked {
  purpose: Purpose;
  stage?: string;
  side?: 'mentor' | 'mentee';
  questions?: Question[];
  answers?: Answers;
  partner?: AskedForm['partner'];
  unclear?: AskedForm['unclear'];
  proposed?: Answers;
}

export function form(given: Asked): NonNullable<EmailContext['form']> {
  const { purpose, stage, side, questions, partner, answers = {}, unclear = [], proposed } = given;
  const asked: AskedForm = {
    ...newForm({
      id: 'frm_1',
      cohort: cohort.id,
      person: 'per_1',
      purpose,
      occasion: 'sample',
      openedAt: '2027-02-01T09:00:00.000Z',
      expiresAt: cohort.expiresAt,
      ...(stage && { stage }),
      ...(side && { side }),
      ...(questions && { questions }),
      ...(partner && { partner }),
    }),
    answers,
    unclear,
    ...(proposed && { proposed }),
  };
  const definition = definitionOf(asked, defaultProgram);
  const isAnswered = Object.keys(answers).length > 0;
  const isComplete = missing(definition, answers).length === 0;
  return { definition, asked: { ...asked, status: isComplete ? 'complete' : isAnswered ? 'partial' : 'open' }, page };
}

export function context(asked?: Asked, to: Person = person()): EmailContext {
  return {
    ...{ cohort, program: defaultProgram, person: to, stop, now },
    ...(to.email === cohort.coordinator.email && { weights }),
    ...(asked && { form: form(asked) }),
  };
}

export const mentee: Answers = {
  role: 'mentee',
  why: 'I have been here three years and nobody ever asks where I want to go.',
  change: 'Lead my own group, and sleep at night.',
  topics: ['finding my direction', 'leading people'],
  prefers: ['listens before advising', 'has made a big change'],
  offers: ['newer methods and tools'],
  beyond: ['someone to be open with'],
  before: 'neither',
  experience: 6,
  languages: ['English', 'Portuguese'],
  times: ['around noon'],
};

const pairs = [
  {
    number: 1,
    mentor: 'Grace Hopper',
    mentee: 'Ada Lovelace',
    score: 0.86,
    reasons: [
      { kind: 'help', shared: ['leading people'], wanted: ['leading people'] },
      { kind: 'quality', shared: ['has made a big change'], wanted: ['has made a big change'] },
    ],
  },
  {
    number: 2,
    mentor: 'Mary Somerville',
    mentee: 'Charles Babbage',
    score: 0.61,
    reasons: [{ kind: 'common', shared: ['around noon'] }],
  },
  { number: 3, mentor: 'Alan Turing', mentee: 'Joan Clarke', score: 0.58, reasons: [] },
];

const asPair = (pair: (typeof pairs)[number]): Question => ({
  key: `pair${pair.number}`,
  ask: `${pair.mentor} as mentor of ${pair.mentee}`,
  label: `${pair.mentor} and ${pair.mentee}`.slice(0, 40),
  type: 'yesno',
});
const ballotQuestions: Question[] = pairs.map(asPair);

/** As many pairs as a cohort of forty has, with as much to be said for each. */
const manyPairs = Array.from({ length: 18 }, (_, index) => ({
  number: index + 1,
  mentor: ['Grace Hopper', 'Mary Somerville', 'Alan Turing', 'Maria Goeppert-Mayer'][index % 4] ?? '',
  mentee: `${['Ada', 'Charles', 'Joan', 'Emil', 'Sofia'][index % 5]} ${['Lovelace', 'Babbage', 'Clarke', 'Kovalevskaya'][index % 4]}`,
  score: (92 - 3 * index) / 100,
  reasons: [
    {
      kind: 'help',
      shared: ['leading people', 'handling difficult situations'],
      wanted: ['leading people', 'handling difficult situations'],
    },
    {
      kind: 'quality',
      shared: ['listens before advising'],
      wanted: ['listens before advising', 'asks good questions'],
    },
    { kind: 'common', shared: ['around noon', 'at the end of the day'] },
    { kind: 'offer', shared: ['newer methods and tools'], wanted: ['newer methods and tools'] },
  ].slice(0, 4 - (index % 3)),
}));
const alternative: Alternative = {
  menteeHas: { mentor: 'Alan Turing', score: 0.52 },
  lost: { pairs: 0, total: 0.09 },
  lostWorst: 0,
  isLessEven: false,
};
const flags: NamedFlag[] = [
  {
    about: 'gender',
    title: 'Gender',
    rate: 'mentees',
    group: 'man',
    has: { part: 7, of: 14 },
    highest: { part: 19, of: 20, group: 'woman' },
    ratio: 0.5263,
    tooSmall: false,
  },
];
const confirmQuestions: Question[] = [
  { key: 'mine', ask: 'Did you write that reply?', label: 'Your reply', type: 'yesno' },
];
const openingQuestions: Question[] = [
  {
    key: 'introduce',
    ask: 'Shall we introduce Grace Hopper as mentor to Sofia Kovalevskaya?',
    label: 'Introduce them',
    type: 'yesno',
  },
];
const decisionQuestions: Question[] = [
  { key: 'publish', ask: 'Shall we publish these pairs?', label: 'Publish', type: 'yesno' },
];
const consentQuestions: Question[] = [
  { key: 'with', ask: 'Would you like to work with Grace Hopper?', label: 'With Grace Hopper', type: 'yesno' },
];
const lateQuestions: Question[] = [
  { key: 'take', ask: "Shall we take Ada Lovelace's late reply?", label: 'Take it', type: 'yesno' },
];

const partner = { name: 'Grace Hopper', email: 'grace.hopper@harbour.example' };
const partial: Answers = {
  role: 'mentor',
  why: 'To give something back.',
  helps: ['leading people'],
  story: 'I led two labs.',
};
const coordinator = person('Maria Ortiz', ['coordinator'], cohort.coordinator.email);
const reviewer = person('Tomas Novak', ['committee']);
const leader = person('Ines Duarte', ['leadership']);

export interface Sample {
  name: string;
  kind: EmailKind;
  facts: unknown;
  context: EmailContext;
}

const application: Asked = { purpose: 'application' };
const ballot: Asked = { purpose: 'ballot', questions: ballotQuestions };

const noNames = { found: [], parts: [], several: [], nobody: [], unnamed: [], left: [] };

/** At the end of applications, nobody and nothing; each sample says what there is. */
const nobody = {
  ...{ invited: 9, applied: 0, partial: 0, declined: 0, silent: 9, bounced: 0 },
  ...{ mentors: 0, mentees: 0, both: 0, places: 0 },
  ...{ unmatchable: [], unfinished: [], held: [], coverage: [], concerns: [] },
};

const noPairs = outcomesOf({
  program: defaultProgram,
  people: Array.from({ length: 9 }, (_, n) => ({ id: `per_${n}` })),
  ...{ surveys: surveysOf(cohort), forms: [], pairs: [], smallestGroup: 5 },
});

/** What came of one in which trust fell, with figures of every sort: withheld ones, and nobody at all. */
const outcomes = outcomesOf(fallenTrust());

/** What a cohort gets that goes badly: nobody applies, one mentor for nine, everybody refuses, one pair in all. */
const goingBadly: Sample[] = [
  { name: 'readiness of nobody', kind: 'readiness', facts: nobody, context: context(undefined, coordinator) },
  {
    name: 'readiness of one mentor for nine',
    kind: 'readiness',
    facts: { ...nobody, invited: 12, applied: 10, silent: 2, mentors: 1, mentees: 9, places: 1 },
    context: context(undefined, coordinator),
  },
  {
    name: 'readiness without a mentor',
    kind: 'readiness',
    facts: { ...nobody, applied: 9, silent: 0, mentees: 9 },
    context: context(undefined, coordinator),
  },
  {
    name: 'readiness without a mentee',
    kind: 'readiness',
    facts: { ...nobody, applied: 1, silent: 8, mentors: 1, places: 2 },
    context: context(undefined, coordinator),
  },
  {
    name: 'readiness of two',
    kind: 'readiness',
    facts: { ...nobody, applied: 2, silent: 7, mentors: 1, mentees: 1, places: 1 },
    context: context(undefined, coordinator),
  },
  {
    name: 'publish-decision that few have voted on',
    kind: 'publish-decision',
    facts: {
      ...{ voters: 2, members: 4, isDecided: false, waits: true, fallen: [] },
      pairs: [{ mentor: 'Grace Hopper', mentee: 'Ada Lovelace', inFavour: 2, against: 0, isNew: false }],
    },
    context: context({ purpose: 'decision', questions: decisionQuestions }, coordinator),
  },
  {
    name: 'publish-decision that nobody has voted on',
    kind: 'publish-decision',
    facts: {
      ...{ voters: 0, members: 1, isDecided: false, waits: true, fallen: [] },
      pairs: [{ mentor: 'Grace Hopper', mentee: 'Ada Lovelace', inFavour: 0, against: 0, isNew: false }],
    },
    context: context({ purpose: 'decision', questions: decisionQuestions }, coordinator),
  },
  {
    name: 'publish-decision of many that all are for',
    kind: 'publish-decision',
    facts: {
      ...{ voters: 3, members: 3, isDecided: true, waits: false, fallen: [] },
      pairs: manyPairs.map(({ mentor, mentee: learner }, index) => ({
        ...{ mentor, mentee: learner, inFavour: index === 0 ? 2 : 3, against: index === 0 ? 1 : 0, isNew: false },
      })),
    },
    context: context({ purpose: 'decision', questions: decisionQuestions }, coordinator),
  },
  {
    name: 'matches-published without anybody',
    kind: 'matches-published',
    facts: { pairs: [], unmatched: [] },
    context: context(undefined, coordinator),
  },
  {
    name: 'matches-published without a pair',
    kind: 'matches-published',
    facts: { pairs: [], unmatched: ['Ada Lovelace'] },
    context: context(undefined, coordinator),
  },
  {
    name: 'matches-published on the day',
    kind: 'matches-published',
    facts: { pairs: [{ mentor: 'Grace Hopper', mentee: 'Ada Lovelace', objections: 0 }], unmatched: ['Emil Post'] },
    context: {
      ...context(undefined, coordinator),
      now: milestoneOf(stageOf(cohort, 'kickoff'), 'open').at,
    },
  },
  {
    name: 'cohort-over without a pair',
    kind: 'cohort-over',
    facts: { advice: [], hadPairs: false },
    context: context(undefined, coordinator),
  },
  {
    name: 'report without a pair',
    kind: 'report',
    facts: { outcomes: noPairs },
    context: context(undefined, leader),
  },
  {
    name: 'unfinished of one question',
    kind: 'unfinished',
    facts: {
      who: 'Ada Lovelace',
      email: 'ada@harbour.example',
      purpose: 'application',
      questions: ['When in your working day could you meet?'],
    },
    context: context(undefined, coordinator),
  },
  {
    name: 'thanks to the coordinator, who took part',
    kind: 'thanks',
    facts: { partners: ['Grace Hopper'], role: 'mentee' },
    context: context(undefined, coordinator),
  },
  {
    name: 'pair-not-agreed of the coordinator',
    kind: 'pair-not-agreed',
    facts: { mentor: 'Maria Ortiz', mentee: 'Ada Lovelace', by: 'mentor' },
    context: context(undefined, coordinator),
  },
  {
    name: 'late-reply of the coordinator',
    kind: 'late-reply',
    facts: { who: 'Maria Ortiz', about: 'application' },
    context: context({ purpose: 'late', questions: lateQuestions }, coordinator),
  },
];

const oneOfTwo = { name: 'Grace Hopper', isOneOfSeveral: true };

/** What somebody with two partners gets about one of them, and who has answered on a page. */
const apart: Sample[] = [
  ...(['midpoint', 'closeout'] as const).flatMap((stage): Sample[] => [
    {
      name: `survey-${stage} of one of two`,
      kind: 'survey',
      facts: { stage, partner: { name: 'Grace Hopper' } },
      context: context({ purpose: 'survey', stage, side: 'mentee', partner: oneOfTwo }),
    },
    {
      name: `survey-reminder-${stage} of one of two`,
      kind: 'survey-reminder',
      facts: { stage, partner: { name: 'Grace Hopper' } },
      context: context({ purpose: 'survey', stage, side: 'mentee', partner: oneOfTwo }),
    },
  ]),
  {
    name: 'understood-midpoint of one of two',
    kind: 'understood',
    facts: { answers: { meetings: 3 }, missing: ['trust'], unclear: [], complete: false, asks: 'again' },
    context: context({
      purpose: 'survey',
      stage: 'midpoint',
      side: 'mentee',
      partner: oneOfTwo,
      answers: { meetings: 3 },
    }),
  },
  {
    name: 'understood-agreement of one of two',
    kind: 'understood',
    facts: {
      answers: { agree: true, rhythm: 'every month', hopes: 'A new view.' },
      ...{ missing: [], unclear: [], complete: true, asks: 'numbers' },
    },
    context: context({ purpose: 'agreement', side: 'mentee', partner: oneOfTwo }),
  },
  {
    name: 'declined-survey of one of two',
    kind: 'declined',
    facts: {},
    context: context({ purpose: 'survey', stage: 'midpoint', side: 'mentee', partner: oneOfTwo }),
  },
  {
    name: 'could-not-read of one of two',
    kind: 'could-not-read',
    facts: { why: 'empty' },
    context: context({ purpose: 'survey', stage: 'midpoint', side: 'mentee', partner: oneOfTwo }),
  },
  {
    name: 'understood on a page',
    kind: 'understood',
    facts: { answers: mentee, missing: [], unclear: [], complete: true, asks: 'numbers', onPage: true },
    context: context({ ...application, answers: mentee }),
  },
  {
    name: 'declined on a page',
    kind: 'declined',
    facts: { until: '2028-01-01T00:00:00.000Z', onPage: true },
    context: context(application),
  },
];

/** One of each purpose, and closed: the schedule's own close is the new one, and a week later was written. */
const deadlineMoved: Sample[] = (
  [
    ['application', '2027-02-22T09:00:00.000Z', context(application)],
    ['application', '2027-02-22T09:00:00.000Z', context({ ...application, answers: partial })],
    ['ballot', '2027-03-02T09:00:00.000Z', context(ballot, reviewer)],
    [
      'decision',
      '2027-03-04T09:00:00.000Z',
      context({ purpose: 'decision', questions: decisionQuestions }, coordinator),
    ],
    ['consent', '2027-03-08T09:00:00.000Z', context({ purpose: 'consent', questions: consentQuestions })],
    ['agreement', '2027-03-22T09:00:00.000Z', context({ purpose: 'agreement', side: 'mentee' })],
    ['midpoint', '2027-06-14T08:00:00.000Z', context({ purpose: 'survey', stage: 'midpoint', side: 'mentee' })],
    ['closeout', '2027-09-13T08:00:00.000Z', context({ purpose: 'survey', stage: 'closeout', side: 'mentee' })],
  ] as const
).flatMap(([purpose, until, asked]): Sample[] => {
  const told = `${until.slice(0, 5)}${until.slice(5, 7)}-28T09:00:00.000Z`;
  const isPartial = asked.form?.asked.status === 'partial';
  const isOfAPair = purpose === 'agreement' || purpose === 'midpoint' || purpose === 'closeout';
  const facts = { ...askedFor(purpose), told, until, ...(isOfAPair && { partner: { name: partner.name } }) };
  const { form: _form, ...unasked } = asked;
  return [
    {
      name: `deadline-moved-${purpose}${isPartial ? '-partial' : ''}`,
      kind: 'deadline-moved',
      facts: { ...facts, isClosed: false },
      context: asked,
    },
    {
      name: `deadline-moved-${purpose}${isPartial ? '-partial' : ''}-closed`,
      kind: 'deadline-moved',
      facts: { ...facts, until: now, isClosed: true },
      context: unasked,
    },
  ];
});

export const samples: Sample[] = [
  ...apart,
  ...goingBadly,
  { name: 'invitation', kind: 'invitation', facts: {}, context: context(application) },
  { name: 'application-reminder', kind: 'application-reminder', facts: { nth: 1 }, context: context(application) },
  {
    name: 'application-reminder-partial',
    kind: 'application-reminder',
    facts: { nth: 2 },
    context: context({ ...application, answers: partial }),
  },
  {
    name: 'application-reminder-proposed',
    kind: 'application-reminder',
    facts: { nth: 2 },
    context: context({
      ...application,
      answers: partial,
      unclear: [{ key: 'experience', said: 'three-ish I would say', why: { kind: 'no-number' } }],
      proposed: { experience: 3 },
    }),
  },
  {
    name: 'understood-partial',
    kind: 'understood',
    facts: {
      answers: { ...mentee, experience: undefined, times: undefined },
      missing: ['experience', 'times'],
      unclear: [{ key: 'experience', said: 'a while', why: { kind: 'no-number' } }],
      complete: false,
      asks: 'again',
    },
    context: context({ ...application, answers: mentee }),
  },
  {
    name: 'understood-complete',
    kind: 'understood',
    facts: { answers: mentee, missing: [], unclear: [], complete: true, asks: 'numbers' },
    context: context({ ...application, answers: mentee }),
  },
  {
    name: 'understood-names',
    kind: 'understood',
    facts: {
      answers: { ...mentee, manager: 'Petra Klein', avoid: 'Hans Stein, Schmidt, Anna Lee and Ole Berg' },
      missing: [],
      unclear: [],
      complete: true,
      asks: 'numbers',
      named: [
        { key: 'manager', about: 'manager', ...noNames, nobody: ['Petra Klein'] },
        {
          key: 'avoid',
          about: 'apart',
          ...noNames,
          found: ['Hans von Stein'],
          parts: ['Schmidt'],
          several: [{ words: 'Anna Lee', people: 2, isFull: true, hasPlaces: true }],
          nobody: ['Ole Berg'],
        },
      ],
    },
    context: context({ ...application, answers: mentee }),
  },
  {
    name: 'understood-nothing',
    kind: 'understood',
    facts: { answers: {}, missing: ['role', 'why'], unclear: [], complete: false, asks: 'again' },
    context: context(application),
  },
  {
    name: 'understood-not-again',
    kind: 'understood',
    facts: { answers: partial, missing: ['strengths', 'learns'], unclear: [], complete: false, asks: 'numbers' },
    context: context({ ...application, answers: partial }),
  },
  {
    name: 'understood-ballot',
    kind: 'understood',
    facts: {
      answers: { pair1: true, pair2: false, pair3: true },
      missing: [],
      unclear: [],
      complete: true,
      asks: 'numbers',
    },
    context: (() => {
      const given = context({ ...ballot, answers: { pair1: true, pair2: false, pair3: true } }, reviewer);
      if (given.form) given.form.asked.comments = { pair2: 'same team' };
      return given;
    })(),
  },
  {
    name: 'understood-midpoint',
    kind: 'understood',
    facts: {
      answers: { meetings: 3, trust: 4, understanding: 4, reliable: 5, useful: 4, learning: 3, goal: -1, room: 2 },
      missing: [],
      unclear: [],
      complete: true,
      asks: 'numbers',
    },
    context: context({ purpose: 'survey', stage: 'midpoint', side: 'mentee' }),
  },
  {
    name: 'understood-refusal',
    kind: 'understood',
    facts: {
      answers: { agree: false, rhythm: 'every month', hopes: 'A new view.' },
      missing: [],
      unclear: [],
      complete: true,
      asks: 'numbers',
    },
    context: context({ purpose: 'agreement', side: 'mentee' }),
  },
  {
    name: 'understood-page',
    kind: 'understood',
    facts: {
      answers: { ...mentee, experience: undefined, times: undefined },
      missing: ['experience', 'times'],
      unclear: [{ key: 'experience', said: 'quite a while now', why: { kind: 'no-number' } }],
      complete: false,
      asks: 'page',
    },
    context: context({ ...application, answers: mentee }),
  },
  {
    name: 'understood-numbers',
    kind: 'understood',
    facts: {
      answers: { ...mentee, experience: undefined, times: undefined },
      missing: ['experience', 'times'],
      unclear: [],
      complete: false,
      asks: 'numbers',
      passedOn: 'Could I join from Porto?',
    },
    context: context({ ...application, answers: mentee }),
  },
  {
    name: 'understood-files',
    kind: 'understood',
    facts: {
      answers: mentee,
      missing: [],
      unclear: [],
      complete: true,
      asks: 'nothing',
      kept: ['cv.pdf', 'a list of my talks.txt'],
      refused: ['photo.heic'],
      cut: true,
    },
    context: context({ ...application, answers: mentee }),
  },
  {
    name: 'understood-late',
    kind: 'understood',
    facts: { answers: mentee, missing: [], unclear: [], complete: true, asks: 'nothing', late: 'pool' },
    context: context({ ...application, answers: mentee }),
  },
  {
    name: 'understood-late-list',
    kind: 'understood',
    facts: { answers: mentee, missing: [], unclear: [], complete: true, asks: 'nothing', late: 'list' },
    context: context({ ...application, answers: mentee }),
  },
  {
    name: 'understood-confirm',
    kind: 'understood',
    facts: {
      answers: {},
      missing: ['mine'],
      unclear: [{ key: 'mine', said: 'who is that', why: { kind: 'neither' } }],
      complete: false,
      asks: 'again',
    },
    context: context({ purpose: 'confirm', questions: confirmQuestions }),
  },
  {
    name: 'understood-words',
    kind: 'understood',
    facts: {
      answers: { pair1: true, pair2: false, pair3: true },
      missing: [],
      unclear: [],
      complete: true,
      asks: 'nothing',
      worded: { pair2: 'absolutely not' },
    },
    context: (() => {
      const given = context({ ...ballot, answers: { pair1: true, pair2: false, pair3: true } }, reviewer);
      if (given.form) given.form.asked.comments = { pair2: 'same team' };
      return given;
    })(),
  },
  {
    name: 'understood-words-one',
    kind: 'understood',
    facts: {
      answers: { publish: true },
      missing: [],
      unclear: [],
      complete: true,
      asks: 'nothing',
      worded: { publish: 'I see no reason against it' },
      unheard: 'Paul could take over from here.',
    },
    context: context({ purpose: 'decision', questions: decisionQuestions, answers: { publish: true } }, coordinator),
  },
  {
    name: 'understood-yes-but',
    kind: 'understood',
    facts: {
      answers: {},
      missing: ['publish'],
      unclear: [
        {
          key: 'publish',
          said: 'yes: Ada and Grace had better wait.',
          why: { kind: 'reservations' },
        },
      ],
      complete: false,
      asks: 'again',
    },
    context: context({ purpose: 'decision', questions: decisionQuestions }, coordinator),
  },
  {
    name: 'understood-leaving-out',
    kind: 'understood',
    facts: {
      answers: {},
      missing: ['publish'],
      unclear: [
        {
          key: 'publish',
          said: 'Yes, but not Grace Hopper and Joan Clarke, they share a desk',
          why: { kind: 'proposed', vote: 'yes' },
        },
      ],
      proposed: { publish: true },
      strikes: [{ pair: 'pair1', mentor: 'Grace Hopper', mentee: 'Joan Clarke', reason: 'they share a desk' }],
      complete: false,
      asks: 'again',
    },
    context: context({ purpose: 'decision', questions: decisionQuestions }, coordinator),
  },
  {
    name: 'understood-leaving-out-why',
    kind: 'understood',
    facts: {
      answers: {},
      missing: ['publish'],
      unclear: [
        {
          key: 'publish',
          said: 'All except Joan and Emil, Emil is her manager',
          why: { kind: 'why-left-out' },
        },
      ],
      strikes: [
        { pair: 'pair1', mentor: 'Grace Hopper', mentee: 'Joan Clarke', reason: '' },
        { pair: 'pair2', mentor: 'Alan Turing', mentee: 'Emil Post', reason: 'Emil is her manager' },
      ],
      complete: false,
      asks: 'again',
    },
    context: context({ purpose: 'decision', questions: decisionQuestions }, coordinator),
  },
  {
    name: 'understood-left-out',
    kind: 'understood',
    facts: {
      answers: { publish: true },
      missing: [],
      unclear: [],
      worded: { publish: 'Yes, but not Grace Hopper and Joan Clarke, they share a desk' },
      strikes: [{ pair: 'pair1', mentor: 'Grace Hopper', mentee: 'Joan Clarke', reason: 'they share a desk' }],
      complete: true,
      asks: 'nothing',
    },
    context: context({ purpose: 'decision', questions: decisionQuestions, answers: { publish: true } }, coordinator),
  },
  {
    name: 'understood-proposed',
    kind: 'understood',
    facts: {
      answers: { pair1: true, pair3: true },
      missing: ['pair2'],
      unclear: [
        {
          key: 'pair2',
          said: 'could be worse',
          why: { kind: 'proposed', vote: 'yes' },
        },
      ],
      complete: false,
      asks: 'again',
      proposed: { pair2: true },
    },
    context: context({ ...ballot, answers: { pair1: true, pair3: true } }, reviewer),
  },
  {
    name: 'understood-proposed-several',
    kind: 'understood',
    facts: {
      answers: { pair2: false },
      missing: ['pair1', 'pair3'],
      unclear: ['pair1', 'pair3'].map((key) => ({
        key,
        said: 'The ones in Lisbon are odd',
        why: { kind: 'what-changes' },
      })),
      complete: false,
      asks: 'again',
      proposed: { pair1: true, pair3: true },
    },
    context: context({ ...ballot, answers: { pair2: false } }, reviewer),
  },
  {
    name: 'understood-proposed-and-open',
    kind: 'understood',
    facts: {
      answers: {},
      missing: ['pair1', 'pair2', 'pair3'],
      unclear: [
        { key: 'pair1', said: 'I would give the first one a go, I suppose', why: { kind: 'what-changes' } },
        { key: 'pair2', said: 'what of their manager?', why: { kind: 'vote' } },
        { key: 'pair3', said: 'the third had better not', why: { kind: 'what-changes' } },
      ],
      complete: false,
      asks: 'again',
      proposed: { pair1: true, pair3: false },
    },
    context: context({ ...ballot, answers: {} }, reviewer),
  },
  {
    name: 'understood-proposed-alone',
    kind: 'understood',
    facts: {
      answers: {},
      missing: ['with'],
      unclear: [
        {
          key: 'with',
          said: 'I have my doubts',
          why: { kind: 'proposed', vote: 'no' },
        },
      ],
      complete: false,
      asks: 'again',
      proposed: { with: false },
    },
    context: context({ purpose: 'consent', side: 'mentee', questions: consentQuestions }),
  },
  {
    name: 'understood-proposed-answers',
    kind: 'understood',
    facts: {
      answers: { ...mentee, topics: undefined, before: undefined, experience: undefined, languages: undefined },
      missing: ['topics', 'before', 'experience', 'languages'],
      unclear: [
        { key: 'topics', said: 'leadership, and how to talk to difficult people', why: { kind: 'what-changes' } },
        { key: 'experience', said: 'I work in it since six years', why: { kind: 'inexact' } },
        { key: 'languages', said: 'English only, I am afraid', why: { kind: 'what-changes' } },
        { key: 'before', said: 'sort of', why: { kind: 'which-option' } },
      ],
      complete: false,
      asks: 'again',
      proposed: {
        topics: ['leading people', 'handling difficult situations'],
        experience: 6,
        languages: ['English'],
      },
    },
    context: context({ ...application, answers: mentee }),
  },
  {
    name: 'understood-passed-on',
    kind: 'understood',
    facts: {
      answers: mentee,
      missing: [],
      unclear: [],
      complete: true,
      asks: 'nothing',
      passedOn: 'I will be on parental leave from May.',
    },
    context: context({ ...application, answers: mentee }),
  },
  {
    name: 'understood-confided',
    kind: 'understood',
    facts: {
      answers: { meetings: 0, trust: 1 },
      missing: ['understanding', 'reliable', 'useful'],
      unclear: [],
      complete: false,
      asks: 'again',
      confided: 'We have never met. My mentor does not answer my emails.',
    },
    context: context({ purpose: 'survey', stage: 'midpoint', side: 'mentee', answers: { meetings: 0, trust: 1 } }),
  },
  {
    name: 'passed-on',
    kind: 'passed-on',
    facts: { words: 'We have never met. My mentor does not answer my emails.' },
    context: context({ purpose: 'survey', stage: 'midpoint', side: 'mentee' }),
  },
  {
    name: 'wrote-more',
    kind: 'wrote-more',
    facts: { who: 'Ada Lovelace', email: 'ada@harbour.example', purpose: 'survey', stage: 'midpoint' },
    context: context(undefined, coordinator),
  },
  {
    name: 'stop-or-not',
    kind: 'stop-or-not',
    facts: { said: 'Stop by my office on Tuesday, please.', hasAnswers: false },
    context: context(application),
  },
  {
    name: 'stop-or-not beside answers',
    kind: 'stop-or-not',
    facts: { said: 'This is the last one. After that take me off every list you have.', hasAnswers: true },
    context: context(application),
  },
  { name: 'declined', kind: 'declined', facts: { until: '2028-01-01T00:00:00.000Z' }, context: context(application) },
  {
    name: 'declined-survey',
    kind: 'declined',
    facts: { passedOn: 'question' },
    context: context({ purpose: 'survey', stage: 'midpoint', side: 'mentee' }),
  },
  {
    name: 'declined-agreement',
    kind: 'declined',
    facts: {},
    context: context({ purpose: 'agreement', side: 'mentee' }),
  },
  { name: 'too-late', kind: 'too-late', facts: {}, context: context(application) },
  { name: 'too-late-waits', kind: 'too-late', facts: { waits: true }, context: context(application) },
  { name: 'too-late-passed-on', kind: 'too-late', facts: { passedOn: true }, context: context(application) },
  { name: 'too-late-no', kind: 'too-late', facts: { decided: 'no' }, context: context(application) },
  {
    name: 'too-late-survey-waits',
    kind: 'too-late',
    facts: { waits: true },
    context: context({ purpose: 'survey', stage: 'midpoint', side: 'mentee' }),
  },
  {
    name: 'too-late-survey',
    kind: 'too-late',
    facts: {},
    context: context({ purpose: 'survey', stage: 'midpoint', side: 'mentee' }),
  },
  { name: 'could-not-read', kind: 'could-not-read', facts: { why: 'no-text' }, context: context(application) },
  {
    name: 'could-not-read-encrypted',
    kind: 'could-not-read',
    facts: { why: 'encrypted' },
    context: context(application),
  },
  {
    name: 'could-not-read-outlook',
    kind: 'could-not-read',
    facts: { why: 'outlook' },
    context: context(application),
  },
  {
    name: 'could-not-read-reaction',
    kind: 'could-not-read',
    facts: { why: 'reaction' },
    context: context(application),
  },
  {
    name: 'could-not-read-files',
    kind: 'could-not-read',
    facts: { why: 'no-text', kept: ['answers.pdf'], refused: ['IMG_2041.heic'] },
    context: context(application),
  },
  {
    name: 'confirm-sender',
    kind: 'confirm-sender',
    facts: {
      other: 'ada.private@mail.example',
      others: true,
      wouldBe: {
        answers: [
          { label: 'Role', value: 'mentee' },
          { label: 'A year from now', value: 'I want to lead my own group, and sleep at night' },
        ],
        note: 'Thank you for asking.',
      },
    },
    context: context({ purpose: 'confirm', questions: confirmQuestions }),
  },
  {
    name: 'confirm-sender-forged',
    kind: 'confirm-sender',
    facts: { other: person('Ada Lovelace').email, wouldBe: { answers: [], note: '', wish: 'stop' } },
    context: context({ purpose: 'confirm', questions: confirmQuestions }),
  },
  { name: 'not-this-time', kind: 'not-this-time', facts: {}, context: context() },
  {
    name: 'opening',
    kind: 'opening',
    facts: { mentor: 'Grace Hopper', mentee: 'Sofia Kovalevskaya', score: 0.713, reasons: pairs[0]?.reasons ?? [] },
    context: context({ purpose: 'opening', questions: openingQuestions }, coordinator),
  },
  { name: 'not-matched', kind: 'not-matched', facts: {}, context: context() },
  {
    name: 'introduction-mentee',
    kind: 'introduction',
    facts: { partner, role: 'mentee', reasons: pairs[0]?.reasons },
    context: context({ purpose: 'agreement', side: 'mentee' }),
  },
  {
    name: 'introduction-mentor',
    kind: 'introduction',
    facts: {
      partner: { name: 'Ada Lovelace', email: 'ada@harbour.example' },
      role: 'mentor',
      reasons: pairs[0]?.reasons,
    },
    context: context({ purpose: 'agreement', side: 'mentor' }, person('Grace Hopper')),
  },
  {
    name: 'agreement-reminder',
    kind: 'agreement-reminder',
    facts: { partner },
    context: context({ purpose: 'agreement', side: 'mentee' }),
  },
  {
    name: 'survey-midpoint',
    kind: 'survey',
    facts: { stage: 'midpoint', partner: { name: partner.name } },
    context: context({ purpose: 'survey', stage: 'midpoint', side: 'mentee' }),
  },
  {
    name: 'survey-closeout',
    kind: 'survey',
    facts: { stage: 'closeout', partner: { name: partner.name } },
    context: context({ purpose: 'survey', stage: 'closeout', side: 'mentor' }),
  },
  {
    name: 'survey-reminder',
    kind: 'survey-reminder',
    facts: { stage: 'midpoint', partner: { name: partner.name } },
    context: context({ purpose: 'survey', stage: 'midpoint', side: 'mentee', answers: { meetings: 3, trust: 4 } }),
  },
  { name: 'thanks', kind: 'thanks', facts: { partners: ['Grace Hopper'], role: 'mentee' }, context: context() },
  { name: 'cancelled', kind: 'cancelled', facts: {}, context: context() },
  { name: 'stopped', kind: 'stopped', facts: {}, context: { ...context(), again: stop } },
  { name: 'stopped without a way back', kind: 'stopped', facts: {}, context: context() },
  { name: 'write-again', kind: 'write-again', facts: { by: 'page' }, context: context() },
  { name: 'write-again by the coordinator', kind: 'write-again', facts: { by: 'coordinator' }, context: context() },
  {
    name: 'stop-or-hand-over',
    kind: 'stop-or-hand-over',
    facts: { part: 'coordinator' },
    context: context(undefined, coordinator),
  },
  {
    name: 'stop-or-hand-over of a reviewer',
    kind: 'stop-or-hand-over',
    facts: { part: 'committee' },
    context: context(undefined, person('Grace Lee', ['committee'])),
  },
  {
    name: 'hand-over',
    kind: 'hand-over',
    facts: { who: 'Grace Lee', email: 'grace.lee@harbour.example', part: 'committee', hasLeft: false },
    context: context(undefined, coordinator),
  },
  {
    name: 'hand-over of who has left',
    kind: 'hand-over',
    facts: { who: 'Tomas Novak', email: 'tomas.novak@harbour.example', part: 'coordinator', hasLeft: true },
    context: context(undefined, person('Ines Duarte', ['leadership'])),
  },
  {
    name: 'taken-back',
    kind: 'taken-back',
    facts: { isTooLate: false, again: false },
    context: context(application),
  },
  {
    name: 'taken-back too late',
    kind: 'taken-back',
    facts: { isTooLate: true, again: false },
    context: context(application),
  },
  {
    name: 'taken-back again',
    kind: 'taken-back',
    facts: { isTooLate: false, again: true },
    context: context(application),
  },
  {
    name: 'theirs-or-not',
    kind: 'theirs-or-not',
    facts: { receipt: 'abcdefghijklmnop' },
    context: context(application),
  },
  {
    name: 'not-theirs',
    kind: 'not-theirs',
    facts: { who: 'Ada Lovelace', email: 'ada@harbour.example', purpose: 'agreement', isTooLate: false },
    context: context(undefined, coordinator),
  },
  {
    name: 'not-theirs too late',
    kind: 'not-theirs',
    facts: { who: 'Ada Lovelace', email: 'ada@harbour.example', purpose: 'decision', isTooLate: true },
    context: context(undefined, coordinator),
  },
  { name: 'links-ended', kind: 'links-ended', facts: { by: 'coordinator' }, context: context() },
  { name: 'links-ended on a page', kind: 'links-ended', facts: { by: 'page' }, context: context() },
  {
    name: 'ballot',
    kind: 'ballot',
    facts: {
      pairs: pairs.map((pair) => (pair.number === 2 ? { ...pair, alternative } : pair)),
      others: 0,
      flags: [],
      unmatched: 2,
      held: 1,
    },
    context: context(ballot, reviewer),
  },
  {
    name: 'ballot of an older cohort',
    kind: 'ballot',
    facts: { pairs, unmatched: 0 },
    context: context(ballot, reviewer),
  },
  {
    name: 'ballot-many',
    kind: 'ballot',
    facts: { pairs: manyPairs, others: 22, flags, unmatched: 3, held: 0 },
    context: context({ purpose: 'ballot', questions: manyPairs.map(asPair) }, reviewer),
  },
  {
    name: 'ballot-change',
    kind: 'ballot',
    facts: {
      pairs: pairs.slice(2),
      flags: [
        ...flags,
        ...['Research', 'Port operations', 'Finance and legal', 'People'].map(
          (group, index): NamedFlag => ({
            about: 'department',
            rate: 'applied',
            group,
            has: { part: 10 + index, of: 50 },
            highest: { part: 30, of: 60, group: 'Yards' },
            ratio: 0.4 + 0.04 * index,
            tooSmall: false,
          }),
        ),
      ],
      isChange: true,
      gone: [{ mentor: 'Grace Hopper', mentee: 'Ada Lovelace' }],
      unmatched: 1,
    },
    context: context(
      {
        purpose: 'ballot',
        questions: ballotQuestions.map((one, index) => (index === 0 ? { ...one, required: false } : one)),
        answers: { pair1: true, pair2: true },
      },
      reviewer,
    ),
  },
  {
    name: 'ballot-reweighed',
    kind: 'ballot',
    facts: {
      pairs: pairs.slice(2).map((pair) => ({
        ...pair,
        work: { mentor: { department: 'Yards', location: 'Leith' }, mentee: { department: 'Finance' } },
      })),
      isChange: true,
      isReweighed: true,
      stillOpen: 2,
      unmatched: 0,
    },
    context: context({ purpose: 'ballot', questions: ballotQuestions }, reviewer),
  },
  {
    name: 'ballot-gone',
    kind: 'ballot',
    facts: { pairs: [], isChange: true, gone: pairs.slice(0, 2), unmatched: 1 },
    context: context(
      {
        purpose: 'ballot',
        questions: ballotQuestions.map((one, index) => (index < 2 ? { ...one, required: false } : one)),
        answers: { pair1: true, pair2: true, pair3: true },
      },
      reviewer,
    ),
  },
  ...deadlineMoved,
  {
    name: 'new-mail',
    kind: 'new-mail',
    facts: {
      key: 'reply_1',
      from: 'Ada Lovelace',
      email: 'ada@harbour.example',
      isKnown: true,
      isUnsure: false,
      subject: 'A question about the round',
      text: 'Hello,\n\nI lost your first email. Can I still take part, and may my manager see what I write?\n\nAda',
      files: 1,
      isLast: false,
    },
    context: context(undefined, coordinator),
  },
  {
    name: 'new-mail of somebody whom we do not know',
    kind: 'new-mail',
    facts: {
      key: 'reply_1',
      from: 'A. Lovelace',
      email: 'ada@elsewhere.example',
      isKnown: false,
      isUnsure: true,
      subject: '',
      text: '',
      files: 0,
      isLast: true,
    },
    context: context(undefined, coordinator),
  },
  { name: 'ballot-reminder', kind: 'ballot-reminder', facts: {}, context: context(ballot, reviewer) },
  {
    name: 'ballot-reminder of votes proposed',
    kind: 'ballot-reminder',
    facts: {},
    context: context(
      {
        ...ballot,
        unclear: [
          { key: ballot.questions?.[0]?.key ?? '', said: 'not my favourite, the first', why: { kind: 'what-changes' } },
        ],
        proposed: { [ballot.questions?.[0]?.key ?? '']: false },
      },
      reviewer,
    ),
  },
  {
    name: 'ballot-reminder of many',
    kind: 'ballot-reminder',
    facts: {},
    context: context(
      {
        purpose: 'ballot',
        questions: [...manyPairs, ...manyPairs].map((pair, index) => ({
          ...asPair({ ...pair, number: index + 1 }),
          ...(index === 0 && { required: false }),
        })),
      },
      reviewer,
    ),
  },
  {
    name: 'readiness',
    kind: 'readiness',
    facts: {
      invited: 40,
      applied: 31,
      partial: 2,
      declined: 3,
      silent: 3,
      bounced: 1,
      mentors: 12,
      mentees: 16,
      both: 3,
      places: 18,
      unmatchable: [
        {
          name: 'Sofia Kovalevskaya',
          role: 'mentee',
          why: { kind: 'rules' },
        },
      ],
      unread: [
        { name: 'Emil Post', words: 'whatever you need / I am new here and my team does not know yet' },
        { name: 'Hedy Lamarr', why: 'encrypted' },
        { name: 'Rosa Luxemburg', why: 'unconfirmed' },
      ],
      unfinished: ['Emmy Noether', 'Mary Somerville'],
      held: ['Charles Babbage'],
      leftOut: [
        { name: 'Ada Lovelace', why: 'declined' },
        { name: 'Emil Post', why: 'stopped' },
      ],
      coverage: [
        {
          title: 'What the mentee wants to work on',
          topics: [
            { topic: 'finding my direction', wanted: 9, offered: 4, places: 6 },
            { topic: 'leading people', wanted: 11, offered: 8, places: 12 },
            { topic: 'speaking and writing', wanted: 2, offered: 0, places: 0 },
            { topic: 'making myself heard', wanted: 0, offered: 3, places: 4 },
          ],
        },
      ],
      concerns: [{ kind: 'few-members', members: 2 }],
    },
    context: context(undefined, coordinator),
  },
  {
    name: 'publish-decision',
    kind: 'publish-decision',
    facts: {
      voters: 3,
      members: 3,
      isDecided: true,
      waits: false,
      unfinished: [
        { who: 'Ines Duarte', withoutReason: [2], undecided: [3] },
        { who: 'Tomas Ruiz', withoutReason: [], undecided: [1, 2] },
      ],
      pairs: pairs.map(({ mentor, mentee: learner }, index) => ({
        mentor,
        mentee: learner,
        inFavour: 3 - index,
        against: index,
        abstained: index,
        isNew: index === 2,
      })),
      fallen: [{ mentor: 'Alan Turing', mentee: 'Emil Post', reasons: ['same team', 'they share an office'] }],
    },
    context: context({ purpose: 'decision', questions: decisionQuestions }, coordinator),
  },
  {
    name: 'publish-decision without a quorum',
    kind: 'publish-decision',
    facts: {
      voters: 1,
      members: 3,
      isDecided: false,
      waits: true,
      pairs: [{ mentor: 'Alan Turing', mentee: 'Joan Clarke', inFavour: 1, against: 0, isNew: false }],
      fallen: [],
    },
    context: context({ purpose: 'decision', questions: decisionQuestions }, coordinator),
  },
  {
    name: 'publish-decision that the chair left open',
    kind: 'publish-decision',
    facts: {
      voters: 3,
      members: 3,
      isDecided: true,
      waits: false,
      instead: {
        chair: 'Alonzo Church',
        said: 'unclear',
        without: [{ pair: 'pair1', mentor: 'Alan Turing', mentee: 'Joan Clarke', reason: 'they share a desk' }],
      },
      pairs: [
        { mentor: 'Alan Turing', mentee: 'Joan Clarke', inFavour: 3, against: 0, isNew: false },
        { mentor: 'Grace Hopper', mentee: 'Emil Post', inFavour: 3, against: 0, isNew: false },
      ],
      fallen: [],
    },
    context: context({ purpose: 'decision', questions: decisionQuestions }, coordinator),
  },
  {
    name: 'publish-decision that the chair did not take',
    kind: 'publish-decision',
    facts: {
      voters: 3,
      members: 3,
      isDecided: true,
      waits: false,
      instead: { chair: 'Alonzo Church', said: 'no' },
      pairs: [{ mentor: 'Alan Turing', mentee: 'Joan Clarke', inFavour: 3, against: 0, isNew: false }],
      fallen: [],
    },
    context: context({ purpose: 'decision', questions: decisionQuestions }, coordinator),
  },
  {
    name: 'partner-proposed to a mentee',
    kind: 'partner-proposed',
    facts: { partner: 'Grace Hopper', role: 'mentee', reasons: pairs[0]?.reasons ?? [], instead: [] },
    context: context({ purpose: 'consent', side: 'mentee', questions: consentQuestions }),
  },
  {
    name: 'partner-proposed to a mentor after a change',
    kind: 'partner-proposed',
    facts: { partner: 'Joan Clarke', role: 'mentor', reasons: [], instead: ['Emil Post'] },
    context: context(undefined, person('Alan Turing')),
  },
  { name: 'partner-change', kind: 'partner-change', facts: { partner: 'Grace Hopper' }, context: context() },
  {
    name: 'matches-published',
    kind: 'matches-published',
    facts: {
      pairs: pairs.map(({ mentor, mentee: learner }, index) => ({
        mentor,
        mentee: learner,
        objections: index === 1 ? 1 : 0,
      })),
      unmatched: ['Sofia Kovalevskaya', 'Emil Post'],
    },
    context: context(undefined, coordinator),
  },
  {
    name: 'unused-replies',
    kind: 'unused-replies',
    facts: {
      told: [],
      replies: [
        {
          who: 'Ada Lovelace',
          email: 'ada@harbour.example',
          purpose: 'application',
          at: '2027-01-05T09:10:00.000Z',
          times: 1,
          reason: 'virus',
        },
        {
          who: 'Hedy Lamarr',
          email: 'hedy@harbour.example',
          purpose: 'survey',
          stage: 'closeout',
          at: '2027-01-05T10:00:00.000Z',
          times: 1,
          reason: 'unreadable',
        },
        {
          who: 'Emil Post',
          email: 'emil@harbour.example',
          purpose: 'confirm',
          at: '2027-01-05T11:00:00.000Z',
          times: 1,
          reason: 'confirmed-elsewhere',
        },
        {
          who: 'Mary Somerville',
          email: 'mary@harbour.example',
          purpose: 'survey',
          stage: 'midpoint',
          at: '2027-01-05T18:00:00.000Z',
          times: 9,
          reason: 'too-many',
        },
        { who: 'Grace Hopper', at: '2027-01-05T23:59:00.000Z', times: 14, reason: 'not-asked' },
        { who: 'Kim Jong-Müller-Featherstonehaugh', at: '2027-01-05T14:00:00.000Z', times: 1, reason: 'automatic' },
        { who: 'Alan Turing', at: '2027-01-05T15:30:00.000Z', times: 2, reason: 'automatic' },
      ],
    },
    context: context(undefined, coordinator),
  },
  {
    name: 'unused-reply',
    kind: 'unused-replies',
    facts: {
      replies: [{ who: 'Ada Lovelace', at: '2027-01-05T09:10:00.000Z', times: 1, reason: 'automatic' }],
      told: [],
    },
    context: context(undefined, coordinator),
  },
  { name: 'stuck', kind: 'stuck', facts: { kind: 'match' }, context: context(undefined, coordinator) },
  {
    name: 'pair-not-agreed',
    kind: 'pair-not-agreed',
    facts: { mentor: 'Grace Hopper', mentee: 'Ada Lovelace', by: 'mentee' },
    context: context(undefined, coordinator),
  },
  {
    name: 'pair-withdrawn',
    kind: 'pair-not-agreed',
    facts: { mentor: 'Grace Hopper', mentee: 'Ada Lovelace', by: 'mentee', why: 'stopped' },
    context: context(undefined, coordinator),
  },
  {
    name: 'unfinished',
    kind: 'unfinished',
    facts: {
      who: 'Ada Lovelace',
      email: 'ada@harbour.example',
      purpose: 'application',
      questions: [
        'For about how many years have you worked in your field?',
        'When in your working day could you meet?',
      ],
      said: ['quite some time', ''],
    },
    context: context(undefined, coordinator),
  },
  {
    name: 'unfinished-unread',
    kind: 'unfinished',
    facts: {
      who: 'Ada Lovelace',
      email: 'ada@harbour.example',
      purpose: 'application',
      questions: ['What would you like to be?', 'When in your working day could you meet?'],
      said: ['whatever you need', ''],
      isNothing: true,
    },
    context: context(undefined, coordinator),
  },
  {
    name: 'unfinished-survey',
    kind: 'unfinished',
    facts: { who: 'Ada Lovelace', email: 'ada@harbour.example', purpose: 'survey', stage: 'midpoint', questions: [] },
    context: context(undefined, coordinator),
  },
  {
    name: 'too-late-beside',
    kind: 'too-late',
    facts: { waits: false, passedOn: true, isBeside: true, mayStill: false },
    context: context(application),
  },
  {
    name: 'too-late-may-still',
    kind: 'too-late',
    facts: { waits: false, passedOn: false, isBeside: false, mayStill: true },
    context: context(application),
  },
  {
    name: 'late-reply',
    kind: 'late-reply',
    facts: { who: 'Ada Lovelace', about: 'application' },
    context: context({ purpose: 'late', questions: lateQuestions }, coordinator),
  },
  {
    name: 'late-reply-survey',
    kind: 'late-reply',
    facts: { who: 'Ada Lovelace', about: 'survey', stage: 'midpoint' },
    context: context({ purpose: 'late', questions: lateQuestions }, coordinator),
  },
  {
    name: 'question-from-survey',
    kind: 'question-from',
    facts: {
      key: 'reply_1',
      from: 'Ada Lovelace',
      text: 'Can I see what was said about me?',
      email: 'ada@harbour.example',
      purpose: 'survey',
      stage: 'midpoint',
    },
    context: context(undefined, coordinator),
  },
  {
    name: 'question-from-agreed',
    kind: 'question-from',
    facts: {
      key: 'reply_1',
      from: 'Ada Lovelace',
      text: 'We have never met. My mentor does not answer my emails.',
      email: 'ada@harbour.example',
      purpose: 'survey',
      stage: 'midpoint',
      isAgreed: true,
    },
    context: context(undefined, coordinator),
  },
  {
    name: 'question-from',
    kind: 'question-from',
    facts: {
      key: 'reply_1',
      from: 'Ada Lovelace',
      text: 'Could I join from Porto?\n\nI move there in May, and would be in the office once a month.',
      email: 'ada@harbour.example',
    },
    context: context(undefined, coordinator),
  },
  {
    name: 'not-sent',
    kind: 'not-sent',
    facts: {
      emails: [
        {
          id: 'eml_1',
          who: 'Ada Lovelace',
          email: 'ada@harbour.example',
          kind: 'invitation',
          why: { is: 'refused', code: 'MessageRejected', words: 'Email address is not verified.' },
          perhaps: false,
        },
        {
          id: 'eml_2',
          who: 'Grace Hopper',
          email: 'grace@harbour.example',
          kind: 'introduction',
          why: { is: 'died' },
          perhaps: true,
        },
      ],
      told: ['eml_1', 'eml_2'],
    },
    context: context(undefined, coordinator),
  },
  {
    name: 'not-sent-one',
    kind: 'not-sent',
    facts: {
      emails: [{ id: 'eml_1', who: '', email: '', kind: 'no-kind', why: { is: 'day' }, perhaps: false }],
      told: ['eml_1'],
    },
    context: context(undefined, coordinator),
  },
  {
    name: 'cohort-over',
    kind: 'cohort-over',
    facts: { advice: ['Start a month earlier.'] },
    context: context(undefined, coordinator),
  },
  {
    name: 'report',
    kind: 'report',
    facts: { outcomes },
    context: context(undefined, leader),
  },
];
