import { describe, expect, test } from 'vitest';
import type { Answers, FormDefinition } from '#domain/forms/form.ts';
import { readReply } from '#domain/replies/read/read-reply.ts';
import { renderText } from '#shared/emails/render/plain-text.ts';
import { ballot } from '../forms.ts';

/** An application that is long enough for numbers of two digits. */
const form: FormDefinition = {
  id: 'long',
  title: 'Joining the program',
  questions: [
    {
      key: 'role',
      ask: 'Would you like to be a mentor, a mentee, or both?',
      type: 'choice',
      options: ['mentor', 'mentee', 'both'],
    },
    { key: 'goal', label: 'A year on', ask: 'What should be different a year from now?', type: 'text' },
    { key: 'again', label: 'Mentored before', ask: 'Have you been a mentor before?', type: 'yesno' },
    { key: 'room', label: 'Room for', ask: 'How many mentees do you have room for?', type: 'number', min: 0, max: 5 },
    { key: 'years', ask: 'How many years have you worked in your field?', type: 'number', min: 0, max: 60 },
    { key: 'energy', ask: 'How much energy does your work leave you?', type: 'scale', min: 1, max: 5 },
    {
      key: 'languages',
      ask: 'Which languages do you speak?',
      type: 'choices',
      options: ['English', 'French', 'German', 'Portuguese'],
    },
    { key: 'rhythm', ask: 'How often would you like to meet?', type: 'choice', options: ['weekly', 'monthly'] },
    { key: 'start', label: 'First day', ask: 'From which day could you begin?', type: 'date' },
    { key: 'share', ask: 'May we show your answers to your partner?', type: 'yesno' },
    {
      key: 'topics',
      ask: 'Which topics could you help with?',
      type: 'choices',
      options: ['writing papers', 'leading a team', 'funding'],
    },
  ],
};
const known: Answers = {
  role: 'mentor',
  goal: 'Lead a group.',
  again: true,
  room: 2,
  years: 23,
  energy: 3,
  languages: ['English', 'German'],
  rhythm: 'weekly',
  start: '2027-03-01',
  share: true,
  topics: ['writing papers'],
};

function read(text: string, asked = form, answers: Answers = known) {
  return readReply({ form: asked, sent: [], mail: { subject: 'Re:', text }, known: answers });
}

describe('after a complete form, a correction changes the answer that it names', () => {
  test.each<[string, Answers]>([
    ['5 should be 19.', { years: 19 }],
    ['4 1', { room: 1 }],
    ['1 b', { role: 'mentee' }],
    ['11 b and c', { topics: ['leading a team', 'funding'] }],
    ['4 -> 1', { room: 1 }],
    ['4 → 1', { room: 1 }],
    ['4 = 1', { room: 1 }],
    ['Correction: 4 = 1', { room: 1 }],
    ['4: 1 not 2', { room: 1 }],
    ['5: 19, not 23', { years: 19 }],
    ['question 4 is wrong, it’s 1', { room: 1 }],
    ['Question 4 is wrong. It should be 1.', { room: 1 }],
    ['please change 11 to b and c', { topics: ['leading a team', 'funding'] }],
    ['Could you change my answer to question 5 from 23 to 19, please?', { years: 19 }],
    ['I meant mentee, not mentor', { role: 'mentee' }],
    ['mentee instead of mentor', { role: 'mentee' }],
    ['add French to my languages', { languages: ['English', 'French', 'German'] }],
    ['Please add leading a team.', { topics: ['writing papers', 'leading a team'] }],
    ['Remove German from 7', { languages: ['English'] }],
    ['I have changed my mind about 8: b', { rhythm: 'monthly' }],
    ['I changed my mind on question 8, monthly please', { rhythm: 'monthly' }],
    ['Sorry, 3 is no', { again: false }],
    ['Oops! 3 should have been no.', { again: false }],
    ['Years should be 19', { years: 19 }],
    ['My rhythm: monthly', { rhythm: 'monthly' }],
    ['Please correct the first day to 1 April 2027.', { start: '2027-04-01' }],
    ['Sorry, I only have room for 1 mentee. And 5 should be 19.', { room: 1, years: 19 }],
    ['Actually I only have room for one mentee', { room: 1 }],
    ['Sorry, 4 should be 1 and 5 should be 19', { room: 1, years: 19 }],
    ['7: also French', { languages: ['English', 'French', 'German'] }],
    ['7: French too', { languages: ['English', 'French', 'German'] }],
    ['7 without German', { languages: ['English'] }],
    ['no to 3', { again: false }],
    ["I'd rather be a mentee", { role: 'mentee' }],
    ['4 1, 5 19', { room: 1, years: 19 }],
    ['4 1\n5 19', { room: 1, years: 19 }],
    ['Hello,\n\ntwo corrections:\n4: 1\n5 should be 19\n\nThanks!', { room: 1, years: 19 }],
    ['2 should read: Run a lab of my own.', { goal: 'Run a lab of my own.' }],
    ['Frage 5 sollte 19 sein', { years: 19 }],
    ['La réponse 5 devrait être 19', { years: 19 }],
    ['A resposta 5 deve ser 19', { years: 19 }],
  ])('%s', (said, answers) => {
    expect(read(said)).toMatchObject({ answers, unclear: [], intent: 'answer' });
    expect(Object.keys(read(said).answers)).toEqual(Object.keys(answers));
  });
});

