import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as answers from '#test/harness/cohorts/answers.ts';
import { received } from '#test/harness/mail/post-box.ts';
import { DirectInvoker } from '#test/harness/system/direct-invoker.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

const program = new TestSystem();
let byHand: DirectInvoker;

/** The bucket, of which what was sent can't be read. */
const bucket = createServer((incoming, response) => {
  if (decodeURIComponent(incoming.url ?? '').includes('sent/')) {
    response.writeHead(500).end();
    return;
  }
  const { method = 'GET', headers, url } = incoming;
  const outgoing = request(`${program.system.endpoints.AWS_ENDPOINT_URL_S3}${url}`, { agent: false, method, headers });
  outgoing.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  incoming.pipe(outgoing);
});

beforeAll(async () => {
  await program.start();
  bucket.listen(0, '127.0.0.1');
  await once(bucket, 'listening');
  const { port } = bucket.address() as AddressInfo;
  byHand = new DirectInvoker(program.system, { endpoints: { AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}` } });
});
afterAll(async () => {
  await byHand.stop();
  bucket.closeAllConnections();
  bucket.close();
  await program.stop();
});

async function reply(from: string, text: string) {
  const { replyTo } = program.asked(from);
  const raw = `From: ${from}\r\nTo: ${replyTo}\r\nMessage-ID: <${from}>\r\nSubject: Re\r\n\r\n${text.replaceAll('\n', '\r\n')}\r\n`;
  const event = await received(program.system, { id: from.replace(/\W/g, ''), from, to: replyTo, raw });
  return byHand.invoke('inbox', event);
}

test('"no thanks" and "stop" are heard while what was sent can not be read; answers wait until it can', async () => {
  const [ada, grace, hugo] = ['ada', 'grace', 'hugo'].map((name) => `${name}@originals.example.org`) as [
    string,
    string,
    string,
  ];
  const invitees = [ada, grace, hugo].map((email) => ({ name: email.split('@')[0], email }));
  const { id } = await program.createCohort('originals', { invitees });
  await program.milestone(id, 'apply.open');

  const declined = await reply(ada, 'No thanks');
  const stopped = await reply(grace, 'stop');
  const answered = await reply(hugo, answers.asMentee);

  expect([declined, stopped].map((outcome) => 'errorType' in outcome)).toEqual([false, false]);
  expect(await program.statusOf(id, ada, 'application')).toBe('declined');
  expect((await program.people(id)).find(({ email }) => email === grace)?.unreachable).toBe('stopped');
  expect(answered).toHaveProperty('errorType');
  expect(await program.statusOf(id, hugo, 'application')).toBe('open');
});
