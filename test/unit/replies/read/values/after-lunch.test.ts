import { expect, test } from 'vitest';
import { understand } from '#domain/replies/read/values/understand-answer.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';

const times = defaultProgram.forms.application.questions.find(({ key }) => key === 'times');

function read(said: string) {
  if (!times) throw new Error('the application asks for times');
  const understood = understand(times, said);
  return understood.kind === 'answer' ? understood.value : understood.kind;
}

test.each<[string, string[]]>([
  ['After lunch.', ['in the afternoon']],
  ['after lunch is the afternoon, not noon', ['in the afternoon']],
  ['early or right after lunch', ['early', 'in the afternoon']],
  ['nach dem Mittagessen', ['in the afternoon']],
  ['depois do almoço', ['in the afternoon']],
  ['early + after 5', ['early', 'in the evening']],
  ['over lunch', ['around noon']],
])('"%s" is %j', (said, expected) => {
  expect(read(said)).toEqual(expected);
});

test.each([
  'not after lunch',
  'before lunch',
  'before midday',
  'after midday',
  'after my lunch',
  'nach Mittag',
  'vor Mittag',
  'avant midi',
  'antes do almoço',
  'after 5 lunches',
])('"%s" is not at noon', (said) => {
  expect(read(said)).toBe('unclear');
});
