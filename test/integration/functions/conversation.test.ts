import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as answers from '#test/harness/cohorts/answers.ts';
import { invitees } from '#test/harness/cohorts/new-cohort.ts';
import type { Letter } from '#test/harness/mail/mail-client.ts';
import { type Enclosure, messageOf } from '#test/harness/mail/message.ts';
import { tnefOf } from '#test/harness/mail/tnef.ts';
import { type Item, Table } from '#test/harness/system/table.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

/*
 * What is said back to somebody who answers in parts, unclearly, with files, with questions, or through a colleague.
 */

const program = new TestSystem();
let id: string;
let table: Table;
const everybody = invitees(22, 'talk');
const maria = 'maria@talk.example.org';

beforeAll(async () => {
  await program.start();
  ({ id } = await program.createCohort('talk', { invitees: everybody }));
  await program.milestone(id, 'apply.open');
  table = new Table(program.system);
});
afterAll(() => program.stop());

let met = 0;
let sent = 0;

/** Somebody who was invited and has not been heard of in another test. */
function somebody() {
  const { email, name } = everybody[met] ?? { email: '', name: '' };
  met += 1;
  const invitation = program.asked(email);
  const before = program.lettersTo(email).length;
  const toCoordinator = program.lettersTo(maria).length;
  const form = async (): Promise<Item> =>
    (await table.items(id, 'FORM#application#')).find(({ id: one }) => invitation.replyTo.includes(one)) ?? {};
  return {
    email,
    name,
    invitation,
    form,
    letters: (): Letter[] => program.lettersTo(email).slice(before),
    /** What the coordinator got since this person was met. */
    told: (): Letter[] => program.lettersTo(maria).slice(toCoordinator),
    records: async (): Promise<Item[]> => table.items(id, `REPLY#${(await form()).id}#`),
    says: async (text: string) => program.reply(program.asked(email), text),
    sends: async (message: { text?: string; html?: string; files?: Enclosure[]; from?: string }) => {
      sent += 1;
      const from = message.from ?? email;
      const raw = messageOf({ ...message, from, to: invitation.replyTo, id: `talk-${sent}@example.org` });
      await program.mailRaw(invitation.replyTo, raw, from);
    },
  };
}

const words = (letter: Letter | undefined) => (letter?.mail.text ?? '').replace(/\s+/g, ' ');
const [role = '', why = '', ...others] = answers.asMentee.split('\n');
const rest = others.join('\n');

test('a whole application in three partial replies, one of them in HTML, one correcting the first, ends complete', async () => {
  const ada = somebody();

  await ada.says(`Hello Maria, here are the first two; the rest follows.\n\n1. mentor\n${why}`);
  const html = `<div dir="ltr"><p>Sorry, I meant mentee:</p><p>1. mentee</p>${others
    .slice(0, 5)
    .map((line) => `<p>${line}</p>`)
    .join('')}</div>`;
  await ada.sends({ html });
  await ada.says(others.slice(5).join('\n'));

  const [first, second, third, ...more] = ada.letters();
  expect(more).toEqual([]);
  expect(words(first)).toContain('1. To be mentor');
  expect(first?.mail.subject).toMatch(/still missing/);
  expect(words(second)).toContain('1. To be mentee');
  expect(second?.mail.subject).toMatch(/still missing/);
  expect(second?.mail.text).not.toMatch(/^2\. Why would you like/m);
  expect(third?.mail.subject).toBe('Thank you, we have all your answers');
  expect(words(third)).toContain('Something wrong? Reply with its number and the right answer.');
  expect(await ada.form()).toMatchObject({ status: 'complete', answers: answers.menteeAnswers });
  expect(ada.told()).toEqual([]);
});

