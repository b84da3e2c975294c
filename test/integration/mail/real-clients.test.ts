import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answers, type FormDefinition, numbered } from '#domain/forms/form.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { menteeAnswers, mentorAnswers, typed } from '#test/harness/cohorts/answers.ts';
import { hasTerminalMail, replyWith, type TerminalMail } from '#test/harness/mail/terminal-mail.ts';
import { Table } from '#test/harness/system/table.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

const form: FormDefinition = defaultProgram.forms.application;
const program = new TestSystem();
let cohort = '';

/** One person for each test: `mutt-inline@...` replies with mutt, and is called as nobody is whose name is ASCII. */
const people = ['mutt-inline', 'mutt-above', 's-nail-inline', 's-nail-above'].map((who) => ({
  name: 'Åsa Öberg',
  email: `${who}@harbour.example.org`,
}));

beforeAll(async () => {
  await program.start();
  ({ id: cohort } = await program.createCohort('harbour', { start: '2027-01-11', invitees: people }));
  await program.milestone(cohort, 'apply.open');
});
afterAll(() => program.stop());

/** Replies with a real mail program from the Maildir that our own system has written; returns the answers as stored. */
async function reply(client: TerminalMail, who: string, said: Parameters<typeof replyWith>[2], settings = '') {
  const address = `${who}@harbour.example.org`;
  const { letters } = await program.system.maildirs.list(address);
  const mailbox = dirname(dirname(letters[0]?.file ?? ''));
  const { smtpPort } = program.system;
  await replyWith(client, { name: 'Åsa Öberg', address, mailbox, smtpPort, settings }, said);
  await program.settled();
  const forms = await new Table(program.system).items(cohort, 'FORM#application#');
  const person = (await program.people(cohort)).find(({ email }) => email === address);
  return { answers: forms.find((one) => one.person === person?.id)?.answers, letter: program.newest(address) };
}

/** Answers to be typed under the questions, by number; how they are worded is the caller's. */
function under(answers: Answers): Record<string, string> {
  const lines = typed(form, answers).split('\n');
  return Object.fromEntries(lines.map((line) => line.split(/\. (.*)/s).slice(0, 2)));
}

const numberOf = (key: string) => numbered(form).find((question) => question.key === key)?.number ?? 0;

describe.skipIf(!hasTerminalMail('mutt'))(
  'with mutt (skipped where mutt or the script of util-linux is missing)',
  () => {
    test('answers typed under the questions in the quotation are stored as they are, and understood', async () => {
      const answers = { ...menteeAnswers, change: 'Ich möchte meine eigene Gruppe leiten – und nachts schlafen.' };

      const { answers: stored, letter } = await reply('mutt', 'mutt-inline', { under: under(answers) });

      expect(stored).toEqual(answers);
      expect(letter.mail.text).toContain('This is what we understood');
    });

    test('numbers above the quotation, which a German mutt introduces in German, are stored as answers', async () => {
      const answers = { ...mentorAnswers, story: 'J’ai dirigé une équipe à travers deux réorganisations, à Besançon' };
      const settings = 'set attribution="Am %d schrieb %n:"\nset indent_string="> > "';

      const { answers: stored } = await reply('mutt', 'mutt-above', { above: typed(form, answers) }, settings);

      expect(stored).toEqual(answers);
    });
  },
);

describe.skipIf(!hasTerminalMail('s-nail'))(
  'with s-nail (skipped where s-nail or the script of util-linux is missing)',
  () => {
    test('answers typed under questions that are quoted with a tab instead of a mark are stored as they are', async () => {
      const answers = { ...mentorAnswers, story: 'Přestěhovala jsem se z Brna do Łodzi a začala znovu.' };

      const { answers: stored, letter } = await reply('s-nail', 's-nail-inline', { under: under(answers) });

      expect(stored).toEqual(answers);
      expect(letter.mail.text).toContain('This is what we understood');
    });

    test('numbers above the quotation, in Japanese, are stored as answers and corrected by a second reply', async () => {
      const answers = { ...menteeAnswers, why: '自分のチームを率いたいです。' };
      const settings = 'set sendcharsets=iso-2022-jp,utf-8 indentprefix="> "';
      const first = { above: typed(form, { ...answers, experience: 3 }) };
      const again = { above: `Sorry, ${numberOf('experience')} was wrong.\n\n${numberOf('experience')}: 4` };

      await reply('s-nail', 's-nail-above', first, settings);
      const { answers: stored } = await reply('s-nail', 's-nail-above', again, settings);

      expect(stored).toEqual(answers);
    });
  },
);
