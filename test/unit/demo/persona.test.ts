import { expect, test } from 'vitest';
import { type Letter, questionsIn } from '#infra/demo/mail/letter.ts';
import type { Invitee } from '#infra/demo/people/correspondents.ts';
import { Persona } from '#infra/demo/people/persona.ts';
import { populate } from '#infra/demo/people/population.ts';
import { invitation, invitee } from './invitation.ts';

const now = Date.parse('2027-03-01T09:00:00Z');
const week = 7 * 24 * 3600 * 1000;

function somebody(who: Partial<Invitee> = {}): Persona {
  const one = { ...invitee, ...who };
  return new Persona(one, { ...populate(2, 1), invitees: [one] });
}

test('somebody who answers at once does so once, within the working week', async () => {
  const [person, letter] = [somebody(), await invitation()];

  const steps = person.read(letter, now);

  expect(steps).toHaveLength(1);
  expect(steps[0]?.at).toBeGreaterThan(now);
  expect(steps[0]?.at).toBeLessThan(now + week);
  expect(person.read(letter, now + 60_000)).toEqual([]);
});

test('somebody who needs a reminder waits for it', async () => {
  const [person, letter] = [somebody({ behaviour: 'answers after a reminder' }), await invitation()];

  expect(person.read(letter, now)).toEqual([]);
  expect(person.read(letter, now + week)).toHaveLength(1);
});

test('somebody who answers in two goes leaves out some of it, and adds it when asked for it', async () => {
  const [person, letter] = [somebody({ behaviour: 'answers in two goes' }), await invitation()];
  const [first] = person.read(letter, now);
  const left = letter.questions.filter(({ number }) => !first?.draft.answers.has(number) && number < 17);

  const [second] = person.read({ ...letter, questions: left }, (first?.at ?? 0) + 60_000);

  expect(left.length).toBeGreaterThanOrEqual(3);
  expect([...(second?.draft.answers.keys() ?? [])]).toEqual(left.map(({ number }) => number));
});

test('somebody who has said everything does not say it again to a reminder', async () => {
  const [person, letter] = [somebody({ behaviour: 'answers from another address' }), await invitation()];
  person.read(letter, now);

  expect(person.read(letter, now + week)).toEqual([]);
});

test('somebody who is away has their mailbox say so at once, and answers when they are back', async () => {
  const steps = somebody({ behaviour: 'is away first' }).read(await invitation(), now);

  expect(steps.map(({ automatic }) => automatic ?? false)).toEqual([true, false]);
  expect(steps[0]?.at).toBe(now + 60_000);
  expect(steps[1]?.at).toBeGreaterThan(now + week);
});

test('somebody who declines answers nothing else', async () => {
  const [step] = somebody({ behaviour: 'declines' }).read(await invitation(), now);

  expect(step?.draft.words).toMatch(/^No thanks/);
  expect(step?.draft.answers.size).toBe(0);
});

test('nobody answers a letter that asks nothing', async () => {
  const letter: Letter = { ...(await invitation()), text: 'Thank you.', questions: [] };

  expect(somebody().read(letter, now)).toEqual([]);
});

test('questions are counted as a reader counts them, with their options', async () => {
  const { questions } = await invitation();

  expect(questions.map(({ number }) => number)).toEqual(Array.from({ length: 19 }, (_, index) => index + 1));
  expect(questions[0]?.options).toEqual(['mentor', 'mentee', 'both']);
  expect(questionsIn('We met 3 times.\n\n  1. To be   mentor\n')).toEqual([]);
});
