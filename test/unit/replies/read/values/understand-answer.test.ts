import { describe, expect, test } from 'vitest';
import type { Question } from '#domain/forms/form.ts';
import { understand } from '#domain/replies/read/values/understand-answer.ts';
import { wordsOf } from '#shared/words/index.ts';
import { unclearReasonWords } from '#shared/words/unclear-words.ts';

const roles = ['mentor', 'mentee', 'both'];
const topics = ['writing papers', 'leading a team', 'changing careers', 'giving talks', 'research and development'];
const choice: Question = { key: 'k', ask: 'What?', type: 'choice', options: roles };
const choices: Question = { key: 'k', ask: 'Which?', type: 'choices', options: topics };
const scale: Question = { key: 'k', ask: 'How much?', type: 'scale', ends: ['not at all', 'completely'] };
const goal: Question = { key: 'k', ask: 'How far?', type: 'scale', min: -2, max: 2 };
const years: Question = { key: 'k', ask: 'How many years have you worked?', type: 'number', min: 0, max: 60 };
const yesno: Question = { key: 'k', ask: 'May we?', type: 'yesno' };
const date: Question = { key: 'k', ask: 'From when?', type: 'date' };
const text: Question = { key: 'k', ask: 'What else?', type: 'text' };

/** What is understood, as a value; "unclear" and "skipped" for what is not. */
function value(question: Question, said: string): unknown {
  const understood = understand(question, said);
  return understood.kind === 'answer' ? understood.value : understood.kind;
}
const comment = (question: Question, said: string) => {
  const understood = understand(question, said);
  return understood.kind === 'answer' ? understood.comment : undefined;
};

describe('a choice', () => {
  test.each([
    ['a', 'mentor'],
    ['B', 'mentee'],
    ['c)', 'both'],
    ['(a)', 'mentor'],
    ['[b]', 'mentee'],
    ['a.', 'mentor'],
    ['option c', 'both'],
    ['c) both', 'both'],
    ['c - both', 'both'],
    ['Both', 'both'],
    ['both.', 'both'],
    ['BOTH!', 'both'],
    ['“both”', 'both'],
    ['*both*', 'both'],
    ['bot', 'both'],
    ['2', 'mentee'],
    ['the second one', 'mentee'],
    ['mentro', 'mentor'],
    ['mente', 'mentee'],
    ["I'd like to be a mentor", 'mentor'],
    ['both, please', 'both'],
    ['mentor and mentee', 'both'],
    ['mentor & mentee', 'both'],
    ['the second', 'mentee'],
    ['mentee, not mentor', 'mentee'],
    ['mentee rather than mentor', 'mentee'],
    ["I'd like to be mentored", 'mentee'],
    ['I am looking for a mentor', 'mentee'],
    ["I'd go for b", 'mentee'],
    ['c, please', 'both'],
    ['mentee (for now)', 'mentee'],
    ['mentor - I have done it before', 'mentor'],
  ])('"%s" is %s', (said, expected) => {
    expect(value(choice, said)).toBe(expected);
  });

  test.each([
    'ment',
    'a or b',
    'mentor or mentee',
    'a, b',
    'mentor, or mentee if you are short of mentors',
    'not mentor',
    "I don't want to be a mentor",
    'anything but mentor',
    'd',
    '4',
    '0',
    'b) mentor',
    'neither',
    'I need a mentor',
    'I would like a mentor',
    'a mentor like Grace would be nice',
    'mentor I think',
    'mentor if nobody else does it',
    'not a mentee',
    'either',
    'maybe mentor?',
    'hello',
    'a mentor like Grace would be nice to have one day, though I have to think about it',
  ])('"%s" is asked again', (said) => {
    expect(value(choice, said)).toBe('unclear');
  });

  test('a number is no choice when the options have figures of their own', () => {
    const hours: Question = { ...choice, options: ['1 hour', '2 hours', '4 hours'] };

    expect(value(hours, '2')).toBe('2 hours');
    expect(value(hours, '3')).toBe('unclear');
    expect(value(hours, '4')).toBe('4 hours');
  });

  test('a letter that is also the text of another option is asked again', () => {
    const letters: Question = { ...choice, options: ['B', 'A'] };

    expect(value(letters, 'A')).toBe('unclear');
  });

  test('an option that contains another one is not mistaken for it', () => {
    const both: Question = { ...choice, options: ['mentor', 'mentee', 'mentor and mentee'] };

    expect(value(both, 'mentor and mentee')).toBe('mentor and mentee');
    expect(value(both, 'mentor')).toBe('mentor');
  });
});

