import { expect, test } from 'vitest';
import { write } from '#shared/emails/index.ts';
import { renderText } from '#shared/emails/render/plain-text.ts';
import { cohort, samples } from './samples.ts';

const late = samples.find(({ name }) => name === 'too-late-waits');

test.each([
  [{ waits: true }, 'asked you whether it can still count'],
  [{ passedOn: true, isBeside: true }, 'You have what you wrote. '],
  [{ passedOn: true, isBeside: true }, 'you decide whether it can count'],
  [{ mayStill: true }, 'and decide whether they can count'],
  [{ decided: 'no' }, "You said that it can't count any more."],
])('a coordinator whose own reply comes too late (%o) reads of themselves as you', (facts, words) => {
  if (!late) throw new Error('There is no such sample.');
  const { name, email } = cohort.coordinator;
  const person = { ...late.context.person, name, email };

  const text = renderText(write('too-late', facts, { ...late.context, person })).replaceAll(/\s+/g, ' ');

  expect(text).toContain(words);
  expect(text).not.toMatch(/\byou (?:has|decides|says)\b/i);
});
