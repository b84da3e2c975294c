import { afterAll, beforeAll, expect, test } from 'vitest';
import * as answers from '#test/harness/cohorts/answers.ts';
import { Invited, written } from '#test/harness/cohorts/invited.ts';

const invited = new Invited('yours');
beforeAll(() => invited.start());
afterAll(() => invited.stop());

const words = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ');
const evil = { source: 'eve@evil.example' };

test('"was this reply from you?" says what a yes would store', async () => {
  const ada = invited.somebody();

  await ada.arrives(written('From: eve@evil.example', answers.asMentee), evil);

  const [asked] = ada.letters();
  expect(words(asked?.mail.text)).toContain('With a yes, these would be your answers:');
  expect(words(asked?.mail.text)).toContain('mentee');
  expect(words(asked?.mail.text)).toContain('I want to lead my own group, and sleep at night');
});

test.each([
  ['no thanks', 'It says "no thanks" for you.'],
  ['stop', 'It asks us to stop all emails to you.'],
  ['Who are you people?', 'We found no answer to our questions in it. It also says: Who are you people?'],
  ['', 'We found no answer to our questions in it.'],
])('it says so of a reply of %j', async (body, expected) => {
  const ada = invited.somebody();

  await ada.arrives(written('From: eve@evil.example', body), evil);

  expect(words(ada.letters()[0]?.mail.text)).toContain(expected);
});

test('it has no words of the sender but what would be stored, and those lead nowhere', async () => {
  const ada = invited.somebody();
  const name = '"Maria Ortiz, your session ended: https://evil.example/login"';
  const body =
    '1. mentee\n2. Sign in at https://evil.example/a or evil.example/b <a href="https://evil.example">here</a>';

  await ada.arrives(written(`From: ${name} <eve@evil.example>\r\nSubject: https://evil.example/s`, body), evil);

  const [asked] = ada.letters();
  const { text = '', html = '', subject = '' } = asked?.mail ?? {};
  expect(words(text)).toContain('from another address: eve@evil.example.');
  for (const shown of [text, html, subject])
    expect(shown.replaceAll('eve@evil.example', '')).not.toContain('evil.example');
  expect(html).not.toMatch(/<a [^>]*evil/);
  expect(text).not.toContain('session ended');
});

test.each([
  ['of look-alike letters', 'From: ada@exаmple.org'],
  ['with marks that can not be seen', 'From: ad\u200ba@example.org'],
  ['that is 744 KB long', `From: ${'a'.repeat(744_000)}@evil.example`],
  ['that reads like a link', 'From: www.evil.example/login@evil.example'],
])('an address %s is not shown, and the letter stays small', async (_, head) => {
  const ada = invited.somebody();

  await ada.arrives(written(head, '1. mentee'), evil);

  const [asked] = ada.letters();
  expect(words(asked?.mail.text)).toContain("an address that we can't show");
  expect(asked?.raw).not.toMatch(/evil\.example|exаmple|aaaaa/);
  expect(asked?.raw.length).toBeLessThan(30_000);
});

test('the coordinator gets new mail of a stranger without the name that they give themselves', async () => {
  const { program, coordinator } = invited;

  await program.mailRaw(
    'mentoring@mentoring.example.org',
    written('From: "Maria Ortiz <maria@yours.example.org>" <eve@evil.example>', 'May I join?'),
    'eve@evil.example',
  );

  const { text } = program.newest(coordinator).mail;
  expect(words(text)).toContain('Somebody at eve@evil.example has written to the address');
  expect(text).not.toContain('maria@yours.example.org');
});