test('an answer that is said to be wrong, with the right one behind its number, is changed', () => {
  expect(read('Sorry, 5 was wrong.\n\n5: 19')).toMatchObject({ answers: { years: 19 }, unclear: [] });
});

describe('what names a question but is not understood is asked about', () => {
  test.each<[string, string]>([
    ['question 4 is wrong', 'room'],
    ['please change 11', 'topics'],
    ['5 should be more', 'years'],
    ['5 should be 19 or 20', 'years'],
    ['5: 19 not 22', 'years'],
    ['I am not sure about question 4', 'room'],
    ['question 2 is a bit vague', 'goal'],
    ['Sorry, I only have room for a few mentees', 'room'],
    ['I have room for 3 mentees', 'room'],
    ['Should 5 be 19?', 'years'],
    ['1 mentee', 'role'],
    ['I also want to be a mentee', 'role'],
    ['I am no longer a mentor', 'role'],
    ['I speak French too', 'languages'],
    ['all good but 4 should be 1', 'room'],
    ['remove Spanish from 7', 'languages'],
  ])('%s', (said, key) => {
    expect(read(said)).toMatchObject({ answers: {}, unclear: [{ key }], intent: 'answer' });
  });
});

describe('what names no question is a note', () => {
  test.each([
    'I made a mistake somewhere, I will write again tomorrow.',
    'When will I hear from you?',
    'I have 3 children, so mornings are hard.',
    'I look forward to meeting my mentee.',
    '4 of us work here.',
    'In 2 years I retire.',
    'I am here from 5 to 9.',
    'Thanks to 3 colleagues I know of this.',
    'I will be away from 3 to 10 March.',
  ])('%s', (said) => {
    expect(read(said)).toMatchObject({ answers: {}, unclear: [], note: said });
  });
});

test('several questions that are named together are all asked about', () => {
  for (const said of ['4 and 5 are wrong', 'Swap 4 and 5', '4 and 5: 1'])
    expect(read(said)).toMatchObject({ answers: {}, unclear: [{ key: 'room' }, { key: 'years' }] });
});

test('one thing that somebody would rather not do declines nothing', () => {
  for (const said of ['I would rather not be paired with Tom.', "I'd rather not meet in the morning."])
    expect(read(said)).toMatchObject({ answers: {}, note: said, intent: 'answer' });
  expect(read("I'd rather not take part this year.").intent).toBe('decline');
});

test('the rest of a message that corrects something is a note', () => {
  expect(read('Sorry, 5 should be 19. When will I hear from you?')).toMatchObject({
    answers: { years: 19 },
    note: 'When will I hear from you?',
  });
});

test('what repeats an answer changes nothing and is not asked about', () => {
  expect(read('4. Room for 2\n\nAll is right.')).toMatchObject({ answers: {}, unclear: [] });
});

describe('beside answers in the same message', () => {
  const list = '1. mentor\n4. 2\n5. 23';

  test('a correction that says so counts', () => {
    expect(read(`${list}\n\nSorry, 5 should be 19.`, form, {}).answers).toEqual({ role: 'mentor', room: 2, years: 19 });
    expect(read(`${list}\nSorry, 5 should be 19.`, form, {}).answers).toEqual({ role: 'mentor', room: 2, years: 19 });
  });

  test('a second answer that does not say so is asked about', () => {
    expect(read(`${list}\n\n5. 19`, form, {})).toMatchObject({
      answers: { role: 'mentor', room: 2 },
      unclear: [{ key: 'years' }],
    });
    expect(read(`${list}\n\n5 is 19`, form, {})).toMatchObject({
      answers: { role: 'mentor', room: 2 },
      unclear: [{ key: 'years' }],
    });
  });

  test('a reason that is given with a corrected vote is kept with it', () => {
    const votes = ballot.questions.map((_, index) => `${index + 1}. yes`).join('\n');

    const reading = read(`${votes}\n\nSorry, 4 is no, same team.`, ballot, {});

    expect(reading).toMatchObject({ answers: { pair3: true, pair4: false }, comments: { pair4: 'same team.' } });
  });
});