describe('several choices', () => {
  const [papers, team, careers, talks, research] = topics;
  test.each([
    ['a, c and e', [papers, careers, research]],
    ['a c e', [papers, careers, research]],
    ['a, d and e', [papers, talks, research]],
    ['d and e', [talks, research]],
    ['d, e and a', [papers, talks, research]],
    ['e and a', [papers, research]],
    ['d e', [talks, research]],
    ['a) writing papers e) research and development', [papers, research]],
    ['writing papers e giving talks', [papers, talks]],
    ['- writing papers - giving talks', [papers, talks]],
    ['A,C', [papers, careers]],
    ['a & b', [papers, team]],
    ['a)\nc)', [papers, careers]],
    ['- writing papers\n- giving talks', [papers, talks]],
    ['writing papers and giving talks', [papers, talks]],
    ['writing papers, research and development', [papers, research]],
    ['writing, leading', [papers, team]],
    ['giving talks and research and development', [talks, research]],
    ['all', topics],
    ['All of them', topics],
    ['none', []],
    ['1, 3', [papers, careers]],
    ['a, c (especially grants)', [papers, careers]],
    ['all but a', [team, careers, talks, research]],
    ['everything except a and c', [team, talks, research]],
    ['a-c', [papers, team, careers]],
    ['a to c, e', [papers, team, careers, research]],
    ['=> a + b', [papers, team]],
    ['=> a and c', [papers, careers]],
    ['a and c. Not b', [papers, careers]],
    ['writing', [papers]],
    ['d and a please', [papers, talks]],
    ['chnaging careers', [careers]],
    ['b.', [team]],
    ['d, a', [papers, talks]],
    ['a, c i e', [papers, careers, research]],
    ['a y c', [papers, careers]],
    ['*a b d e*', [papers, team, talks, research]],
    ['*a)*\n*d)*', [papers, talks]],
  ])('"%s"', (said, expected) => {
    expect(value(choices, said)).toEqual(expected);
  });

  test.each([
    'a, z',
    'gardening',
    'a, c and gardening',
    'all but',
    'all but maybe a',
    'a, b - though not in summer',
    'a and maybe c',
    'a, c if there is time',
    'a - papers, plus c',
    'not a',
    'a or b',
    'a e c',
    'a, e c',
    'many',
  ])('"%s" is asked again', (said) => {
    expect(value(choices, said)).toBe('unclear');
  });
});

describe('a scale', () => {
  test.each([
    ['4', 4],
    ['4.', 4],
    ['4/5', 4],
    ['5 / 5', 5],
    ['4 out of 5', 4],
    ['4 van de 5', 4],
    ['4 מתוך 5', 4],
    ['four', 4],
    ['vier', 4],
    ['4 - agree', 4],
    ['4 (quite a lot)', 4],
    ['completely', 5],
    ['not at all', 1],
    ['1 - not at all', 1],
    ['I would say 3', 3],
    ['４', 4],
  ])('"%s" is %s', (said, expected) => {
    expect(value(scale, said)).toBe(expected);
  });

  test.each(['6', '0', '-3', '8/10', '3-4', '3 or 4', '3.5', '4 or so, maybe 5', 'a lot', 'completely 1', 'medium'])(
    '"%s" is asked again',
    (said) => {
      expect(value(scale, said)).toBe('unclear');
    },
  );

  test.each([
    ['-2', -2],
    ['−1', -1],
    ['+1', 1],
    ['minus one', -1],
    ['0', 0],
  ])('"%s" on a scale from -2 to 2 is %s', (said, expected) => {
    expect(value(goal, said)).toBe(expected);
  });
});

