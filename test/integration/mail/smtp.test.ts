import { connect } from 'node:net';
import { createTransport } from 'nodemailer';
import { expect, test } from 'vitest';
import { type InboundOptions, type ReceivedMail, startInbound } from '#infra/local/mail/smtp.ts';

async function inbound(options: Partial<InboundOptions> = {}) {
  const got: ReceivedMail[] = [];
  const receive = async (mail: ReceivedMail) => void got.push(mail);
  const server = await startInbound({ domain: 'reply.example.org', receive, ...options });
  const transport = createTransport({ host: '127.0.0.1', port: server.port, ignoreTLS: true });
  return {
    got,
    server,
    send: (to: string | string[], { from = 'ada@example.org', raw = 'Subject: Re: x\r\n\r\nyes\r\n' } = {}) =>
      transport.sendMail({ raw, envelope: { from, to } }),
    async [Symbol.asyncDispose]() {
      transport.close();
      await server.close();
    },
  };
}

const to = 'r+abc.def@reply.example.org';

test('a reply sent by any mail program is handed on as it was sent', async () => {
  await using mail = await inbound();

  const sent = await mail.send([to, to.replace('r+', 'R+')], { raw: 'Subject: Re: x\r\n\r\n.dot\r\n..\r\nyes\r\n' });

  expect(sent.response).toMatch(/^250 /);
  expect(mail.got).toEqual([
    {
      raw: Buffer.from('Subject: Re: x\r\n\r\n.dot\r\n..\r\nyes\r\n'),
      from: 'ada@example.org',
      to: [to.replace('r+', 'R+')],
      remote: '127.0.0.1',
    },
  ]);
});

test('an automatic reply with the null return path is taken in', async () => {
  await using mail = await inbound();

  await mail.send(to, { from: '' });

  expect(mail.got[0]?.from).toBe('');
});

test.each(['ada@example.org', 'r@evil.example', 'r@sub.reply.example.org', 'r@xreply.example.org'])(
  'mail for %s, which is not ours, is refused for good',
  async (address) => {
    await using mail = await inbound();

    await expect(mail.send(address)).rejects.toMatchObject({ responseCode: 550 });
    expect(mail.got).toEqual([]);
  },
);

test('a message that could not be kept is answered with "try later", and the next one is taken', async () => {
  let fails = true;
  const got: ReceivedMail[] = [];
  const receive = async (mail: ReceivedMail) => {
    if (fails) throw new Error('The disk is full');
    got.push(mail);
  };
  await using mail = await inbound({ receive });

  await expect(mail.send(to)).rejects.toMatchObject({ responseCode: 451 });
  fails = false;
  await mail.send(to);

  expect(got).toHaveLength(1);
  expect(mail.server.busy()).toBe(false);
});

test('250 is said only after the message was kept, and the server is busy until then', async () => {
  const kept = Promise.withResolvers<void>();
  const arrived = Promise.withResolvers<void>();
  const receive = async () => {
    arrived.resolve();
    await kept.promise;
  };
  await using mail = await inbound({ receive });

  let isAnswered = false;
  const sending = mail.send(to).then(() => {
    isAnswered = true;
  });
  await arrived.promise;
  const before = { isAnswered, isBusy: mail.server.busy() };
  kept.resolve();
  await sending;

  expect(before).toEqual({ isAnswered: false, isBusy: true });
});

test('a message over the limit is refused with 552, whether its size was announced or not', async () => {
  await using mail = await inbound({ maxBytes: 10_000 });
  const raw = `Subject: x\r\n\r\n${'x'.repeat(20_000)}\r\n`;

  const announced = mail.send(to, { raw });
  await expect(announced).rejects.toMatchObject({ responseCode: 552 });
  const unannounced = await talk(mail.server.port, [
    'EHLO me',
    'MAIL FROM:<ada@example.org>',
    `RCPT TO:<${to}>`,
    'DATA',
    `${raw}.`,
  ]);

  expect(unannounced.at(-1)).toMatch(/^552/);
  expect(mail.got).toEqual([]);
});

test('neither a login nor encryption is offered, and nonsense does not stop the server', async () => {
  await using mail = await inbound();

  const answers = await talk(mail.server.port, ['EHLO me', 'STARTTLS', 'AUTH PLAIN AGEAYg==', '\u0000\u00ff', 'DATA']);
  await mail.send(to);

  expect(answers.join('\n')).not.toMatch(/^250.(STARTTLS|AUTH)/m);
  expect(answers.slice(-4).every((answer) => /^5/.test(answer))).toBe(true);
  expect(mail.got).toHaveLength(1);
});

test('beyond the clients that are allowed, the one that has said nothing for longest makes room', async () => {
  await using mail = await inbound({ maxClients: 2 });
  const greeted = async () => {
    const socket = connect(mail.server.port, '127.0.0.1');
    await new Promise((resolve) => socket.once('data', resolve));
    return socket;
  };
  const [first, second] = [await greeted(), await greeted()];
  first.write('NOOP\r\n');
  await new Promise((resolve) => first.once('data', resolve));

  const closed = new Promise((resolve) => second.once('close', resolve));
  await mail.send(to);
  await closed;

  expect(first.destroyed).toBe(false);
  expect(mail.got).toHaveLength(1);
  first.destroy();
});

test('many replies at once are all taken', async () => {
  await using mail = await inbound();

  await Promise.all(Array.from({ length: 50 }, () => mail.send(to)));

  expect(mail.got).toHaveLength(50);
});

/** Says each line when the answer to the one before has come; the last lines of all answers, the greeting first. */
function talk(port: number, lines: string[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const answers: string[] = [];
    const rest = [...lines];
    const socket = connect(port, '127.0.0.1');
    let heard = '';
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      heard += chunk;
      if (!/^\d{3}(?: .*)?\r\n$/m.test(heard.slice(heard.lastIndexOf('\n', heard.length - 2) + 1))) return;
      answers.push(heard);
      heard = '';
      const next = rest.shift();
      if (next === undefined) {
        socket.destroy();
        resolve(answers);
      } else socket.write(`${next}\r\n`);
    });
  });
}