describe('what is missing or unclear', () => {
  const unclear = answers.asMentee.replace(/^14\. .*$/m, '14. quite some time');

  test('is asked once more, alone and quoting what was said; then the page is offered and the coordinator told once', async () => {
    const ada = somebody();

    await ada.says(unclear);
    await ada.says('a good while');
    await ada.says('really long');

    const [first, second, third] = ada.letters();
    expect(words(first)).toContain('To question 14 you wrote "quite some time".');
    expect(first?.mail.text?.match(/^\d+\. .*\?$/gm)).toEqual([
      '14. For about how many years have you worked in your field?',
    ]);
    expect(words(second)).toContain('To question 14 you wrote "a good while".');
    expect(words(second)).toContain('Please answer question 14 on a page instead');
    expect(second?.mail.text).not.toMatch(/^14\. For about/m);
    expect(words(third)).toContain('on a page instead');
    const [told, ...again] = ada.told();
    expect(again).toEqual([]);
    expect(told?.mail.subject).toBe(`${ada.name} could use a hand with our questions`);
    expect(words(told)).toMatch(/For about how many years have you worked in your field\? \w+ wrote "a good while"\./);
    expect(words(told)).not.toMatch(/quite some|encouragement|sleep at night/);
  });

  test('can still be answered by email after that, and on the page', async () => {
    const ada = somebody();
    await ada.says(unclear);
    await ada.says('a good while');

    await ada.says('14. 12');

    expect(ada.letters().at(-1)?.mail.subject).toBe('Thank you, we have all your answers');
    expect(await ada.form()).toMatchObject({ status: 'complete', answers: { experience: 12 } });
  });
});

test('names in an answer are found among all who are invited, and asked about once where nobody has them', async () => {
  const ada = somebody();

  await ada.says(`${answers.asMentee}\n18. INVITEE 2 and Petra Klein`);
  await ada.says('13. neither');

  const [first, second] = ada.letters();
  expect(words(first)).toContain('18. Not with Invitee 2 ("INVITEE 2 and Petra Klein")');
  expect(words(first)).toContain('We found nobody called "Petra Klein" in this round.');
  expect(words(second)).toContain('Invitee 2 ("INVITEE 2 and Petra Klein")');
  expect(words(second)).not.toContain('We found nobody');
});

test('thanks for an acknowledgement are not answered, in time or late', async () => {
  const ada = somebody();
  await ada.says(answers.asMentee);

  await ada.says('Thank you very much, Maria!\n\nBest regards,\nInvitee');
  await ada.says('Thanks!');

  expect(ada.letters()).toHaveLength(1);
  expect((await ada.records()).map(({ became }) => became)).toEqual(['read', 'read', 'read']);
});

test('politeness beside a yes or no is not quoted back as if it were a reason', async () => {
  const ada = somebody();
  await ada.sends({ text: answers.asMentee, from: 'ada@elsewhere.example.net' });

  await ada.says('Yes, of course');

  const confirmation = (await table.items(id, 'FORM#confirm#')).find(({ answers: given }) => given.mine === true);
  expect(confirmation).toMatchObject({ comments: {} });
});

