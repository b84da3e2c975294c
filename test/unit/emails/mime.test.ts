import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import type { Email } from '#shared/emails/content.ts';
import { composeMessage } from '#shared/emails/mime.ts';
import { renderHtml } from '#shared/emails/render/html.tsx';
import { renderText } from '#shared/emails/render/plain-text.ts';

const email: Email = {
  subject: 'Would you like a mentor?',
  language: 'en',
  blocks: [{ kind: 'paragraph', of: ['Olá, José, ça va? 👋'] }],
};
const from = { name: 'Maria Ortiz', address: 'mentoring@harbour.example' };
const to = { name: 'Ada Lovelace', address: 'ada@harbour.example' };

async function parsed(message: Buffer) {
  const mail = await PostalMime.parse(message);
  const header = (key: string) => mail.headers.filter((one) => one.key === key).map(({ value }) => value);
  return { ...mail, header };
}

describe('a message', () => {
  it('carries the plain text and the HTML of the same email', async () => {
    const mail = await parsed(await composeMessage({ email, from, to }));

    expect(mail.text?.replace(/\r\n/g, '\n').trim()).toBe(renderText(email).trim());
    expect(mail.html?.replace(/\r\n/g, '\n').trim()).toBe(renderHtml(email).trim());
    expect(mail.subject).toBe(email.subject);
  });

  it('can be read as it travels', async () => {
    const raw = (await composeMessage({ email, from, to })).toString('latin1');

    expect(raw).toContain('Content-Transfer-Encoding: quoted-printable');
    expect(raw).not.toContain('base64');
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
  });

  it('asks machines not to answer, and offers one click to stop', async () => {
    const unsubscribe = { url: 'https://example.org/u/abc' };
    const { header } = await parsed(await composeMessage({ email, from, to, unsubscribe }));

    expect(header('auto-submitted')).toEqual(['auto-generated']);
    expect(header('x-auto-response-suppress')).toEqual(['DR, RN, NRN']);
    expect(header('list-unsubscribe')).toEqual(['<https://example.org/u/abc>']);
    expect(header('list-unsubscribe-post')).toEqual(['List-Unsubscribe=One-Click']);
  });

  it('lets machines say that somebody is away, when it opens a conversation', async () => {
    const { header } = await parsed(await composeMessage({ email, from, to, startsConversation: true }));

    expect(header('auto-submitted')).toEqual([]);
    expect(header('x-auto-response-suppress')).toEqual(['DR, RN, NRN']);
  });

  it('hangs on its thread and says where replies go', async () => {
    const mail = await parsed(
      await composeMessage({ email, from, to, thread: 'coh_1.per 2', replyTo: 'r+abc.def@in.example' }),
    );

    expect(mail.references).toBe('<coh_1.per-2@harbour.example>');
    expect(mail.inReplyTo).toBe('<coh_1.per-2@harbour.example>');
    expect(mail.replyTo?.map(({ address }) => address)).toEqual(['r+abc.def@in.example']);
  });

  it('gets no header from a name, a subject or a file name', async () => {
    const bad = 'X\r\nBcc: victim@example.org\r\n\r\nbody';
    const attachments = [{ name: `${bad}/../a.pdf`, type: 'application/pdf', content: new Uint8Array([1, 2, 3]) }];

    const message = await composeMessage({
      email: { ...email, subject: bad, attachments },
      from: { ...from, name: bad },
      to: { ...to, name: bad },
    });
    const mail = await parsed(message);

    expect(mail.bcc ?? []).toEqual([]);
    expect(message.toString()).not.toMatch(/^Bcc:/im);
    expect(mail.subject).toBe('X Bcc: victim@example.org body');
    expect(mail.to?.map(({ address }) => address)).toEqual([to.address]);
    expect(mail.attachments[0]?.filename).not.toMatch(/[/\r\n]/);
  });

  it.each([
    '=?utf-8?q?X=0D=0ABcc:_victim=40example.org?=',
    'a =?utf-8?b?DQo=?= b',
    '=?utf-8?q?é?=',
    '=?us-ascii?q?=20?=',
  ])('shows a name and a subject of %j as they are: no reader decodes them', async (words) => {
    const attachments = [{ name: `${words}.pdf`, type: 'application/pdf', content: new Uint8Array([1]) }];

    const message = await composeMessage({
      email: { ...email, subject: words, attachments },
      from: { ...from, name: words },
      to: { ...to, name: words },
    });
    const mail = await parsed(message);

    const shown = [mail.subject, mail.from?.name, mail.to?.[0]?.name].map((one) => one?.replaceAll('\u2060', ''));
    expect(shown).toEqual([words, words, words]);
    expect([mail.from?.address, mail.to?.[0]?.address]).toEqual([from.address, to.address]);
    expect(mail.attachments[0]?.filename).not.toMatch(/[\r\n]/);
    expect(
      message
        .toString()
        .split('\r\n\r\n')[0]
        ?.split('\r\n')
        .every((line) => line.length <= 78),
    ).toBe(true);
  });

  it.each([
    'ada@harbour.example\r\nBcc: x@y.example',
    'ada@harbour.example, x@y.example',
    '<ada@harbour.example>',
    'ada',
    '',
  ])('is not written to %j', async (address) => {
    await expect(async () => composeMessage({ email, from, to: { ...to, address } })).rejects.toThrow('Not an address');
  });

  it('carries attachments as they are', async () => {
    const csv = { name: 'report.csv', type: 'text/csv', content: 'a,b\n1,2\n' };
    const mail = await parsed(await composeMessage({ email: { ...email, attachments: [csv] }, from, to }));

    expect(mail.attachments.map(({ filename, mimeType }) => [filename, mimeType])).toEqual([
      ['report.csv', 'text/csv'],
    ]);
  });
});
