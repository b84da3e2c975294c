import { describe, expect, test } from 'vitest';
import { readReply } from '#domain/replies/read/read-reply.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';

const form = defaultProgram.forms.application;
const english = 'because the work that I do has changed and I want to know what is next for me and the team';
const portuguese =
  'porque o trabalho que faço mudou e não sei o que quero fazer com isto, e também não conheço quase ninguém';

function topics(why: string, letters: string) {
  const text = `1. mentee\n2. ${why}\n3. ${why}\n4. ${letters}\n5. a\n6. b`;
  const { answers, unclear } = readReply({ form, sent: [], mail: { subject: 'Re:', text } });
  return answers.topics ?? unclear.find(({ key }) => key === 'topics')?.key;
}

describe('letters of options with spaces between them, of which one may be an "and"', () => {
  test('are all letters in a message in English', () => {
    expect(topics(english, 'c e g')).toEqual(['leading people', 'speaking and writing', 'making myself heard']);
  });

  test('are two with an "and" in a message in Portuguese', () => {
    expect(topics(portuguese, 'c e g')).toEqual(['leading people', 'making myself heard']);
  });

  test.each<[string, string]>([
    ['in a message of a few words', 'time'],
    ['in a message in two languages', `${english} ${portuguese}`],
  ])('are asked again %s', (_, why) => {
    expect(topics(why, 'c e g')).toBe('topics');
  });
});
