import { expect, test } from 'vitest';
import { readReply } from '#domain/reply/read-reply.ts';
import { essentials } from '#shared/programs/essentials.ts';

const form = essentials.forms.application;

test('a line of a list with a label of its own ends the answer above it', () => {
  const text =
    '- Topics: leading people, speaking and writing\n- My mentor should be: somebody frank\n- I can offer: new tools';

  const { answers } = readReply({ form, sent: [], mail: { subject: 'Re:', text }, known: { role: 'mentee' } });

  expect(answers).toEqual({ topics: ['leading people', 'speaking and writing'] });
});
