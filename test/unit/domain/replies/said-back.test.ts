import { describe, expect, test } from 'vitest';
import type { Answers, Question } from '#domain/forms/form.ts';
import { type AskedForm, definitionOf, newForm } from '#domain/forms/form-record.ts';
import { readReply } from '#domain/replies/read/read-reply.ts';
import type { ReplyMail } from '#domain/replies/read/reply-reading.ts';
import { saidBack } from '#domain/replies/understand/said-back.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';

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
  const definition = definitionOf(form, defaultProgram);
  const read = (words: ReplyMail) =>
    readReply({ form: definition, sent: [], mail: words, known: form.answers, proposed: form.proposed });
  const names = ['Tomas Reid', 'Maria Ortiz'];
  const back = saidBack(form, defaultProgram, read(mail), { sent: [], mail, id: 'r', names, read });
  return back?.about === 'proposal' ? back.reading.answers : undefined;
}

describe('what is said to votes that we have proposed', () => {
  const proposed = { pair1: true, pair2: true, pair3: false };
  const unclear = questions.map(({ key }) => ({ key, said: 'a story', why: { kind: 'undecided' as const } }));
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

  test.each([
    ['Yes, that is right. And Noor and Sven is also yes.', { pair1: true, pair2: true, pair3: true }],
    ['Correct, and 3 no, same team', { pair1: true, pair2: true, pair3: false }],
    ['Yes, that is right. But 1 is a no, same team.', undefined],
    ['Yes, that is right. And Noor and Sven I must think about.', undefined],
  ])('beside two of three, "%s" adds a vote on the third alone', (text, answers) => {
    const two = formWith({ questions, unclear: unclear.slice(0, 2), proposed: { pair1: true, pair2: true } });

    expect(settled(two, text)).toEqual(answers);
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
    unclear: [{ key: 'with', said: 'I have my doubts', why: { kind: 'undecided' as const } }],
    proposed: { with: false },
  });

  expect(settled(form, 'yes')).toBeUndefined();
});

describe('what is said to the answers of an application that we have proposed', () => {
  const proposed = { topics: ['leading people'], experience: 9, languages: ['English'] };
  const known: Answers = {
    role: 'mentee',
    why: 'To learn.',
    change: 'To lead a group of my own.',
    prefers: ['asks good questions'],
    offers: ['honest feedback'],
    beyond: ['encouragement'],
    times: ['early'],
  };
  const unclear = Object.keys(proposed).map((key) => ({ key, said: 'something', why: { kind: 'undecided' as const } }));
  // "Have you had a mentor before?" is open, and nothing is proposed for it.
  const form = formWith({ purpose: 'application' as const, answers: known, unclear, proposed, status: 'partial' });

  test.each([
    'yes',
    'Yes, that is right, thank you Maria!',
    'Hi Maria,\n\nYes.\n\nBest\nTomas',
    'exactly',
    'Yes please',
    'Yes, Maria, they are all right.',
    'yes for 4, 14 and 15.',
    'Yes, all three are what I meant.',
    'Yes\n(I had said so already)',
  ])('"%s" makes them count, and leaves open what is', (text) => {
    expect(settled(form, text)).toEqual(proposed);
  });

  test.each([
    ['yes, but 14: 7', { ...proposed, experience: 7 }],
    ['Yes, and 13: a', { ...proposed, before: 'neither' }],
    ['yes\n13. a', { ...proposed, before: 'neither' }],
    ['14: 7, the rest is right', { ...proposed, experience: 7 }],
    ['Yes all correct except 4: b', { ...proposed, topics: ['changing field or role'] }],
    [
      'Hi Maria,\nyes, but\n4: b\n15: a and b\nThanks',
      { ...proposed, topics: ['changing field or role'], languages: ['English', 'Spanish'] },
    ],
    ['yes, but not 4', { experience: 9, languages: ['English'] }],
    ['Yes, except 4 and 14.', { languages: ['English'] }],
    ['Yes but 14 is not quite right', { topics: ['leading people'], languages: ['English'] }],
  ])('"%s" changes what it names, and makes the others count', (text, answers) => {
    expect(settled(form, text)).toEqual(answers);
  });

  test('"Yes, 4 and 15 are right" makes these count alone', () => {
    expect(settled(form, 'Yes, 4 and 15 are right')).toEqual({ topics: ['leading people'], languages: ['English'] });
  });

  test.each(['14: 7', 'no, 14: 7'])('"%s" changes one and says nothing of the others', (text) => {
    expect(settled(form, text) ?? { experience: 7 }).toEqual({ experience: 7 });
  });

  test.each([
    'yes, if you think so',
    'Yes, apart from the languages',
    'yes to the first two',
    'yes? What did I write to 4?',
    'yes, maybe',
  ])('"%s" makes none of them count', (text) => {
    expect(settled(form, text) ?? {}).toEqual({});
  });

  test.each(['no', 'No, sorry', "that's wrong"])('"%s" asks all of them again', (text) => {
    expect(settled(form, text)).toEqual({});
  });
});