describe('files', () => {
  const cv: Enclosure = { name: 'cv.pdf', type: 'application/pdf', content: '%PDF-1.7 14. 33' };

  test('in text or PDF are kept, named and not read; others are refused by name', async () => {
    const ada = somebody();
    const photo = { name: 'photo.heic', type: 'image/heic', content: 'picture' };

    await ada.sends({
      text: answers.asMentee,
      files: [cv, photo, { ...cv, name: 'setup.exe', type: 'application/x-msdownload' }],
    });

    const [answer] = ada.letters();
    expect(answer?.mail.subject).toBe('Thank you, we have all your answers');
    expect(words(answer)).toContain('We kept cv.pdf with your reply but take no answers from it');
    expect(words(answer)).toContain('We could not take photo.heic and setup.exe');
    expect(await ada.records()).toMatchObject([
      {
        attachments: [
          { name: 'cv.pdf', type: 'application/pdf', bytes: 15, kept: true },
          { kept: false },
          { kept: false },
        ],
      },
    ]);
    expect((await ada.form()).answers.experience).toBe(4);
  });

  test('alone are no answer, and the reply to that says so by name', async () => {
    const ada = somebody();

    await ada.sends({ files: [cv] });
    await ada.sends({ text: '\n\nSent from my iPhone\n', files: [cv] });

    const [answer, ...more] = ada.letters();
    expect(more).toEqual([]);
    expect(answer?.mail.subject).toBe('We could not read your reply');
    expect(words(answer)).toContain('perhaps in a file or a picture');
    expect(words(answer)).toContain('We kept cv.pdf');
    expect((await ada.records()).map(({ became, why: reason }) => `${became}: ${reason}`)).toEqual([
      'unreadable: no-text',
      'unreadable: no-text',
    ]);
  });

  test('that a mail program adds by itself provoke no remark', async () => {
    const ada = somebody();
    const html = `${answers.asMentee
      .split('\n')
      .map((line) => `<p>${line}</p>`)
      .join('')}<p>Best regards,<br>Ada<br><img src="cid:logo@work"></p>`;
    const files: Enclosure[] = [
      { name: 'image001.png', type: 'image/png', content: 'x'.repeat(90_000), fields: 'Content-ID: <logo@work>' },
      { name: 'ada.vcf', type: 'text/vcard', content: 'BEGIN:VCARD' },
      { name: 'invite.ics', type: 'text/calendar', content: 'BEGIN:VCALENDAR' },
      { name: 'winmail.dat', type: 'application/ms-tnef', content: 'x' },
      { name: 'smime.p7s', type: 'application/pkcs7-signature', content: 'x' },
    ];

    await ada.sends({ html, files });

    const [answer] = ada.letters();
    expect(answer?.mail.subject).toBe('Thank you, we have all your answers');
    expect(words(answer)).not.toMatch(/We kept|We could not take/);
    expect((await ada.records())[0]?.attachments).toBeUndefined();
  });

  describe("in Outlook's own format", () => {
    const wrapped: Enclosure = { name: 'winmail.dat', type: 'application/ms-tnef', content: tnefOf(answers.asMentee) };

    test('with all words in it are answered with what to do in Outlook, once a day', async () => {
      const ada = somebody();
      const whole = [
        `From: ${ada.email}`,
        'Subject: Re: Mentoring',
        'MIME-Version: 1.0',
        'Content-Type: application/ms-tnef; name="winmail.dat"',
        'Content-Transfer-Encoding: base64',
        '',
        tnefOf(answers.asMentee).toString('base64').replace(/.{76}/g, '$&\r\n'),
      ].join('\r\n');

      await ada.sends({ text: ' \r\n', files: [wrapped] });
      await program.mailRaw(ada.invitation.replyTo, whole, ada.email);

      const [answer, ...more] = ada.letters();
      expect(more).toEqual([]);
      expect(answer?.mail.subject).toBe('We could not read your reply');
      expect(words(answer)).toContain('a format that only Outlook can open (a file called winmail.dat)');
      expect(words(answer)).toContain('choose "Plain Text" under "Format Text"');
      expect((await ada.records()).map(({ became, why: reason }) => `${became}: ${reason}`)).toEqual([
        'unreadable: outlook',
        'unreadable: outlook',
      ]);
      expect(await ada.form()).toMatchObject({ status: 'open' });
    });

    test('beside words that can be read are left closed, and the words are read', async () => {
      const ada = somebody();

      await ada.sends({ text: answers.asMentee, files: [wrapped] });

      const [answer] = ada.letters();
      expect(answer?.mail.subject).toBe('Thank you, we have all your answers');
      expect(words(answer)).not.toMatch(/winmail|Outlook/);
      expect(await ada.form()).toMatchObject({ status: 'complete', answers: answers.menteeAnswers });
    });
  });

  test('with hostile names do no harm', async () => {
    const ada = somebody();
    const name = `\u202eexe.${'a'.repeat(500)}\r\nBcc: x@example.org<script>alert(1)</script>.pdf`;

    await ada.sends({
      text: answers.asMentee,
      files: [
        { ...cv, name },
        { ...cv, name: `${'b'.repeat(9_000)}.exe` },
      ],
    });

    const [answer] = ada.letters();
    expect(answer?.field('Bcc')).toBe('');
    expect(answer?.mail.html).not.toContain('<script');
    expect(`${answer?.mail.text}${answer?.mail.html}`).not.toMatch(/[\u202a-\u202e]/);
    for (const line of (answer?.mail.text ?? '').split('\n'))
      if (!line.includes('http')) expect(line.length).toBeLessThan(90);
    expect(JSON.stringify((await ada.records())[0]).length).toBeLessThan(2_000);
  });
});

