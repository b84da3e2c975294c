import { afterAll, beforeAll, expect, test } from 'vitest';
import { Invited, written } from '#test/harness/cohorts/invited.ts';

const invited = new Invited('machines');
beforeAll(() => invited.start());
afterAll(() => invited.stop());

const line = `${'x'.repeat(76)}\n`;
const large = line.repeat((11 * 1024 * 1024) / line.length);
const evil = 'eve@evil.example';

test.each([
  ['an automatic answer', evil, `From: ${evil}\r\nAuto-Submitted: auto-replied`],
  ['a bounce', '', 'From: MAILER-DAEMON@evil.example'],
  ['a newsletter', evil, `From: ${evil}\r\nPrecedence: bulk`],
])('%s of 11 MB from a stranger is known by its beginning, and nothing is answered', async (_, source, head) => {
  const ada = invited.somebody();

  await invited.program.mailRaw(ada.invitation.replyTo, written(head, large), source);

  expect(await ada.became()).toMatchObject([{ became: 'automatic' }]);
  expect(ada.letters()).toEqual([]);
});

test('what a stranger sends of 11 MB is for the list of the coordinator, and nobody is asked about it', async () => {
  const ada = invited.somebody();

  await invited.program.mailRaw(ada.invitation.replyTo, written(`From: ${evil}`, large), evil);

  expect(await ada.became()).toEqual([{ became: 'unreadable', why: 'too-large' }]);
  expect(ada.letters()).toEqual([]);
});

test("a person's own reply of 11 MB is answered", async () => {
  const ada = invited.somebody();

  await invited.program.mailRaw(ada.invitation.replyTo, written(`From: ${ada.email}`, large), ada.email);

  expect(await ada.became()).toEqual([{ became: 'unreadable', why: 'too-large' }]);
  expect(ada.letters()).toHaveLength(1);
});
