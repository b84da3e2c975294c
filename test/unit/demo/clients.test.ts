import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import type { Answers } from '#domain/forms/form.ts';
import { readReply } from '#domain/replies/read/read-reply.ts';
import type { Draft } from '#infra/demo/mail/clients/draft.ts';
import { composeReply, outOfOffice } from '#infra/demo/mail/compose-reply.ts';
import type { ClientName, Invitee, Manner, Wording } from '#infra/demo/people/correspondents.ts';
import { Persona } from '#infra/demo/people/persona.ts';
import { populate } from '#infra/demo/people/population.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { invitation, invitee, replyTo } from './invitation.ts';

const programs: [ClientName, Manner][] = [
  ['gmail', 'above'],
  ['gmail', 'under'],
  ['gmail', 'inside'],
  ['apple', 'above'],
  ['apple', 'under'],
  ['apple', 'inside'],
  ['iphone', 'above'],
  ['outlook', 'above'],
  ['outlook', 'under'],
  ['thunderbird', 'under'],
  ['mutt', 'under'],
];
const wordings: Wording[] = ['letters', 'words', 'both'];

/** The application of somebody who answers in this way, as it is sent. */
async function applicationBy(who: Partial<Invitee>) {
  const letter = await invitation();
  const population = { ...populate(2, 1), invitees: [{ ...invitee, ...who }] };
  const persona = new Persona({ ...invitee, ...who }, population);
  const [step] = persona.read(letter, Date.parse('2027-03-01T09:00:00Z'));
  const draft = step?.draft as Draft;
  return { letter, draft, mail: await PostalMime.parse(await composeReply(letter, draft)) };
}

/** Where a mail program broke a line is not what this is about. */
function unbroken(answers: Answers): Answers {
  return JSON.parse(JSON.stringify(answers).replaceAll('\\n', ' '));
}

describe.each(programs)('a reply by %s with the answers %s the quotation', (client, manner) => {
  test('goes from the person to the address of the form, as an answer to our message', async () => {
    const { letter, mail } = await applicationBy({ client, manner });

    expect(mail.from?.address).toBe(invitee.email);
    expect(mail.to?.map(({ address }) => address)).toEqual([replyTo]);
    expect(mail.inReplyTo).toBe(letter.messageId);
    expect(mail.references?.split(' ')).toEqual([...letter.references, letter.messageId]);
    expect(mail.subject).toBe(`Re: ${letter.subject}`);
  });

  test('holds every answer, in the text and in the HTML', async () => {
    const { draft, mail } = await applicationBy({ client, manner });

    const flat = (text: string) => text.replace(/^[> ]+/gm, ' ').replace(/\s+/g, ' ');
    const html = flat((mail.html ?? '').replace(/<[^>]+>/g, ' ').replace(/&#60;/g, '<'));
    for (const answer of draft.answers.values()) {
      expect(flat(mail.text ?? '')).toContain(flat(answer));
      if (mail.html) expect(html).toContain(flat(answer));
    }
    expect(draft.answers.size).toBeGreaterThanOrEqual(16);
  });

  test.each(wordings)('is read as it was meant when options are named by %s', async (wording) => {
    const { letter, mail } = await applicationBy({ client, manner, wording });

    const reading = readReply({
      form: defaultProgram.forms.application,
      sent: [{ text: letter.text, html: letter.html }],
      mail: {
        subject: mail.subject ?? '',
        ...(mail.text && { text: mail.text }),
        ...(mail.html && { html: mail.html }),
      },
      known: {},
    });

    expect(reading.unclear).toEqual([]);
    expect(unbroken(reading.answers)).toEqual(unbroken(invitee.application));
  });
});

test('an answer from an empty office says that no person wrote it', async () => {
  const letter = await invitation();
  const from = { name: invitee.name, address: invitee.email };
  const at = Date.parse('2027-03-01T09:01:00Z');

  const mail = await PostalMime.parse(await outOfOffice(letter, { from, at, words: 'I am away until Monday.' }));

  expect(mail.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-replied');
  expect(mail.subject).toBe(`Automatic reply: ${letter.subject}`);
  expect(mail.text?.trim()).toBe('I am away until Monday.');
});
