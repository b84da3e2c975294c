import { afterAll, beforeAll, expect, test } from 'vitest';
import * as answers from '#test/harness/cohorts/answers.ts';
import { invitees } from '#test/harness/cohorts/new-cohort.ts';
import { proposedIn } from '#test/harness/cohorts/proposed.ts';
import { messageOf } from '#test/harness/mail/message.ts';
import { type Item, Table } from '#test/harness/system/table.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

/*
 * Answers that we could not be sure of are proposed with their writer's own words, and one yes makes them count.
 */

const program = new TestSystem();
let id: string;
let table: Table;
const everybody = invitees(8, 'likely');

beforeAll(async () => {
  await program.start();
  ({ id } = await program.createCohort('likely', { invitees: everybody }));
  await program.milestone(id, 'apply.open');
  table = new Table(program.system);
});
afterAll(() => program.stop());

let met = 0;
function somebody() {
  const { email } = everybody[met] ?? { email: '' };
  met += 1;
  const before = program.lettersTo(email).length;
  const { replyTo } = program.asked(email);
  return {
    form: async (): Promise<Item> =>
      (await table.items(id, 'FORM#application#')).find(({ id: one }) => replyTo.includes(one)) ?? {},
    letters: () => program.lettersTo(email).slice(before),
    says: async (text: string) => program.reply(program.asked(email), text),
    /** The same message, delivered as often as it is sent. */
    sends: async (text: string, name: string) => {
      const raw = messageOf({ text, from: email, to: replyTo, id: `${name}@example.org` });
      await program.mailRaw(replyTo, raw, email);
    },
  };
}

const words = (letter: { mail: { text?: string | undefined } } | undefined) =>
  (letter?.mail.text ?? '').replace(/\s+/g, ' ');
const inOwnWords = answers.asMentee
  .replace(/^4\. .*$/m, '4. leading people, I think, it is most of what I do')
  .replace(/^14\. .*$/m, '14. I work in it since four years')
  .replace(/^15\. .*$/m, '15. English and Portuguese only, I am afraid');

test('an application in somebody’s own words is complete after one reply and a yes', async () => {
  const ada = somebody();

  await ada.says(inOwnWords);
  const [first] = ada.letters();
  expect(first?.mail.subject).toBe('Did we read your answers rightly?');
  expect(words(first)).toMatch(/You wrote "I work in it since four years"\. We take that for: 4/);
  expect(await ada.form()).toMatchObject({ status: 'partial', proposed: { experience: 4 } });
  await ada.says('Yes, that is right, thank you!');

  const [, second, ...more] = ada.letters();
  expect(more).toEqual([]);
  expect(second?.mail.subject).toBe('Thank you, we have all your answers');
  expect(await ada.form()).toMatchObject({ status: 'complete', unclear: [], answers: answers.menteeAnswers });
});

test('what a yes names besides is as it says, and what is really open stays open', async () => {
  const ada = somebody();

  await ada.says(inOwnWords.replace(/^13\. .*\n/m, ''));
  expect(words(ada.letters()[0])).toContain('13. Have you had a mentor before');
  await ada.says('Yes, but 14: 7');
  expect(await ada.form()).toMatchObject({
    status: 'partial',
    answers: { experience: 7, languages: ['English', 'Portuguese'] },
  });
  await ada.says('13. neither');

  expect(await ada.form()).toMatchObject({ status: 'complete', answers: { ...answers.menteeAnswers, experience: 7 } });
});

test('a no asks all of them again', async () => {
  const ada = somebody();

  await ada.says(inOwnWords);
  await ada.says('no');

  const last = ada.letters().at(-1);
  expect(last?.mail.text).toMatch(/^14\. For about how many years/m);
  const { answers: left, proposed } = await ada.form();
  expect(proposed).toBeUndefined();
  expect(left).not.toHaveProperty('experience');
});

test('a reply and its yes that are delivered twice, and out of order, change nothing more', async () => {
  const ada = somebody();

  await ada.sends('yes', 'early-yes');
  await ada.sends(inOwnWords, 'own-words');
  await ada.sends('yes', 'early-yes');
  expect(await ada.form()).toMatchObject({ status: 'partial', proposed: { experience: 4 } });
  await ada.sends('yes', 'late-yes');
  await ada.sends(inOwnWords, 'own-words');
  await ada.sends('yes', 'late-yes');

  expect(await ada.form()).toMatchObject({ status: 'complete', answers: answers.menteeAnswers });
});

test('so is a survey, and nobody but its writer hears of the words that were not clear', async () => {
  const survey = await proposedIn(program, 'private', 1);
  await program.milestone(survey, 'midpoint.open');
  const [ada, maria] = ['ada@private.example.org', 'maria@private.example.org'];
  const before = program.lettersTo(maria).length;
  const unsure = answers.midpoint
    .replace(/^2\. .*$/m, '2. rather good, I would give four')
    .replace(/^4\. .*$/m, '4. Always so far');

  await program.reply(program.asked(ada), unsure);
  const asked = program.newest(ada);
  await program.reply(asked, 'yes');

  const forms = await table.items(survey, 'FORM#survey#midpoint#');
  const form = forms.find(({ status }) => status === 'complete');
  expect(asked.mail.subject).toBe('Did we read your answers rightly?');
  expect(words(asked)).toContain('You wrote "Always so far". We take that for: 5 (from 1 to 5)');
  expect(form?.answers).toMatchObject({ trust: 4, reliable: 5 });
  expect(program.lettersTo(maria).length).toBe(before);
  await program.cancel(survey);
});