describe('a number', () => {
  test.each([
    ['12', 12],
    ['about 12 years', 12],
    ['~12', 12],
    ['twelve', 12],
    ['twenty-five', 25],
    ['zwölf Jahre', 12],
    ['12 ans', 12],
    ['12.', 12],
    ['1.5', 1.5],
    ['1,5', 1.5],
    ['12y', 12],
    ['none', 0],
    ['It has been 12 years now', 12],
    ['unos doce años', 12],
    ['elf Jahre', 11],
    ['once años', 11],
    ['seis', 6],
  ])('"%s" is %s', (said, expected) => {
    expect(value(years, said)).toBe(expected);
  });

  test.each([
    'a while',
    '5-10',
    '5 to 10',
    '10+',
    'more than 10',
    'between five and ten',
    '6 months',
    '61',
    '-1',
    '1,200',
    '2 years and 6 months',
    'half',
    'dix ans et demi',
    'doce años y medio',
    'once',
    'an elf of long standing',
    'too long',
    '',
  ])('"%s" is asked again', (said) => {
    expect(['unclear', 'skipped']).toContain(value(years, said));
  });
});

describe('a count', () => {
  const meetings: Question = { key: 'k', ask: 'How many times have you two met so far?', type: 'number', min: 0 };

  test.each([
    ['once', 1],
    ['twice so far', 2],
    ["we haven't", 0],
    ['not yet', 0],
    ['viermal', 4],
    ['4 (2 online)', 4],
    ['4, no, 5', 5],
    ['We have never met. My mentor does not answer my emails.', 0],
  ])('"%s" is %s', (said, expected) => {
    expect(value(meetings, said)).toBe(expected);
  });

  test('a cry for help behind it is kept as what was said beside it', () => {
    expect(comment(meetings, 'We have never met. My mentor does not answer my emails.')).toBe(
      'My mentor does not answer my emails.',
    );
  });

  test.each([
    '2 a month',
    'Once. ONCE. In six months.',
    'since March',
    '3 + 1',
    'Never. Well, once.',
    'None. Maybe one.',
  ])('"%s" is asked again', (said) => {
    expect(value(meetings, said)).toBe('unclear');
  });
});

describe('a date of what is to come', () => {
  const ahead: Question = { key: 'k', ask: 'When will you meet for the first time?', type: 'date', required: false };
  const on = (said: string) => {
    const understood = understand(ahead, said, '2027-04-06');
    return understood.kind === 'answer' ? understood.value : understood.kind;
  };

  test.each([
    ['tomorrow', '2027-04-07'],
    ['übermorgen', '2027-04-08'],
    ['amanhã às 15h', '2027-04-07'],
    ['8 April', '2027-04-08'],
    ['Thursday 8 April at 3pm', '2027-04-08'],
    ['20/4/27', '2027-04-20'],
  ])('"%s", written on 6 April 2027, is %s', (said, expected) => {
    expect(on(said)).toBe(expected);
  });

  test.each(['Friday', 'next week', 'April', '12 December', 'Friday 8 April', 'maybe 8 April', 'the 8th'])(
    '"%s" is asked again',
    (said) => {
      expect(on(said)).toBe('unclear');
    },
  );

  test('is passed over when it is not known yet and need not be given', () => {
    expect(on('not yet')).toBe('skipped');
    expect(value({ ...ahead, required: true }, 'not yet')).toBe('unclear');
  });
});

