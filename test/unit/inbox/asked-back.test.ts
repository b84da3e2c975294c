import { describe, expect, test } from 'vitest';
import { type AskedForm, newForm } from '#domain/asked.ts';
import type { Answers, Question } from '#domain/form.ts';
import { readReply } from '#domain/reply/read-reply.ts';
import { saidBack } from '#functions/inbox/asked-back.ts';
import { essentials } from '#shared/programs/essentials.ts';

const pairs = [
  'Grace Lee as mentor of Ada Byron',
  'Rui Ito as mentor of Dag Diaz',
  'Noor Haddad as mentor of Sven Berg',
];
const questions = pairs.map((ask, index): Question => ({ key: `pair${index + 1}`, ask, type: 'yesno' }));

function formWith(changes: Partial<AskedForm>): AskedForm {
  const asking = { id: 'f', cohort: 'c', person: 'p', purpose: 'ballot', occasion: 'o' } as const;
  return { ...newForm({ ...asking, openedAt: '2027-02-01T09:00:00.000Z', expiresAt: 0 }), ...changes };
}

/** What a reply to a form makes of what we have proposed; undefined where it is read like any other. */
function settled(form: AskedForm, text: string): Answers | undefined {
  const mail = { subject: 'Re: your votes', text };
  const definition = { id: 'f', title: 'Pairs', questions: form.questions ?? [] };
  const reading = readReply({ form: definition, sent: [], mail, known: form.answers, proposed: form.proposed });
  const names = ['Tomas Reid', 'Maria Ortiz'];
  const back = saidBack(form, essentials, reading, { sent: [], mail, reply: 'r', names });
  return back?.about === 'proposal' ? back.reading.answers : undefined;
}

describe('what is said to votes that we have proposed', () => {
  const proposed = { pair1: true, pair2: true, pair3: false };
  const unclear = questions.map(({ key }) => ({ key, said: 'a story', why: 'We are not sure.' }));
  const form = formWith({ questions, unclear, proposed });

  test.each(['exactly', 'Yes, that is right at last. Thank you, Maria.', "Yes, that's right now, thanks"])(
    '"%s" makes them count',
    (text) => {
      expect(settled(form, text)).toEqual(proposed);
    },
  );

  test.each([
    'Yes, please drop Grace and Ada.',
    'Yes, please approve them all',
    'Yes, Grace and Ada had better wait.',
    'Yes, once Rui is back',
  ])('"%s" is more than a yes to them', (text) => {
    expect(settled(form, text)).not.toEqual(proposed);
  });

  test('a no asks all of them again', () => {
    expect(settled(form, 'no')).toEqual({});
  });
});

test('beside other questions that are open, a plain yes to an agreement refuses nobody', () => {
  const form = formWith({
    purpose: 'agreement',
    questions: [
      { key: 'with', ask: 'Would you like to go on?', type: 'yesno' },
      { key: 'hopes', ask: 'What would you like to get from it?', type: 'text' },
    ],
    unclear: [{ key: 'with', said: 'I have my doubts', why: 'We are not sure.' }],
    proposed: { with: false },
  });

  expect(settled(form, 'yes')).toBeUndefined();
});
