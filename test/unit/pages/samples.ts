import { definitionOf, newForm } from '#domain/forms/form-record.ts';
import { committeeParts } from '#shared/pages/committee-parts.tsx';
import type { FormPageContent } from '#shared/pages/form-content.ts';
import { formPage } from '#shared/pages/form-page.tsx';
import {
  closedPage,
  endedLinkPage,
  linksEndedPage,
  problemPage,
  unknownLinkPage,
} from '#shared/pages/message-pages.tsx';
import type { Page } from '#shared/pages/page.tsx';
import { readFormPost } from '#shared/pages/read-post.ts';
import { readWeights } from '#shared/pages/read-weights.ts';
import { backPage, handOverPage, startPage, stopPage, stoppedPage } from '#shared/pages/stop-pages.tsx';
import { declinedPage, thankYouPage } from '#shared/pages/thank-you-page.tsx';
import { fixedWeightsPage, type WeightsPageContent, weightsPage } from '#shared/pages/weights-page.tsx';
import { defaultProgram } from '#shared/programs/default-program.ts';
import type { WeightsPreview } from '#shared/weights/preview.ts';
import { wordsOf } from '#shared/words/index.ts';
import { cohort, mentee, now, person } from '../emails/samples.ts';
import { committeeSample } from './committee-sample.ts';

/** Every page once, for the tests and the pictures. */

const definition = defaultProgram.forms.application;
const intro = 'Answers are taken until Sunday 21 February. Maria Ortiz and the matching committee see them.';

const sentTooSoon = new URLSearchParams([
  ['role', 'mentor'],
  ['why', 'I was helped, and <b>would</b> like to pass it on.'],
  ['helps', 'leading people'],
  ['experience', 'a while'],
]);

const [three, forty] = [committeeSample(8, 3), committeeSample(90, 34)];

/** A committee's ballot on the pairs of a sample, with these votes cast. */
function ballot({ questions, content }: ReturnType<typeof committeeSample>, rest: Partial<FormPageContent> = {}) {
  return formPage({
    cohort,
    person: person('Tomas Novak'),
    definition: { id: 'ballot', title: 'Your view of the proposed pairs', questions },
    asksReasons: true,
    intro: 'Open until Monday 1 March.',
    sections: committeeParts(content),
    ...rest,
  });
}

const survey = definitionOf(
  newForm({
    id: 'frm_2',
    cohort: cohort.id,
    person: 'per_1',
    purpose: 'survey',
    stage: 'closeout',
    occasion: 'sample',
    side: 'mentee',
    openedAt: '2027-02-01T09:00:00.000Z',
    expiresAt: cohort.expiresAt,
  }),
  defaultProgram,
);

export const application: FormPageContent = {
  cohort,
  person: person(),
  definition,
  intro,
  canDecline: true,
};

/** While the committee votes. */
export const weights: WeightsPageContent = {
  cohort: { ...cohort, done: { 'apply.close': now, 'match.open': now }, weights: { topics: 40 } },
  program: defaultProgram,
  now: '2027-02-24T10:00:00.000Z',
};

export const sentWeights = (fields: Record<string, string>) =>
  new URLSearchParams(
    defaultProgram.matching.factors.map(({ id, weight }): [string, string] => [
      `weight.${id}`,
      fields[id] ?? String(weight),
    ]),
  );

const wrongWeights = sentWeights({ qualities: 'a lot', story: '<b>-1</b>', times: '101' });

const reason = (factor: string, score: number, weight: number, words: string) => ({
  ...{ factor, title: factor, score, weight, words, finding: { kind: 'common' as const, shared: [] } },
});

export const comparison: WeightsPreview = {
  applied: 31,
  weights: {},
  before: { pairs: 15, mean: 0.6212, worst: 0.41 },
  after: { pairs: 15, mean: 0.6588, worst: 0.3904 },
  pairs: [
    {
      mentor: { id: 'per_2', name: 'Grace Hopper' },
      mentee: { id: 'per_3', name: 'Ada Lovelace' },
      score: 0.7124,
      isNew: true,
      reasons: [
        reason('topics', 0.5, 40, 'Grace can help with leading people, one of the two things that Ada asked for.'),
        reason('experience', 0.9, 20, 'For years of experience, Grace said 15 and Ada 6: far enough ahead.'),
        reason('times', 1, 5, 'Ada and Grace both chose around noon.'),
      ],
    },
    {
      mentor: { id: 'per_4', name: 'Mary Somerville' },
      mentee: { id: 'per_5', name: '<b>Charles</b> Babbage' },
      score: 0.8801,
      isNew: true,
      reasons: [reason('topics', 1, 40, 'Mary can help with speaking and writing, which Charles asked for.')],
    },
    {
      mentor: { id: 'per_6', name: 'Alan Turing' },
      mentee: { id: 'per_7', name: 'Joan Clarke' },
      score: 0.58,
      isNew: false,
      reasons: [],
    },
  ],
  gone: [
    { mentor: { id: 'per_4', name: 'Mary Somerville' }, mentee: { id: 'per_3', name: 'Ada Lovelace' } },
    { mentor: { id: 'per_2', name: 'Grace Hopper' }, mentee: { id: 'per_8', name: 'Emmy Noether' } },
  ],
  unmatched: [
    {
      person: { id: 'per_8', name: 'Emmy Noether' },
      role: 'mentee',
      reason: { kind: 'too-few-places', mentees: 16, places: 15 },
      why: 'There are 16 mentees and only 15 places with mentors; every mentor Emmy could have had is taken.',
    },
  ],
};

