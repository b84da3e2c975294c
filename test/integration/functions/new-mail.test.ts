import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestSystem } from '#test/harness/system/test-system.ts';

const program = new TestSystem();
const sender = 'mentoring@mentoring.example.org';
beforeAll(() => program.start());
afterAll(() => program.stop());

/** A running cohort of two; the newest one, so that its coordinator gets what nobody is known for. */
async function running(domain: string) {
  const { id } = await program.createCohort(domain);
  await program.milestone(id, 'apply.open');
  return { id, maria: `maria@${domain}.example.org`, ada: `ada@${domain}.example.org` };
}
const passedOn = async (id: string) => (await program.kinds(id))['new-mail'] ?? 0;
const words = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ');

test('a new mail to the address that ours comes from reaches the coordinator, once, and a reply its writer', async () => {
  const { id, maria, ada } = await running('known');
  const headers = { Subject: 'A question', 'Message-ID': '<new-1@known>' };

  await program.mail(sender, 'Can I still take part?\n\nAda', { from: ada, headers });

  const letter = program.newest(maria);
  expect(letter.mail.subject).toBe('Ada Park wrote to you about Spring 2027');
  expect(letter.mail.text).toContain('Can I still take part?');
  expect(letter.replyTo).toBe(ada);
  expect(await passedOn(id)).toBe(1);
  expect(program.lettersTo(ada)).toHaveLength(1);
  await program.cancel(id);
});

test('what is quoted, and links and addresses of ours, are not passed on', async () => {
  const { id, maria, ada } = await running('quoting');
  const invitation = program.asked(ada);
  const page = program.pageIn(invitation);

  await program.mail(sender, `Is ${page} mine? And ${invitation.replyTo}?\n\n> ${page}\n> secret`, { from: ada });

  const { text } = program.newest(maria).mail;
  expect(words(text)).toContain('Is (a link of ours) mine? And (an address of ours)');
  expect(text).not.toContain(page);
  expect(text).not.toContain('secret');
  await program.cancel(id);
});

test('of somebody whom we do not know the coordinator of the newest round hears', async () => {
  const { id, maria } = await running('newest');

  await program.mail(sender, 'May I join?', { from: 'Eva <eva@elsewhere.example.org>' });

  const letter = program.newest(maria);
  expect(letter.mail.subject).toBe('Somebody wrote to the address of Spring 2027');
  expect(words(letter.mail.text)).toContain('Somebody at eva@elsewhere.example.org has written to the address');
  await program.cancel(id);
});

test('of one writer so many a day are passed on, and the last says so', async () => {
  const { id, maria, ada } = await running('many');

  for (let nth = 1; nth <= 8; nth += 1) await program.mail(sender, `This is number ${nth}.`, { from: ada });

  expect(await passedOn(id)).toBe(6);
  expect(words(program.newest(maria).mail.text)).toContain('We pass on no more of them until tomorrow.');
  await program.cancel(id);
});

test.each([
  ['an automatic answer', 'away', { 'Auto-Submitted': 'auto-replied' }],
  ['a newsletter', 'letter', { 'List-Unsubscribe': '<https://elsewhere.example.org>', Precedence: 'bulk' }],
])('%s is passed on to nobody and answered by nobody', async (_, domain, headers) => {
  const { id, ada } = await running(domain);

  await program.mail(sender, 'I am away until Monday.', { from: ada, headers });

  expect(await passedOn(id)).toBe(0);
  expect(program.lettersTo(ada)).toHaveLength(1);
  await program.cancel(id);
});

test('what the coordinator writes there does not come back to them', async () => {
  const { id, maria } = await running('own');

  await program.mail(sender, 'Is anybody there?', { from: maria });

  expect(await passedOn(id)).toBe(0);
  await program.cancel(id);
});
