import { describe, expect, test } from 'vitest';
import { type Answer, FormDefinition, type Question } from '#domain/forms/form.ts';
import { likelyAnswer } from '#domain/replies/read/values/likely/likely-answer.ts';
import { understand } from '#domain/replies/read/values/understand-answer.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { writtenCorpus, writtenOn } from '#test/corpus/written.ts';
import { accepted, additions } from './turned.ts';

const { application, agreement, midpoint, closeout } = defaultProgram.forms;
const questions = new Map(
  [application, agreement, midpoint, closeout].flatMap((form) =>
    FormDefinition.parse(form).questions.map((question): [string, Question] => [question.key, question]),
  ),
);

function likely(key: string, said: string): Answer | undefined {
  const question = questions.get(key);
  if (!question) throw new Error(`No question ${key}.`);
  // What is understood is not proposed.
  return understand(question, said, writtenOn).kind === 'unclear' ? likelyAnswer(question, said, writtenOn) : undefined;
}

describe('the likely answer', () => {
  test.each<[string, string, Answer]>([
    ['helps', 'b, e (writing only)', ['changing field or role', 'speaking and writing']],
    [
      'helps',
      'Leading people, and how to deal with difficult situations',
      ['leading people', 'handling difficult situations'],
    ],
    ['strengths', 'plain speaking', ['says things plainly']],
    ['learns', 'Rather e)', ['honest feedback']],
    ['beyond', "bit of encouragement wouldn't go amiss", ['encouragement']],
    ['times', 'sometime after lunch on Tuesdays', ['in the afternoon']],
    ['times', 'early - or on the train back so evening', ['early', 'in the evening']],
    ['role', 'both I think. Yes, both', 'both'],
    ['trust', "I'd give it a four, since we are still getting to know each other", 4],
    ['useful', 'rather good, I would give four', 4],
    ['experience', 'I work in it since six years', 6],
    ['experience', "I want to say 16 years. No, it's 17", 17],
    ['meetings', 'four times live and one time by phone', 5],
    ['goal', 'ein bisschen weiter als gedacht', 1],
    ['goal', 'neither better nor worse than I expected', 0],
    ['agree', "Well, naturally, I wouldn't dream of telling. Yes.", true],
    ['first', 'We have arranged us for 15 April 2027', '2027-04-15'],
    ['first', 'thursday next week, the 15th', '2027-04-15'],
  ])('to %s of "%s" is %j', (key, said, answer) => {
    expect(likely(key, said)).toEqual(answer);
  });

  test.each([
    ['trust', 'prob around 3, maybe 4'],
    ['trust', 'at least a 4'],
    ['trust', '4 on good days and 2 on others'],
    ['helps', 'c e d'],
    ['helps', 'leading people and something with numbers'],
    ['helps', 'b, e if my manager agrees'],
    ['helps', 'not b, e (writing only)'],
    ['languages', 'English, but it depends on the day'],
    ['languages', 'my German is rusty but English is fine'],
    ['languages', 'English; Spanish only for ordering coffee'],
    ['languages', 'English. I did French at school but not well enough for this'],
    ['times', 'Early or in the afternoon, please. The evenings are for my kids.'],
    ['times', 'before lunch'],
    ['role', 'Mentee this time, perhaps mentor next year'],
    ['experience', 'a good while'],
    ['meetings', 'twice in the office and ones on the phone'],
    ['agree', 'You have my word, if she keeps hers'],
    ['first', 'sometime w/c 19 April'],
    ['first', 'not before thursday next week, the 15th'],
  ])('to %s of "%s" is none', (key, said) => {
    expect(likely(key, said)).toBeUndefined();
  });
});

describe('what turns an answer, limits it or leaves it open', () => {
  // Of the half that nobody looks at nothing may be shown, and a test that fails shows its case.
  const proposed = writtenCorpus().words.flatMap(({ question, said, isHeldOut }) => {
    if (isHeldOut || understand(question, said, writtenOn).kind !== 'unclear') return [];
    const value = likelyAnswer(question, said, writtenOn);
    return value === undefined ? [] : [{ question, said, value }];
  });

  test('is added to answers of every type', () => {
    expect(new Set(proposed.map(({ question }) => question.type)).size).toBeGreaterThan(4);
  });

  test.each(Object.entries(additions))('leaves no answer that is proposed all the same: %s', (_, add) => {
    const standing = [...proposed, ...accepted()].flatMap(({ question, said, value }) => {
      const isRead = understand(question, add(said), writtenOn).kind !== 'unclear';
      const left = isRead ? undefined : likelyAnswer(question, add(said), writtenOn);
      return JSON.stringify(left) === JSON.stringify(value) ? [`${question.ask} "${add(said)}"`] : [];
    });

    expect(standing.length).toBe(0);
  });
});
