import { expect, test } from 'vitest';
import { type Answers, missing, type Question } from '#domain/forms/form.ts';
import { readReply } from '#domain/replies/read/read-reply.ts';
import { write } from '#shared/emails/index.ts';
import type { EmailKind } from '#shared/emails/kinds.ts';
import { renderHtml } from '#shared/emails/render/html.tsx';
import { renderText } from '#shared/emails/render/plain-text.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { context } from '#test/unit/emails/samples.ts';

const form = defaultProgram.forms.application;
const known: Answers = { role: 'mentee', why: 'To move on.', change: 'Lead my own group.' };

/** A message of ours as it is archived. */
function sent(kind: EmailKind, facts: object, answers: Answers = {}) {
  const email = write(kind, facts, context({ purpose: 'application', answers }));
  return { text: renderText(email), html: renderHtml(email) };
}

const invitation = sent('invitation', {});
const asked = missing(form, known).map(({ key }) => key);
const acknowledgement = sent(
  'understood',
  { answers: known, missing: asked, unclear: [], complete: false, asks: 'again' },
  known,
);

/** `typed` below the line that begins with `line`, in the acknowledgement as mutt quotes it. */
function under(typed: Record<string, string>): string {
  const quoted = acknowledgement.text.split('\n').map((line) => `> ${line}`);
  return quoted
    .flatMap((line) => [
      line,
      ...Object.entries(typed).flatMap(([at, words]) => (line.startsWith(`>    ${at}`) ? [words, ''] : [])),
    ])
    .join('\n');
}

test('answers typed into what was asked again are compared with that, although the invitation is longer and repeats its options', () => {
  const text = `On Mon, 1 Feb 2027, Maria Ortiz wrote:\n${under({ 'h) work': 'b and c', 'f) comes': 'listens before advising', 'A number': '7' })}`;

  for (const order of [
    [acknowledgement, invitation],
    [invitation, acknowledgement],
  ]) {
    const reading = readReply({ form, sent: order, mail: { subject: 'Re: Eight answers', text }, known });

    expect(reading.unclear).toEqual([]);
    expect(reading.note).toBe('');
    expect(reading.answers).toEqual({
      topics: ['changing field or role', 'leading people'],
      prefers: ['listens before advising'],
      experience: 7,
    });
  }
});

test.each([
  'someone who listens before advising and someone who has made a big change',
  'Someone who listens before advising\n... who has made a big change',
  '... listens before advising, has made a big change',
])('the beginning that a question leaves open may be written out again: %s', (said) => {
  const text = `On Mon, 1 Feb 2027, Maria Ortiz wrote:\n${under({ 'f) comes': said })}`;

  const { answers, unclear } = readReply({ form, sent: [acknowledgement], mail: { subject: 'Re:', text }, known });

  expect(unclear).toEqual([]);
  expect(answers).toEqual({ prefers: ['listens before advising', 'has made a big change'] });
});

test('a bare word is for the one question that was asked again, although an answer to it is known', () => {
  const whole: Answers = {
    ...known,
    topics: ['leading people'],
    prefers: ['asks good questions'],
    offers: ['honest feedback'],
    beyond: ['encouragement'],
    before: 'neither',
    experience: 6,
    languages: ['English'],
    times: ['around noon'],
  };
  const mail = { subject: 'Re: One answer was not clear', text: 'In the afternoon.\n' };

  const { answers, note } = readReply({ form, sent: [invitation], mail, known: whole, asked: ['times'] });

  expect({ answers, note }).toEqual({ answers: { times: ['in the afternoon'] }, note: '' });
});

test('words under a vote that we have understood are about that vote', () => {
  const questions: Question[] = ['Grace Lee as mentor of Ada Park', 'Rui Ito as mentor of Dag Diaz'].map(
    (ask, index) => ({
      ...{ key: `pair${index + 1}`, ask, type: 'yesno', label: ask.replace(' as mentor of ', ' and ') },
    }),
  );
  const votes: Answers = { pair1: true, pair2: true };
  const ofBallot = context({ purpose: 'ballot', questions, answers: votes });
  const facts = { answers: votes, missing: [], unclear: [], complete: true, asks: 'numbers' };
  const letter = renderText(write('understood', facts, ofBallot));
  const ballot = { id: 'ballot', title: 'Votes', questions };
  const quoted = letter.split('\n').map((line) => `> ${line}`);
  for (const [pair, name] of [
    ['pair1', 'Grace Lee'],
    ['pair2', 'Rui Ito'],
  ] as const) {
    const at =
      quoted.findIndex(
        (line, index) => / yes$/.test(line) && quoted.slice(0, index + 1).some((one) => one.includes(name)),
      ) + 1;
    const text = [
      ...quoted.slice(0, at),
      '',
      "changed my mind here, they're in the same team since October so better not",
      '',
      ...quoted.slice(at),
    ].join('\n');

    const { answers, unclear } = readReply({
      form: ballot,
      sent: [{ text: letter }],
      mail: { subject: 'Re', text },
      known: votes,
    });

    expect([pair, answers[pair] ?? unclear.map(({ key }) => key)]).toEqual([pair, [pair]]);
  }
});