describe('yes or no', () => {
  test.each(
    'yes|Yes.|y|YES!|yep|sure|of course|ok|agreed|👍|👍🏽|ja|Ja, gerne|oui|sí|si|sim|tak|はい|是的|好的|네|예|نعم|כן|yes please|Yes, of course|*yes*|"yes"|I do|claro|volentieri|zeker'.split(
      '|',
    ),
  )('"%s" is yes', (said) => {
    expect(value(yesno, said)).toBe(true);
  });

  test.each(
    'no|No.|n|nope|not yet|not really|eher nicht|never|👎|nein|Nein, leider nicht|non|não|nao|nee|nej|nie|いいえ|不是|不|아니요|لا|לא|no thanks|I would rather not|rather not|no, same team|No - we work together|No, yes-men are not for me'.split(
      '|',
    ),
  )('"%s" is no', (said) => {
    expect(value(yesno, said)).toBe(false);
  });

  test.each([
    'maybe',
    'yes and no',
    'yes or no',
    'yes/no',
    'no, yes',
    'no problem',
    'not sure',
    'it depends',
    'perhaps later',
    'nobody asked me',
    'yesterday',
    'noon',
    'Japan',
    'n/a?',
    'jein',
    'hello',
  ])('"%s" is asked again', (said) => {
    expect(value(yesno, said)).toBe('unclear');
  });

  test.each([
    ['no, same team', 'same team'],
    ['No: he is my manager', 'he is my manager'],
    ['yes, I have done it twice', 'I have done it twice'],
    ['No — wir sind im selben Team', 'wir sind im selben Team'],
    ['yes please', undefined],
    ['NO, Same Team!', 'Same Team!'],
    ['no\n\nThey share an office.', 'They share an office.'],
  ])('what stands beside it in "%s" is kept', (said, expected) => {
    expect(comment(yesno, said)).toBe(expected);
  });
});

describe('a date', () => {
  test.each([
    ['2026-03-04', '2026-03-04'],
    ['4 March 2026', '2026-03-04'],
    ['March 4, 2026', '2026-03-04'],
    ['March 4th 2026', '2026-03-04'],
    ['the 4th of March, 2026', '2026-03-04'],
    ['4. März 2026', '2026-03-04'],
    ['4 mars 2026', '2026-03-04'],
    ['1er mars 2026', '2026-03-01'],
    ['4 de marzo de 2026', '2026-03-04'],
    ['4 marca 2026', '2026-03-04'],
    ['2026年3月4日', '2026-03-04'],
    ['2026년 3월 4일', '2026-03-04'],
    ['2026/03/04', '2026-03-04'],
    ['13/04/2026', '2026-04-13'],
    ['4/13/2026', '2026-04-13'],
    ['13.4.2026', '2026-04-13'],
    ['5/5/2026', '2026-05-05'],
    ['Wednesday 4 March 2026', '2026-03-04'],
    ['Wednesday 4 March 2026 at 10:30', '2026-03-04'],
    ['on 4 March 2026, 3pm, over coffee', '2026-03-04'],
    ['4-Mar-2026', '2026-03-04'],
    ['29 February 2028', '2028-02-29'],
  ])('"%s" is %s', (said, expected) => {
    expect(value(date, said)).toBe(expected);
  });

  test.each([
    '03/04/2026',
    '3.4.2026',
    '4 March',
    'Monday 4 March 2026',
    '4 March 2026, I think',
    'not before 4 March 2026',
    'after 4 March 2026',
    '4 March 2026, moved from 25 February 2026',
    'tomorrow',
    'March 2026',
    'next Monday',
    '4/13',
    '31 February 2026',
    '29 February 2027',
    '4 March 2026 or 5 March 2026',
    'between 4 and 6 March 2026',
    '13/04/26',
    '2026-13-01',
    '32 March 2026',
    'soon',
  ])('"%s" is asked again', (said) => {
    expect(value(date, said)).toBe('unclear');
  });
});

describe('a text', () => {
  test('lines that a mail program broke are put together, and paragraphs are kept', () => {
    const said =
      'Lead my own group. At the moment I spend most of my days in other\npeople’s meetings, and that should change.\n\nAnd sleep.';

    expect(value(text, said)).toBe(
      'Lead my own group. At the moment I spend most of my days in other people’s meetings, and that should change.\n\nAnd sleep.',
    );
  });

  test('a list keeps its lines', () => {
    expect(value(text, '- lead\n- sleep')).toBe('- lead\n- sleep');
  });

  test.each(['-', 'skip', 'Pass.'])('"%s" is no answer', (said) => {
    expect(value(text, said)).toBe('skipped');
  });
});

describe('what is asked again says why, in sentences for the person who wrote it', () => {
  test.each([choice, choices, scale, years, yesno, date])('$type', (question) => {
    const understood = understand(question, '???');

    const why = understood.kind === 'unclear' && unclearReasonWords(understood.why, question, wordsOf());

    expect(why).toMatch(/^[A-Z"].*[.]$/);
  });
});
