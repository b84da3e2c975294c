import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as answers from '#test/harness/cohorts/answers.ts';
import { Invited, written } from '#test/harness/cohorts/invited.ts';

const invited = new Invited('sender', 40);
beforeAll(() => invited.start());
afterAll(() => invited.stop());

const evil = 'eve@evil.example';

describe('a reply from which a judge of its sender may read another address is held, though its envelope is right', () => {
  test.each([
    ['no From, but a Sender', (ada: string) => `Sender: ${ada}`],
    ['two Froms, the last of which is theirs', (ada: string) => `From: ${evil}\r\nFrom: ${ada}`],
    ['two Froms, the first of which is theirs', (ada: string) => `From: ${ada}\r\nFrom: ${evil}`],
    ['a list', (ada: string) => `From: ${ada}, ${evil}`],
    ['a group', (ada: string) => `From: us: ${ada};`],
    ['their address after another', (ada: string) => `From: <${evil}> <${ada}>`],
    ['a space before the colon', (ada: string) => `From : ${ada}`],
    ['a comment', (ada: string) => `From: ${ada} (<${evil}>)`],
  ])('%s', async (_, head) => {
    const ada = invited.somebody();

    await invited.program.mailRaw(ada.invitation.replyTo, written(head(ada.email), answers.asMentee), ada.email);

    expect(await ada.became()).toEqual([{ became: 'held', why: 'names no sender plainly' }]);
    expect(await ada.form()).toMatchObject({ status: 'open', answers: {} });
    expect(ada.letters().map(({ mail }) => mail.subject)).toEqual(['Was this reply from you?']);
  });
});

describe("a reply counts as a person's own", () => {
  const results = (signer: string) =>
    `Authentication-Results: amazonses.com; spf=fail client-ip=192.0.2.1; dkim=pass header.i=@${signer}; dmarc=none;\r\n`;
  const none = { dmarc: 'GRAY', spf: 'GRAY', dkim: 'GRAY' } as const;
  const signed = { dmarc: 'GRAY', spf: 'FAIL', dkim: 'PASS' } as const;
  const sent = { dmarc: 'GRAY', spf: 'PASS', dkim: 'GRAY' } as const;

  test.each([
    ['with DMARC', '', { verdicts: { ...none, dmarc: 'PASS' as const } }],
    ['with SPF for their domain, which has no policy', '', { verdicts: sent }],
    ['with SPF for the domain above it', '', { verdicts: sent, source: 'bounce@example.org' }],
    ['with a signature of their domain', results('sender.example.org'), { verdicts: signed, source: evil }],
  ])('%s', async (_, results, arrival) => {
    const ada = invited.somebody();

    await ada.arrives(written(`${results}From: ${ada.email}`, answers.asMentee), arrival);

    expect(await ada.became()).toEqual([{ became: 'read' }]);
    expect(await ada.form()).toMatchObject({ status: 'complete' });
  });

  const below = `Received: from evil.example\r\n${results('sender.example.org')}`;
  test.each([
    ['when nothing was checked', '', { verdicts: none }],
    ['when DMARC could not be checked', '', { verdicts: { ...sent, dmarc: 'PROCESSING_FAILED' as const } }],
    ['with SPF for another domain', '', { verdicts: sent, source: evil }],
    ['with SPF for a domain below theirs', '', { verdicts: sent, source: 'eve@club.sender.example.org' }],
    ['with SPF for a domain that ends like theirs', '', { verdicts: sent, source: 'eve@r.example.org' }],
    ['with SPF for nobody', '', { verdicts: sent, source: '' }],
    ['with a signature of another domain', results('evil.example'), { verdicts: signed, source: evil }],
    [
      'with one of theirs beside it',
      results('evil.example; dkim=pass header.i=@sender.example.org'),
      { verdicts: signed },
    ],
    ['with results of its own below', results('evil.example') + below, { verdicts: signed, source: evil }],
    ['with results of somebody else', results('sender.example.org').replace('amazonses', 'evil'), { verdicts: signed }],
  ])('not %s', async (_, results, arrival) => {
    const ada = invited.somebody();

    await ada.arrives(written(`${results}From: ${ada.email}`, answers.asMentee), arrival);

    expect(await ada.became()).toEqual([{ became: 'held', why: 'sender not proven' }]);
    expect(await ada.form()).toMatchObject({ status: 'open', answers: {} });
    expect(ada.letters().map(({ mail }) => mail.subject)).toEqual(['Was this reply from you?']);
  });

  test('whoever has no such domain is heard by a yes to the letter that asks, and that one is not taken when it is forged', async () => {
    const ada = invited.somebody();
    await ada.arrives(written(`From: ${ada.email}`, answers.asMentee), { verdicts: none });

    await ada.answers(written(`From: ${ada.email}`, 'yes'), { verdicts: { ...none, dmarc: 'FAIL' } });
    const before = await ada.form();
    await ada.answers(written(`From: ${evil}`, 'yes'), { source: evil });
    const still = await ada.form();
    await ada.answers(written(`From: ${ada.email}`, 'yes'), { verdicts: none });

    expect([before.status, still.status]).toEqual(['open', 'open']);
    expect(await ada.form()).toMatchObject({ status: 'complete' });
  });

  test('a yes to one reply from another address does not open it to whoever puts that address into a From', async () => {
    const ada = invited.somebody();
    const home = 'ada@home.example.net';
    await ada.arrives(written(`From: ${home}`, '1. mentee'), { source: home });
    await ada.answers(written(`From: ${ada.email}`, 'yes'));

    await ada.arrives(written(`From: ${home}`, '1. mentor'), { source: evil, verdicts: sent });
    await ada.arrives(written(`From: ${home}`, '2. To learn.'), { source: home });

    expect((await ada.became()).map(({ why }) => why)).toContain('sender not proven');
    expect(await ada.form()).toMatchObject({ answers: { role: 'mentee', why: 'To learn.' } });
  });
});