describe('a question back', () => {
  test('is kept, passed on so that a reply reaches its writer, and the writer is told', async () => {
    const ada = somebody();

    await ada.says(`${answers.asMentee}\n\nI move to Porto in May. Could I still take part?`);

    const [answer] = ada.letters();
    const [told] = ada.told();
    expect(words(answer)).toContain('Maria Ortiz has your question');
    expect(told?.replyTo).toBe(ada.email);
    expect(told?.mail.text).toContain('I move to Porto in May. Could I still take part?');
    expect(told?.mail.text).not.toContain('/u/');
    expect((await ada.form()).notes).toHaveLength(1);
  });

  test('that stands right below an answer is passed on as well', async () => {
    const ada = somebody();

    await ada.says('13. neither\nDoes a buddy at my last job count?\n14. 3');

    expect((await ada.form()).answers).toMatchObject({ before: 'neither', experience: 3 });
    expect(ada.told()[0]?.mail.text).toContain('Does a buddy at my last job count?');
    expect(words(ada.letters()[0])).toContain('Maria Ortiz has your question');
  });

  test('that comes with a "no thanks" is passed on as well', async () => {
    const ada = somebody();

    await ada.says('No thanks, not this year. Will there be another round?');

    expect(ada.letters().map(({ mail }) => mail.subject)).toEqual(["That's fine, and thank you for telling us"]);
    expect(words(ada.letters()[0])).toContain('Maria Ortiz has your question');
    expect(ada.told()).toHaveLength(1);
    expect(await ada.form()).toMatchObject({ status: 'declined' });
  });
});

describe('an invitation that was forwarded to a colleague', () => {
  test("never lets the colleague's answers become the invitee's: they are asked first, and a no leaves all as it was", async () => {
    const ada = somebody();
    await ada.says(role);
    const ben = { text: `I'd like to join too!\n\n1. mentor\n${rest}`, from: 'ben@talk.example.org' };

    await ada.sends(ben);
    const held = await ada.form();
    const question = words(program.asked(ada.email));
    await ada.says('No, I forwarded it to Ben.');
    await ada.sends(ben);

    expect(question).toContain('ben@talk.example.org');
    expect(question).toContain('If you passed our email on to somebody who would like to take part as well, answer no');
    expect(held.answers).toEqual({ role: 'mentee' });
    expect((await ada.form()).answers).toEqual({ role: 'mentee' });
    expect(program.lettersTo('ben@talk.example.org')).toEqual([]);
    expect(ada.letters()).toHaveLength(2);
  });

  test('an unclear answer to "was it you" is asked once more, and then left in peace', async () => {
    const ada = somebody();
    await ada.sends({ text: answers.asMentee, from: 'stranger@example.net' });

    await ada.says('Who is that');
    await ada.says('I wonder');

    const [, second, ...more] = ada.letters();
    expect(second?.mail.subject).toBe('Was that reply from you, yes or no?');
    expect(second?.mail.text).not.toContain('/f/');
    expect(more).toEqual([]);
    expect(await ada.form()).toMatchObject({ status: 'open' });
  });
});
