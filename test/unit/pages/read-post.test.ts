import { describe, expect, it } from 'vitest';
import type { FormDefinition, Question } from '#domain/forms/form.ts';
import { formPage } from '#shared/pages/form-page.tsx';
import { readFormPost as readPost } from '#shared/pages/read-post.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { wordsOf } from '#shared/words/index.ts';
import { mentee } from '../emails/samples.ts';
import { application } from './samples.ts';

const readFormPost = (
  definition: FormDefinition,
  body: URLSearchParams,
  options: Omit<Parameters<typeof readPost>[2], 'words'> = {},
) => readPost(definition, body, { words: wordsOf(), ...options });
const form = (...questions: Question[]): FormDefinition => ({ id: 'f', title: 'F', questions });
function post(fields: Record<string, string | string[]>): URLSearchParams {
  const body = new URLSearchParams();
  for (const [key, values] of Object.entries(fields)) for (const value of [values].flat()) body.append(key, value);
  return body;
}

describe('a ballot', () => {
  const definition = { id: 'b', title: 'B', questions: [{ key: 'p1', ask: 'A and B', type: 'yesno' as const }] };
  const sent = (fields: Record<string, string>) =>
    readFormPost(definition, new URLSearchParams(fields), { needsReasons: true });

  it('wants the reason of a no, and takes a yes without one', () => {
    expect(sent({ p1: 'no', 'p1.reason': '  ' }).errors).toMatchObject([{ key: 'p1' }]);
    expect(sent({ p1: 'no', 'p1.reason': 'same team' })).toMatchObject({ answers: { p1: false }, errors: [] });
    expect(sent({ p1: 'yes' })).toMatchObject({ answers: { p1: true }, errors: [] });
  });

  it('takes an abstention without a reason, where votes are asked for and nowhere else', () => {
    const vote = form({ key: 'p1', ask: 'A and B', type: 'yesno', mayAbstain: true });

    expect(readFormPost(vote, post({ p1: 'abstained' }), { needsReasons: true })).toMatchObject({
      answers: { p1: 'abstained' },
      errors: [],
    });
    expect(sent({ p1: 'abstained' }).errors).toMatchObject([{ key: 'p1' }]);
  });

  it('offers to abstain on its page', () => {
    const vote = form({ key: 'p1', ask: 'A and B', type: 'yesno', mayAbstain: true });

    const { html } = formPage({ ...application, definition: vote });

    expect(html).toMatch(/<input[^>]* value="abstained"[^>]*><span>I would rather not say<\/span>/);
  });
});

