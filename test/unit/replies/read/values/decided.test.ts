import { describe, expect, test } from 'vitest';
import type { Question } from '#domain/forms/form.ts';
import { understand } from '#domain/replies/read/values/understand-answer.ts';

const room: Question = { key: 'k', ask: 'How many mentees do you have room for?', type: 'number', min: 0, max: 9 };
const scale: Question = { key: 'k', ask: 'How much?', type: 'scale' };
const shall: Question = { key: 'k', ask: 'Shall we take it?', type: 'yesno' };
const rhythm: Question = {
  key: 'k',
  ask: 'How often would you like to meet?',
  type: 'choice',
  options: ['every week', 'every two weeks', 'every month'],
};
const topics: Question = {
  key: 'k',
  ask: 'Which?',
  type: 'choices',
  options: ['writing', 'leading', 'careers', 'talks', 'funding'],
};

/** What is understood, as a value; "unclear" for what is not. */
function value(question: Question, said: string): unknown {
  const understood = understand(question, said);
  return understood.kind === 'answer' ? understood.value : understood.kind;
}

describe('what stands last, behind words of decision, is the answer', () => {
  test.each<[Question, string, unknown]>([
    [room, 'Four would be nice, but my calendar laughs at that, so one it is.', 1],
    [room, 'Last year I had five. This year I could take fewer, so three', 3],
    [room, '2 in the lab and 1 abroad so 3', 3],
    [room, 'Erst dachte ich an vier, aber das wird zu viel, also zwei', 2],
    [room, "J'en voulais trois, c'est trop, donc deux", 2],
    [room, 'Queria quatro, mas o tempo é curto, portanto dois', 2],
    [room, 'Seven! Only joking, a two.', 2],
    [scale, 'It was a 2 in spring. Now it is a 4.', 4],
    [scale, 'For the first month a four, then she fell ill. Make it a three.', 3],
    [scale, 'I wanted to say 5; the truth is less pretty. Call it 3', 3],
    [shall, 'No, they are in one field. Wait, the two are far enough apart, so yes', true],
    [shall, 'Yes, on the whole. On the other hand they report to each other, so no.', false],
    [shall, 'no, same team, so no', false],
    [rhythm, 'Every month is what my boss wants, and weekly is what I want. Fortnightly, then.', 'every two weeks'],
    [shall, 'Yesterday my answer was no. He explained it well, so go ahead.', true],
  ])('$key "%s"', (question, said, expected) => {
    expect(value(question, said)).toBe(expected);
  });

  test('and is shown to its writer as a guess', () => {
    expect(understand(shall, 'Yesterday my answer was no. He explained it well, so go ahead.')).toMatchObject({
      by: 'guessed',
    });
  });

  test.each<[string, string[]]>([
    ['a and d... no, scratch the d. a and e', ['writing', 'funding']],
    ['b, c. no wait - c only', ['careers']],
    ['a, b, actually just b', ['leading']],
    ['a, c - no, sorry, c is taken. So a and d', ['writing', 'talks']],
  ])('in a list: "%s"', (said, expected) => {
    expect(value(topics, said)).toEqual(expected);
  });

  test.each<[Question, string]>([
    [room, 'I thought of three, so maybe two'],
    [room, 'Maybe three, so two it is'],
    [room, 'If my boss agrees three, so two it is'],
    [room, 'I said three, so two it is, perhaps'],
    [room, 'three, so far two'],
    [room, 'I was going to say three, so two or one'],
    [scale, 'not a 4. Now it is a 3, if she comes'],
    [scale, 'give or take one, I would say, 3 or 4'],
    [shall, 'They were late, so good luck'],
    [shall, 'I am not so sure'],
    [topics, 'a and b, sorry, c'],
  ])('what is still open is asked: $key "%s"', (question, said) => {
    expect(value(question, said)).toBe('unclear');
  });
});
