import { describe, expect, test } from 'vitest';
import type { FormDefinition, Question } from '#domain/forms/form.ts';
import { readReply } from '#domain/replies/read/read-reply.ts';
import { beside } from '#domain/replies/understand/yes-and-more.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';

/**
 * Words and signs that the reader looks for, over and over: an expression that can take one of them in two ways takes twice as long
 * for each. Nothing here measures time: what does not end, hangs.
 */
const repeated = [
  ...[
    'and ',
    'otherwise ',
    'otherwise, ',
    'thanks ',
    'hi ada ',
    'but ',
    'yes ',
    'no ',
    'not ',
    'except 2 ',
    'the others ',
    'all ',
  ],
  ...[
    'both ',
    'is right ',
    'because ',
    'I hope ',
    'so is 2 ',
    'same ',
    'question one is ',
    '1 ',
    '1. ',
    '1, ',
    'a, ',
    'a and b ',
  ],
  ...[
    ',;',
    '- ',
    '-,',
    '. ',
    '( ',
    '" ',
    '> ',
    '1.',
    'http://',
    '\t ',
    '\n\n',
    'Ada Park ',
    'as mentor of ',
    'I abstain on 1 ',
  ],
];
const pairs = [
  'Grace Lee as mentor of Ada Park',
  'Rui Ito as mentor of Dag Diaz',
  'Noor Haddad as mentor of Sven Berg',
];
const questions = pairs.map(
  (ask, index): Question => ({ key: `pair${index + 1}`, ask, type: 'yesno', mayAbstain: true }),
);
const ballot: FormDefinition = { id: 'ballot', title: 'Your view of the proposed pairs', questions };
const forms: [string, FormDefinition][] = [
  ['a ballot', ballot],
  ['an application', defaultProgram.forms.application],
];

describe.each(forms)('%s', (_, form) => {
  test.each(repeated)('with %j for 4,000 characters is read to its end', (words) => {
    for (const text of [words.repeat(4_000 / words.length), `yes, ${words.repeat(4_000 / words.length)} x`]) {
      const { answers } = readReply({
        form,
        sent: [],
        mail: { subject: 'Re: your votes', text },
        proposed: { pair1: true },
      });
      expect(Object.keys(answers).length).toBeLessThanOrEqual(form.questions.length);
    }
  });
});

test.each(repeated)('a megabyte of %j beside a yes is looked through', (words) => {
  const text = `Yes. ${words.repeat(1_000_000 / words.length)} x`;

  expect(beside({ subject: 'Re', text }).agrees).toBe(true);
});
