import { definitionOf, newForm } from '#domain/asked.ts';
import { committeeParts } from '#shared/pages/committee-parts.tsx';
import { type FormPageContent, formPage } from '#shared/pages/form-page.tsx';
import { closedPage, problemPage, unknownLinkPage } from '#shared/pages/message-pages.tsx';
import type { Page } from '#shared/pages/page.tsx';
import { readFormPost } from '#shared/pages/read-post.ts';
import { stopPage, stoppedPage } from '#shared/pages/stop-pages.tsx';
import { declinedPage, thankYouPage } from '#shared/pages/thank-you-page.tsx';
import { essentials } from '#shared/programs/essentials.ts';
import { cohort, mentee, person } from '../emails/samples.ts';
import { committeeSample } from './committee-sample.ts';

/** Every page once, for the tests and the pictures. */

const definition = essentials.forms.application;
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
    answers: {},
    asksReasons: true,
    intro: 'Open until Monday 1 March.',
    around: committeeParts(content),
    ...rest,
  });
}

const survey = definitionOf(
  newForm({
    id: 'frm_2',
    cohort: cohort.id,
    person: 'per_1',
    purpose: 'closeout',
    occasion: 'sample',
    side: 'mentee',
    openedAt: '2027-02-01T09:00:00.000Z',
    expiresAt: cohort.expiresAt,
  }),
  essentials,
);

export const application: FormPageContent = {
  cohort,
  person: person(),
  definition,
  answers: {},
  intro,
  canDecline: true,
};

export const pages: Record<string, Page> = {
  form: formPage(application),
  'form-mentee': formPage({ ...application, answers: mentee }),
  'form-wrong': formPage({
    ...application,
    sent: { body: sentTooSoon, errors: readFormPost(definition, sentTooSoon).errors },
  }),
  agreement: formPage({ cohort, person: person(), definition: essentials.forms.agreement, answers: {} }),
  survey: formPage({ cohort, person: person(), definition: survey, answers: { trust: 4 } }),
  ballot: ballot(three, { answers: { pair2: false }, comments: { pair2: 'same team' } }),
  'ballot-voted': ballot(
    {
      questions: three.questions.map((one, n) => (n === 2 ? { ...one, required: false } : one)),
      content: { ...three.content, gone: ['pair3'], hasVoted: true, isApplicant: true, held: [], audits: [] },
    },
    {
      answers: { pair1: true, pair2: false, pair3: true },
      comments: { pair2: 'same team' },
      others: {
        pair1: ['Grace Lee: yes', 'Amina Bello: yes'],
        pair2: ['Grace Lee: yes', 'Amina Bello: no, they share an office'],
        pair3: ['Grace Lee: yes'],
      },
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
    next: 'You will hear from us about a match around Monday 8 March.',
  }),
  declined: declinedPage({ cohort, person: person(), form: '/f/abc' }),
  stop: stopPage({ cohort, person: person() }),
  stopped: stoppedPage({ cohort, person: person() }),
  closed: closedPage({ cohort, title: definition.title }),
  'unknown-link': unknownLinkPage(),
  problem: problemPage({ id: 'req_5f2k' }),
};
