import { SMTPServer } from 'smtp-server';
import { expect, test } from 'vitest';
import { message, runningSes, scratch } from './ses-fixture.ts';

/** A mail server elsewhere that refuses whom it is told to refuse. */
async function elsewhere(refuse: { rcpt?: number; mail?: number; data?: number }) {
  const got: string[] = [];
  const no = (responseCode: number) => Object.assign(new Error('No such person here'), { responseCode });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onMailFrom: (_address, _session, done) => done(refuse.mail ? no(refuse.mail) : null),
    onRcptTo: ({ address }, _session, done) => done(refuse.rcpt && address.startsWith('no') ? no(refuse.rcpt) : null),
    onData: (stream, session, done) => {
      stream.resume().on('end', () => {
        if (refuse.data) return done(no(refuse.data));
        got.push(...session.envelope.rcptTo.map(({ address }) => address));
        done();
      });
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await new Promise((resolve) => listening.once('listening', resolve));
  const address = listening.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    got,
    url: `smtp://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

test('with a relay a message is really sent, kept in the mailbox, and those refused for good bounce', async () => {
  await using place = await scratch();
  await using there = await elsewhere({ rcpt: 550 });
  await using mail = await runningSes(place.folder, { relay: { url: there.url, inClear: true } });
  const send = (Destinations: string[]) =>
    mail.send({ RawMessage: { Data: message() }, Destinations, ConfigurationSetName: 't' });

  await send(['ada@example.org', 'nobody@example.org', 'x@y.invalid']);
  await send(['nobody@example.org']);
  await mail.quiet();

  const bounced = mail.events.flatMap((event) => (event.eventType === 'Bounce' ? [event.bounce] : []));
  expect(there.got).toEqual(['ada@example.org']);
  expect((await mail.maildirs.people()).map((person) => person.address)).toEqual(['ada@example.org']);
  expect(bounced.map((one) => one.bouncedRecipients[0]?.emailAddress).sort()).toEqual([
    'nobody@example.org',
    'nobody@example.org',
    'x@y.invalid',
  ]);
  expect(bounced[0]).toMatchObject({ bounceType: 'Permanent', bounceSubType: 'General' });
});

test.each([
  ['"try later" for the recipient', { rcpt: 450 }, 'ServiceUnavailable'],
  ['"try later" for the message', { data: 451 }, 'ServiceUnavailable'],
  ['"no" to the sender', { mail: 550 }, 'MessageRejected'],
])('when the relay says %s the request fails and nothing is kept', async (_what, refuse, name) => {
  await using place = await scratch();
  await using there = await elsewhere(refuse);
  await using mail = await runningSes(place.folder, { relay: { url: there.url, inClear: true } });

  const refused = mail.send({ RawMessage: { Data: message() }, Destinations: ['nobody@example.org'] });

  await expect(refused).rejects.toMatchObject({ name });
  expect(await mail.maildirs.people()).toEqual([]);
});

test('when the relay refuses what the message says, no address is called wrong', async () => {
  await using place = await scratch();
  await using there = await elsewhere({ data: 554 });
  await using mail = await runningSes(place.folder, { relay: { url: there.url, inClear: true } });

  await mail.send({ RawMessage: { Data: message() }, Destinations: ['ada@example.org'], ConfigurationSetName: 't' });
  await mail.quiet();

  expect(mail.events[1]).toMatchObject({ bounce: { bounceType: 'Transient', bounceSubType: 'ContentRejected' } });
});

test('when the relay cannot be reached the request fails, to be tried again, and it is said why', async () => {
  await using place = await scratch();
  const there = await elsewhere({});
  await there[Symbol.asyncDispose]();
  const said: string[] = [];
  await using mail = await runningSes(place.folder, {
    relay: { url: there.url, inClear: true },
    unsent: (why) => said.push(why),
  });

  const refused = mail.send({ RawMessage: { Data: message() }, Destinations: ['ada@example.org'] });

  await expect(refused).rejects.toMatchObject({ name: 'ServiceUnavailable', $metadata: { httpStatusCode: 503 } });
  expect(said).toEqual([expect.stringContaining('ECONNREFUSED')]);
});
