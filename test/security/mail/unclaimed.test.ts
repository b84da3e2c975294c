import { HeadObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { credentials } from '#infra/local/doors/credentials.ts';
import { Invited, written } from '#test/harness/cohorts/invited.ts';
import { received } from '#test/harness/mail/post-box.ts';
import { DirectInvoker } from '#test/harness/system/direct-invoker.ts';

const invited = new Invited('unclaimed', 4);
let byHand: DirectInvoker;
beforeAll(async () => {
  await invited.start();
  byHand = new DirectInvoker(invited.program.system);
});
afterAll(async () => {
  await byHand.stop();
  await invited.stop();
});

async function isThere(key: string): Promise<boolean> {
  const { endpoints, template } = invited.program.system;
  const endpoint = endpoints.AWS_ENDPOINT_URL_S3 ?? '';
  const bucket = new S3Client({ region: 'eu-west-1', credentials, endpoint, forcePathStyle: true });
  const wanted = { Bucket: template.receiptRules[0]?.bucket, Key: key };
  return bucket.send(new HeadObjectCommand(wanted)).then(
    () => true,
    () => false,
  );
}

test.each([
  ['no-token', (replyTo: string) => replyTo.replace(/^r\+[^@]*/, 'info')],
  ['forged', (replyTo: string) => replyTo.replace(/^(r\+.*)[^@]@/, '$1x@')],
  ['other-use', (replyTo: string) => replyTo.replace(/^r\+/, 'a+')],
])(
  'mail to the reply domain without a valid token (%s) is put where a day ends it, also when it comes twice',
  async (id, to) => {
    const ada = invited.somebody();
    const mail = {
      id,
      from: ada.email,
      to: to(ada.invitation.replyTo),
      raw: written(`From: ${ada.email}`, '1. mentee'),
    };
    const event = await received(invited.program.system, mail);

    const outcomes = [await byHand.invoke('inbox', event), await byHand.invoke('inbox', event)];

    expect(outcomes.some((outcome) => outcome && 'errorType' in outcome)).toBe(false);
    expect(await isThere(`inbound/${id}`)).toBe(false);
    expect(await isThere(`unclaimed/${id}`)).toBe(true);
  },
);

test('a reply with its token stays', async () => {
  const ada = invited.somebody();
  const mail = {
    id: 'valid',
    from: ada.email,
    to: ada.invitation.replyTo,
    raw: written(`From: ${ada.email}`, '1. mentee'),
  };

  await byHand.invoke('inbox', await received(invited.program.system, mail));
  await invited.program.settled();

  expect(await isThere('inbound/valid')).toBe(true);
});
