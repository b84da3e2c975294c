import { describe, expect, test } from 'vitest';
import { readReply } from '#domain/replies/read/read-reply.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';

const form = defaultProgram.forms.application;
const read = (text: string, known = {}) => readReply({ form, sent: [], mail: { subject: 'Re:', text }, known });

describe('what a letter says of people answers the questions about them, and is shown first', () => {
  test.each([
    ["I'd rather not be matched with Dmitri Volkov.", 'Dmitri Volkov'],
    ["And did you see that I'd rather not be matched with Dmitri Volkov?", 'Dmitri Volkov'],
    ['and please not Felix Brandt, we used to go out and it would be weird.', 'Felix Brandt'],
    ['I would be grateful not to be paired with Mr Ibrahim Sow, since he works in my own department.', 'Ibrahim Sow'],
    ["I'd rather it weren't Dmitri Volkov, that's all.", 'Dmitri Volkov'],
    ['Please not with Grace, we share a budget.', 'Grace'],
    ["I'd prefer not to be paired with Felix Brandt or Ada King.", 'Felix Brandt and Ada King'],
  ])('%s', (text, avoid) => {
    const reading = read(`Dear Maria,\n\nI look forward to this.\n\n${text}\n\nAda`, { role: 'mentor' });

    expect(reading).toMatchObject({ answers: { avoid }, worded: { avoid: { said: avoid } } });
    expect(reading.note).not.toContain(avoid.split(' ')[0]);
    expect(reading.note).toContain('I look forward to this.');
  });

  test.each([
    ['My boss is Aiko Mori.', 'Aiko Mori'],
    ['And my manager is Aiko Mori, I keep saying it.', 'Aiko Mori'],
    ['Concerning question 17, I report to Ms Aiko Mori.', 'Aiko Mori'],
    ['Aiko Mori is my manager, by the way.', 'Aiko Mori'],
    ['oh and my boss is Dr. Carla von Mendes', 'Carla von Mendes'],
  ])('%s', (text, manager) => {
    expect(read(`I look forward to this.\n\n${text}`, { role: 'mentor' })).toMatchObject({
      answers: { manager },
      worded: { manager: {} },
    });
  });

  test('a name in small letters is proposed', () => {
    const reading = read('had a good week. boss is tom baker');

    expect(reading.answers).toEqual({});
    expect(reading.proposed).toEqual({ manager: 'tom baker' });
  });

  test.each([
    "I'm a woman btw",
    'Finally, concerning question 19, I may state that I am a woman.',
    "So far so good, and I'm a woman.",
  ])('%s', (text) => {
    expect(read(text, { role: 'mentor' }).answers).toEqual({ gender: 'woman' });
  });

  test('whoever passes the gender over has said so', () => {
    expect(read("gender: I'll pass")).toMatchObject({ answers: {}, unclear: [], passed: ['gender'] });
    expect(read('Gender: I would rather not say')).toMatchObject({ answers: {}, unclear: [], passed: ['gender'] });
  });

  test('what was said before is not said anew', () => {
    const known = { manager: 'Tom Baker' };

    expect(read('My boss is Aiko Mori.', known).answers).not.toHaveProperty('manager', 'Aiko Mori');
  });
});

describe('what is no such word', () => {
  test.each([
    "I'd rather not be matched with people from sales.",
    "She'd rather not be matched with Dmitri Volkov.",
    "I never said that I'd rather not be matched with Dmitri Volkov.",
    "If I'd rather not be matched with Felix Brandt, whom do I tell?",
    'Please not on Mondays, I teach.',
    'Please not Monday Morning, I teach.',
    'I would be glad to be matched with Grace Lee.',
    'My boss is very kind.',
    'My boss is Portuguese, so I know the food.',
    "My boss is Aiko Mori's sister.",
    'My old boss was Aiko Mori.',
    'Is my boss Aiko Mori told?',
    "My husband's boss is Aiko Mori.",
    'I report to Berlin twice a year.',
    "I'm a woman of few words.",
    "If I'm a woman, does that matter?",
    'As a woman I would like to know more.',
    "I'm a man who likes to listen.",
  ])('%s', (text) => {
    const reading = read(`Well then. ${text}`, { role: 'mentor' });

    expect(reading.answers).toEqual({});
    expect(reading.proposed).toBeUndefined();
    expect(reading.note).toContain(text.slice(0, 20));
  });
});
