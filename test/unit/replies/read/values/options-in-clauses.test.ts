import { describe, expect, test } from 'vitest';
import { understand } from '#domain/replies/read/values/understand-answer.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';

function read(key: string, said: string) {
  const question = defaultProgram.forms.application.questions.find((one) => one.key === key);
  if (!question) throw new Error(`There is no ${key}.`);
  const understood = understand(question, said);
  return understood.kind === 'answer' ? understood.value : understood.kind;
}

describe('options that are named in clauses of their own', () => {
  test.each<[string, string, string[]]>([
    ['strengths', 'People say that I ask good questions.', ['asks good questions']],
    [
      'prefers',
      'I think someone who listens first and asks good questions',
      ['listens before advising', 'asks good questions'],
    ],
    [
      'learns',
      "I'd like to pick up some newer methods and tools, because we still print everything.",
      ['newer methods and tools'],
    ],
    ['beyond', 'A little encouragement would be lovely', ['encouragement']],
    [
      'beyond',
      "I would enjoy meeting people that I wouldn't meet otherwise",
      ['to meet people I would not meet otherwise'],
    ],
    ['helps', 'leading people and also speaking. Not the field skills', ['leading people', 'speaking and writing']],
    ['helps', 'I could help with c and d as well', ['leading people', 'handling difficult situations']],
    ['languages', 'English. My French is only good for ordering soup', ['English']],
    ['offers', 'ehrliches Feedback, und neuere Methoden', ['newer methods and tools', 'honest feedback']],
  ])('%s "%s"', (key, said, expected) => {
    expect(read(key, said)).toEqual(expected);
  });

  test.each<[string, string]>([
    ['helps', 'I could help with leading people or with speaking and writing, you choose.'],
    ['helps', 'not leading people and writing'],
    ['helps', 'I would like to help with leading people, unless they are engineers'],
    ['helps', 'Leading people was never my thing, but writing is.'],
    ['helps', 'I used to be good at leading people.'],
    ['helps', 'I could help with leading people, with budgets and with writing.'],
    ['helps', 'All of them, leading people best'],
    ['helps', 'Leading people, that is what I cannot do.'],
    ['helps', 'I would rather not do leading people, writing would be fine'],
    ['strengths', 'That I listen before giving advice and that I say what I mean'],
    ['prefers', 'someone with the same background'],
    ['prefers', 'Someone with my background'],
    ['prefers', 'Someone who answers my questions'],
    ['prefers', 'Someone who listens or says things plainly'],
    ['prefers', 'somebody who has not made a big change'],
    ['learns', 'Honest feedback is the last thing I need.'],
    ['learns', 'Honest feedback, if they dare'],
    ['learns', 'Practice in guiding someone, and in patience'],
    ['beyond', 'I am tired of encouragement'],
    ['beyond', 'a fresh look at my work is not what I need'],
    ['times', 'I start early and finish late'],
    ['times', 'early, but only on Mondays'],
    ['languages', 'English and a bit of French'],
    ['languages', 'English. My French is only good for ordering soup if I can'],
  ])('leaves open what may be otherwise: %s "%s"', (key, said) => {
    expect(read(key, said)).toBe('unclear');
  });
});