test('when one answer in words is open, it is not taken for a correction, but a message of corrections is one', () => {
  const { goal: _, ...almost } = known;

  expect(read('I want 4 people to change to our team.', form, almost).answers).toEqual({
    goal: 'I want 4 people to change to our team.',
  });
  expect(read('Sorry, question 5 should be 19.', form, almost)).toMatchObject({
    answers: { years: 19 },
    missing: ['goal'],
  });
});

describe('in a quoted acknowledgement', () => {
  const facts = [
    { label: '1. Role', value: 'mentor' },
    { label: '2. A year on', value: '"Lead a group."' },
    { label: '4. Room for', value: '2' },
    { label: '5. Years', value: '23' },
    { label: '9. First day', value: 'Monday 1 March 2027' },
  ];
  const text = renderText({
    subject: 'Thank you, we have all your answers',
    language: 'en',
    blocks: [
      { kind: 'paragraph', of: ['Thank you, Ada. This is what we understood:'] },
      { kind: 'facts', of: facts },
      { kind: 'paragraph', of: ['That is everything, and there is nothing more to do.'] },
      { kind: 'paragraph', of: ['Something wrong? Reply with its number and the right answer.'] },
      { kind: 'signature', of: 'Maria Ortiz, for the program' },
    ],
  });
  const attribution = 'On Mon, 1 Feb 2027 at 10:00, Maria Ortiz <maria@example.org> wrote:\n\n';

  function answered(edit: (line: string) => string, above = '') {
    const quoted = text
      .split('\n')
      .map((line) => edit(`> ${line}`.trimEnd()))
      .join('\n');
    const reply = above + attribution + quoted;
    return readReply({ form, sent: [{ text }], mail: { subject: 'Re:', text: reply }, known });
  }

  test('the right value under its line, behind it or in words of changing changes the answer', () => {
    const at = (said: string) => answered((line) => (/^> +4\./.test(line) ? `${line}${said}` : line));

    for (const said of ['\n1', ' -> 1', ' should be 1', '\nshould be 1', '\n1, not 2'])
      expect(at(said)).toMatchObject({ answers: { room: 1 }, unclear: [], note: '' });
    expect(at('\nThis is wrong')).toMatchObject({ answers: {}, unclear: [{ key: 'room' }] });
    expect(at('\nThanks!')).toMatchObject({ answers: {}, unclear: [] });
  });

  test('words under a text are asked about', () => {
    const reading = answered((line) => (/^> +2\./.test(line) ? `${line}\nRun a lab.` : line));

    expect(reading).toMatchObject({ answers: {}, unclear: [{ key: 'goal', said: 'Run a lab.' }] });
  });

  test('what we wrote is no answer, and what stands above it is read', () => {
    expect(answered((line) => line)).toMatchObject({ answers: {}, unclear: [], note: '', intent: 'nothing' });
    expect(answered((line) => line.replace('> ', ''))).toMatchObject({ answers: {}, unclear: [], note: '' });
    expect(answered((line) => line, 'Sorry, 4 should be 1.\n\n')).toMatchObject({ answers: { room: 1 }, note: '' });
    expect(answered((line) => line, '5 19\n\n')).toMatchObject({ answers: { years: 19 }, note: '' });
  });
});

describe('a wish about somebody else is passed on, and is no change of a role', () => {
  test.each([
    "I'd rather not have Tomas Ruiz as my mentor.",
    'I would prefer not to have Ren as a mentee',
    'Please do not make Ines my mentor, I want somebody else.',
  ])('%s', (text) => {
    expect(read(text)).toMatchObject({ answers: {}, unclear: [], note: text });
  });

  test('beside a wish of their own, which is one', () => {
    expect(read("I'd rather be a mentee").answers).toEqual({ role: 'mentee' });
    expect(read("I'd rather have you put me down as a mentee").answers).toEqual({ role: 'mentee' });
  });
});
