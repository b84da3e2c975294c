import { expect, test } from 'vitest';
import { readReply } from '#domain/replies/read/read-reply.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';

const form = defaultProgram.forms.application;

test('a line of a list with a label of its own ends the answer above it', () => {
  const text =
    '- Topics: leading people, speaking and writing\n- My mentor should be: somebody frank\n- I can offer: new tools';

  const { answers } = readReply({ form, sent: [], mail: { subject: 'Re:', text }, known: { role: 'mentee' } });

  expect(answers).toEqual({ topics: ['leading people', 'speaking and writing'] });
});

test('labels in German name the questions about people', () => {
  const text = '- Chefin: Dr. Sabine Vogt\n- Geschlecht: Mann\n- Bitte nicht mit: Ada King';

  const { answers } = readReply({ form, sent: [], mail: { subject: 'Re:', text }, known: { role: 'mentee' } });

  expect(answers).toEqual({ manager: 'Dr. Sabine Vogt', gender: 'man', avoid: 'Ada King' });
});

test.each([
  'Chefinnen: a book I liked',
  'Boss battles: my hobby',
  'My former boss: a kind man',
  'Chef de cuisine: my dream',
  'Our line managers: all invited?',
  'Gender pay gap: please read',
  'Bosses - who needs them',
  'Not with me: my notes',
  'Die Chefin unserer Chefin: unbekannt',
  'Genre films: yes',
])('"%s" names no question', (text) => {
  expect(readReply({ form, sent: [], mail: { subject: 'Re:', text } }).answers).toEqual({});
});