describe('a form that was sent from its page', () => {
  it.each<[Question['type'], Partial<Question>, string | string[], unknown]>([
    ['text', {}, ' One.\r\nTwo. ', 'One.\nTwo.'],
    ['choice', { options: ['a', 'b'] }, 'b', 'b'],
    ['choices', { options: ['a', 'b', 'c'] }, ['c', 'a', 'c'], ['a', 'c']],
    ['scale', { min: -2, max: 2 }, '-1', -1],
    ['number', { min: 0 }, '2,5', 2.5],
    ['yesno', {}, 'no', false],
    ['date', {}, '2027-03-12', '2027-03-12'],
  ])('gives the answer to a %s', (type, rest, sent, answer) => {
    const { answers, errors } = readFormPost(form({ key: 'q', ask: 'Q?', type, ...rest }), post({ q: sent }));

    expect(answers).toEqual({ q: answer });
    expect(errors).toEqual([]);
  });

  it.each<[string, Question['type'], Partial<Question>, string]>([
    ['an option that is none', 'choice', { options: ['a', 'b'] }, 'z'],
    ['options that are none', 'choices', { options: ['a', 'b'] }, 'z'],
    ['a number off the scale', 'scale', {}, '6'],
    ['half a point of a scale', 'scale', {}, '2.5'],
    ['words for a number', 'number', {}, 'a while'],
    ['a number that is too small', 'number', { min: 1 }, '0'],
    ['a number that is too large', 'number', { max: 3 }, '4'],
    ['neither yes nor no', 'yesno', {}, 'maybe'],
    ['a day that does not exist', 'date', {}, '2027-02-30'],
    ['a text without end', 'text', {}, 'x'.repeat(5001)],
    ['nothing', 'text', {}, '  '],
  ])('refuses %s, in words', (_name, type, rest, sent) => {
    const { answers, errors } = readFormPost(form({ key: 'q', ask: 'Q?', type, ...rest }), post({ q: sent }));

    expect(answers).toEqual({});
    expect(errors).toEqual([{ key: 'q', message: expect.stringMatching(/^(Please|This) .+\.$/) }]);
  });

  it('may leave out what is optional and what does not apply', () => {
    const { errors, answers } = readFormPost(
      form(
        { key: 'role', ask: 'R?', type: 'choice', options: ['mentor', 'mentee'] },
        { key: 'room', ask: 'N?', type: 'number', when: { key: 'role', is: ['mentor'] } },
        { key: 'more', ask: 'M?', type: 'text', required: false },
      ),
      post({ role: 'mentee', room: '3', more: '', unknown: 'x', __proto__: 'y' }),
    );

    expect(errors).toEqual([]);
    expect(answers).toEqual({ role: 'mentee' });
  });

  it('carries the reason of a vote', () => {
    const { comments } = readFormPost(
      form({ key: 'pair1', ask: 'P?', type: 'yesno' }),
      post({ pair1: 'no', 'pair1.reason': ' same team ' }),
    );

    expect(comments).toEqual({ pair1: 'same team' });
  });

  it('can be a refusal, whatever else it holds', () => {
    expect(
      readFormPost(defaultProgram.forms.application, post({ decline: 'yes', role: 'both' }), { canDecline: true }),
    ).toEqual({
      answers: {},
      comments: {},
      errors: [],
      kept: [],
      declines: true,
    });
  });

  it('is no refusal where the page offers none, whatever is sent', () => {
    const { declines, errors } = readFormPost(defaultProgram.forms.application, post({ decline: 'yes', role: 'both' }));

    expect(declines).toBe(false);
    expect(errors.length).toBeGreaterThan(0);
  });

  it('gives back what is shown again because something was wrong', () => {
    const body = post(
      Object.fromEntries(
        Object.entries(mentee).map(([key, answer]) => [key, Array.isArray(answer) ? answer : String(answer)]),
      ),
    );
    const { html } = formPage({ ...application, sent: { body, errors: [] } });
    const unescaped = (words: string) => words.replace(/&#x27;/g, "'").replace(/&amp;/g, '&');
    const sent = new URLSearchParams();
    for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
      const attribute = (name: string) => unescaped(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
      if (attribute('type') === 'text' || tag.includes('checked=""'))
        sent.append(attribute('name'), attribute('value'));
    }
    for (const [, name = '', words = ''] of html.matchAll(/<textarea[^>]*\sname="([^"]*)"[^>]*>([^<]*)</g))
      sent.append(name, unescaped(words));

    expect(readFormPost(application.definition, sent)).toMatchObject({ answers: mentee, errors: [] });
  });

  it('leaves an answer as it is whose field was left as it was, unless it is taken back', () => {
    const definition = form(
      { key: 'role', ask: 'R?', type: 'choice', options: ['mentor', 'mentee'] },
      { key: 'room', ask: 'N?', type: 'number', when: { key: 'role', is: ['mentor'] } },
      { key: 'more', ask: 'M?', type: 'text', required: false },
    );
    const before = { answers: { role: 'mentor', room: 3, more: 'x' }, comments: { role: 'because' } };

    const untouched = readFormPost(definition, post({}), { before });
    const cleared = readFormPost(definition, post({ 'more.clear': 'yes' }), { before });
    const changed = readFormPost(definition, post({ role: 'mentee' }), { before });

    expect(untouched).toMatchObject({ ...before, errors: [], kept: ['role', 'room', 'more'] });
    expect(cleared.answers).toEqual({ role: 'mentor', room: 3 });
    expect(changed.answers).toEqual({ role: 'mentee', more: 'x' });
  });
});