export const pages: Record<string, Page> = {
  form: formPage(application),
  'form-mentee': formPage({ ...application, answered: new Set(Object.keys(mentee)), endsLinks: true }),
  'form-wrong': formPage({
    ...application,
    sent: { body: sentTooSoon, errors: readFormPost(definition, sentTooSoon, { words: wordsOf() }).errors },
  }),
  agreement: formPage({ cohort, person: person(), definition: defaultProgram.forms.agreement }),
  survey: formPage({ cohort, person: person(), definition: survey, answered: new Set(['trust']) }),
  ballot: ballot(three, { answered: new Set(['pair2']) }),
  'ballot-voted': ballot(
    {
      questions: three.questions.map((one, n) => (n === 2 ? { ...one, required: false } : one)),
      content: { ...three.content, closed: { pair3: 'gone' }, hasVoted: true, isApplicant: true, held: [], audits: [] },
    },
    {
      answered: new Set(['pair1', 'pair2', 'pair3']),
    },
  ),
  'ballot-wrong': ballot(three, {
    sent: {
      body: new URLSearchParams({ pair1: 'yes', pair2: 'no' }),
      errors: [
        { key: 'pair2', message: 'Please say in a few words why not.' },
        { key: 'pair3', message: 'Please choose yes or no.' },
      ],
    },
  }),
  'ballot-forty': ballot(forty),
  'thank-you': thankYouPage({
    cohort,
    person: person(),
    definition,
    answers: mentee,
    form: '/f/abc',
    waits: false,
  }),
  declined: declinedPage({ cohort, person: person(), form: '/f/abc', until: 'Saturday 1 January 2028' }),
  'thank-you-votes': thankYouPage({
    cohort,
    person: person(),
    definition: { id: 'ballot', title: 'B', questions: three.questions },
    answers: { pair1: true },
    form: '/f/abc',
    waits: true,
  }),
  'link-ended': endedLinkPage({ cohort }),
  'links-ended': linksEndedPage({ cohort }),
  'closed-votes': closedPage({
    cohort,
    title: 'Your view of the proposed pairs',
    definition: { id: 'ballot', title: 'B', questions: three.questions },
    votes: { pair1: ['Grace Lee: yes', 'Amina Bello: no, they share an office'] },
  }),
  start: startPage({ cohort, person: person() }),
  back: backPage({ cohort, person: person() }),
  'stop-needed': stopPage({ cohort, person: person(), needed: 'committee' }),
  'hand-over': handOverPage({ cohort, person: person(), needed: 'coordinator' }),
  stop: stopPage({ cohort, person: person() }),
  stopped: stoppedPage({ cohort, person: person() }),
  weights: weightsPage(weights),
  'weights-tried': weightsPage({
    ...weights,
    sent: { body: sentWeights({ topics: '25', experience: '20' }), errors: [] },
    comparison,
  }),
  'weights-wrong': weightsPage({
    ...weights,
    sent: { body: wrongWeights, errors: readWeights(defaultProgram.matching.factors, wrongWeights).errors },
  }),
  'weights-early': weightsPage({
    ...weights,
    cohort,
    now,
    sent: { body: sentWeights({}), errors: [] },
    comparison: {
      ...{ applied: 0, weights: {}, pairs: [], gone: [], unmatched: [] },
      before: { pairs: 0, worst: undefined, mean: undefined },
      after: { pairs: 0, worst: undefined, mean: undefined },
    },
  }),
  'weights-used': weightsPage({ ...weights, isUsed: true }),
  'weights-fixed': fixedWeightsPage({
    ...weights,
    cohort: { ...weights.cohort, done: { ...weights.cohort.done, 'match.decide': now } },
  }),
  closed: closedPage({ cohort, title: definition.title }),
  'unknown-link': unknownLinkPage(),
  problem: problemPage({ id: 'req_5f2k' }),
};
