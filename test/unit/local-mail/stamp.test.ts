import { expect, test } from 'vitest';
import { stamp } from '#infra/local/mail/stamp.ts';

const at = Date.parse('2027-02-12T09:00:00Z');
const stamped = (raw: string) => stamp(Buffer.from(raw, 'latin1'), { messageId: 'new@x', at }).toString('latin1');

test('Message-ID and Date are replaced, folded or not, and the rest stays byte for byte', () => {
  const raw =
    'Received: a\r\n\tb\r\nMESSAGE-ID:\r\n <old@x>\r\nDate: x\r\nSubject: caf\u00e9\r\n\r\nDate: body\r\n\r\nMessage-ID: <old@x>\r\n';

  expect(stamped(raw)).toBe(
    'Received: a\r\n\tb\r\nSubject: caf\u00e9\r\nMessage-ID: <new@x>\r\nDate: Fri, 12 Feb 2027 09:00:00 +0000\r\n\r\nDate: body\r\n\r\nMessage-ID: <old@x>\r\n',
  );
});

test.each([
  ['no body', 'From: a@b', 'From: a@b\nMessage-ID: <new@x>\nDate: Fri, 12 Feb 2027 09:00:00 +0000\n\n'],
  [
    'bare line feeds',
    'From: a@b\n\nhi\n',
    'From: a@b\nMessage-ID: <new@x>\nDate: Fri, 12 Feb 2027 09:00:00 +0000\n\nhi\n',
  ],
  ['no header', '\nhi\n', 'Message-ID: <new@x>\nDate: Fri, 12 Feb 2027 09:00:00 +0000\n\nhi\n'],
])('a message with %s gets them all the same', (_what, raw, expected) => {
  expect(stamped(raw)).toBe(expected);
});
