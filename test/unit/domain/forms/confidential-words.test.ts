import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionsBack, withoutReason, wordsBeside } from '#domain/forms/participant-questions.ts';
import type { Purpose } from '#domain/forms/purposes.ts';
import { unclearFor, writtenInVain } from '#domain/in-vain.ts';
import { asked } from '../samples.ts';

/** Written out, so that a purpose which stops being confidential fails here. */
const confidential: readonly Purpose[] = ['agreement', 'survey'];
const secrets = [
  'He shouts at me in every meeting.',
  'My mentor never answers my emails.',
  'She told me about her illness.',
  'We do not get along at all.',
  'I am looking for another job.',
  'I feel bullied by my partner.',
];
const questions = ['Who else could I talk to?', 'When is the next meeting of the group?'];

const names = ['Ada Okafor', 'Maria Ortiz'];
const goesOn = (purpose: Purpose, said: Partial<Parameters<typeof wordsBeside>[0]>) =>
  wordsBeside({ note: '', comments: [], unclear: [], hasAnswers: false, ...said }, purpose, names).passOn;

describe.each(confidential)('what is written on the form %s', (purpose) => {
  test.each(secrets)('goes to no coordinator by itself, wherever it stands: "%s"', (secret) => {
    const all = [
      goesOn(purpose, { note: secret }),
      goesOn(purpose, { note: secret, hasAnswers: true }),
      goesOn(purpose, { comments: [secret] }),
      goesOn(purpose, { unclear: [{ said: secret }] }),
      goesOn(purpose, { note: withoutReason(`No thanks, not for me.\n\n${secret}`) }),
      questionsBack(secret, purpose),
      questionsBack('', purpose, [secret]),
      questionsBack(`${secret} ${questions[0]}`, purpose, [`${secret} ${questions[1]}`]),
    ];

    expect(all.filter((words) => words.includes(secret))).toEqual([]);
  });

  test('is kept for its writer to say so, except for the questions, whatever stands beside what', () => {
    const sentences = fc.shuffledSubarray([...secrets, ...questions], { minLength: 1 });
    fc.assert(
      fc.property(sentences, sentences, fc.boolean(), (note, comments, hasAnswers) => {
        const said = { note: note.join('\n\n'), comments, unclear: [], hasAnswers };
        const { passOn, kept } = wordsBeside(said, purpose, names);

        expect(secrets.filter((secret) => passOn.includes(secret))).toEqual([]);
        for (const one of [...note, ...comments]) expect(questions.includes(one) ? passOn : kept).toContain(one);
      }),
    );
  });

  test('is on no list for the coordinator, even where we could take none of it for an answer', () => {
    const at = '2027-01-12T09:00:00.000Z';
    const questionsOf = [{ key: 'trust', ask: 'Do you trust each other?', type: 'scale' as const }];
    const definition = { id: 'f', title: 'F', questions: questionsOf };
    const form = asked({
      purpose,
      status: 'partial',
      unclear: secrets.map((said) => ({ key: 'trust', said, why: { kind: 'undecided' as const } })),
      notes: secrets.map((text) => ({ at, text })),
      replies: [{ id: 'rpl_1', at }],
    });

    expect(writtenInVain(form, definition)).toBe('');
    expect(unclearFor(form, definition).size).toBe(0);
  });
});
