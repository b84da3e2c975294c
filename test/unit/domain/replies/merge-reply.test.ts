import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers, Question } from '#domain/forms/form.ts';
import { type AskedForm, newForm } from '#domain/forms/form-record.ts';
import { type Given, mergeReply } from '#domain/replies/outcome/merge-reply.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';

const now = '2027-01-14T10:00:00.000Z';
const questions: Question[] = [
  { key: 'role', ask: 'What would you like to be?', type: 'choice', options: ['mentor', 'mentee'] },
  { key: 'capacity', ask: 'How many?', type: 'number', when: { key: 'role', is: ['mentor'] } },
  { key: 'why', ask: 'Why?', type: 'text' },
  { key: 'more', ask: 'Anything else?', type: 'text', required: false },
];
const blank = newForm({
  id: 'form1',
  cohort: 'coh_1',
  person: 'prs_1',
  purpose: 'application',
  occasion: 'apply',
  questions,
  openedAt: '2027-01-11T09:00:00.000Z',
  expiresAt: 1_900_000_000,
});

const given = (reply: string, changes: Partial<Given> = {}): Given => ({
  reply,
  answers: {},
  unclear: [],
  comments: {},
  note: '',
  declines: false,
  ...changes,
});
const take = (form: AskedForm, ...all: Given[]) =>
  all.reduce((before, one) => mergeReply(before, one, defaultProgram, now), form);
const unclear = (key: string, said = 'a while') => ({ key, said, why: { kind: 'undecided' as const } });

describe('a form that somebody answers', () => {
  it('is complete when all that is required and applies is answered', () => {
    expect(take(blank, given('1', { answers: { role: 'mentee', why: 'to learn' } }))).toMatchObject({
      status: 'complete',
      answers: { role: 'mentee', why: 'to learn' },
      replies: [{ id: '1', at: now }],
    });
  });

  it('is partial when something is missing, also what the answers themselves make necessary', () => {
    expect(take(blank, given('1', { answers: { why: 'to learn' } })).status).toBe('partial');
    expect(take(blank, given('1', { answers: { role: 'mentor', why: 'to learn' } })).status).toBe('partial');
  });

  it('is partial when nothing was understood but they have tried', () => {
    expect(take(blank, given('1', { unclear: [unclear('role')] })).status).toBe('partial');
  });

  it('is open when they have only written a note, which is kept with its moment', () => {
    expect(take(blank, given('1', { note: 'Could we talk first?' }))).toMatchObject({
      status: 'open',
      notes: [{ at: now, text: 'Could we talk first?' }],
    });
  });

  it('is declined when they say no thanks, and keeps what they had answered', () => {
    const partial = take(blank, given('1', { answers: { role: 'mentor' } }));

    expect(take(partial, given('2', { declines: true }))).toMatchObject({
      status: 'declined',
      answers: { role: 'mentor' },
    });
  });

  it('is taken up again when they answer after having declined', () => {
    const declined = take(blank, given('1', { declines: true }));

    expect(take(declined, given('2', { answers: { role: 'mentee', why: 'I have time now' } })).status).toBe('complete');
  });

  it('leave "no thanks" as it is when a remark follows', () => {
    const declined = take(blank, given('1', { declines: true }));

    expect(take(declined, given('2', { note: 'Good luck with it' })).status).toBe('declined');
  });

  it('from the page take the place of all that was there, reasons among it', () => {
    const form = take(blank, given('1', { answers: { why: 'to learn' }, comments: { role: 'same team' } }));

    const page = take(form, given('2', { answers: { role: 'mentee' }, isWhole: true }));

    expect(page).toMatchObject({ answers: { role: 'mentee' }, comments: {}, status: 'partial' });
  });

  it('keeps the word that came last when a question is answered again', () => {
    const form = take(blank, given('1', { answers: { role: 'mentor' } }), given('2', { answers: { role: 'mentee' } }));

    expect(form.answers.role).toBe('mentee');
  });

  it('forgets what was unclear once it is answered, and keeps the rest of it', () => {
    const form = take(
      blank,
      given('1', { unclear: [unclear('capacity'), unclear('why')] }),
      given('2', { answers: { capacity: 2 } }),
    );

    expect(form.unclear).toEqual([unclear('why')]);
  });

  it('keeps the newest of what was unclear about a question', () => {
    const form = take(
      blank,
      given('1', { unclear: [unclear('capacity', 'a while')] }),
      given('2', { unclear: [unclear('capacity', 'some')] }),
    );

    expect(form.unclear).toEqual([unclear('capacity', 'some')]);
  });

  it('keeps the reasons beside votes, by question', () => {
    const form = take(
      blank,
      given('1', { comments: { p1: 'same team' } }),
      given('2', { comments: { p2: 'too far apart' } }),
    );

    expect(form.comments).toEqual({ p1: 'same team', p2: 'too far apart' });
  });

  it('is left as it was by the merging', () => {
    const before = structuredClone(blank);

    take(blank, given('1', { answers: { role: 'mentor' }, unclear: [unclear('why')], note: 'Hello' }));

    expect(blank).toEqual(before);
  });

  it('is asked by the program when it has no questions of its own', () => {
    const { questions: _, ...form } = blank;

    expect(mergeReply(form, given('1', { answers: { role: 'mentor' } }), defaultProgram, now).status).toBe('partial');
  });
});

describe('a page and a reply', () => {
  const both = take(blank, given('1', { answers: { role: 'mentor', capacity: 2, why: 'to give back' } }));

  it('differ: the page replaces all answers, for what it leaves out was taken back', () => {
    const form = take(both, given('web', { answers: { role: 'mentee', why: 'to learn' }, isWhole: true }));

    expect(form.answers).toEqual({ role: 'mentee', why: 'to learn' });
    expect(form.status).toBe('complete');
  });

  it('differ: a page that takes a required answer back makes the form partial again', () => {
    expect(take(both, given('web', { answers: { role: 'mentee' }, isWhole: true })).status).toBe('partial');
  });

  it('differ: a reply adds to what is there', () => {
    const form = take(both, given('2', { answers: { capacity: 1 } }));

    expect(form.answers).toEqual({ role: 'mentor', capacity: 1, why: 'to give back' });
  });
});

describe('replies, whatever they say', () => {
  const answers: fc.Arbitrary<Answers> = fc.record(
    { role: fc.constantFrom('mentor', 'mentee'), capacity: fc.nat({ max: 3 }), why: fc.string(), more: fc.string() },
    { requiredKeys: [] },
  );
  const anyReply = fc.record({
    reply: fc.uuid(),
    answers,
    unclear: fc.uniqueArray(
      fc.constantFrom('role', 'capacity', 'why').map((key) => unclear(key)),
      {
        maxLength: 3,
        selector: ({ key }) => key,
      },
    ),
    comments: fc.dictionary(fc.constantFrom('p1', 'p2'), fc.string(), { maxKeys: 2 }),
    note: fc.string(),
    declines: fc.boolean(),
    isWhole: fc.boolean(),
  });

  it('count once, however often they are delivered', () => {
    fc.assert(
      fc.property(
        fc.array(anyReply, { maxLength: 4 }),
        anyReply,
        fc.array(anyReply, { maxLength: 4 }),
        (a, twice, b) => {
          const once = take(blank, ...a, twice, ...b);

          expect(take(once, twice)).toBe(once);
          expect(take(blank, ...a, twice, twice, ...b, twice)).toEqual(once);
        },
      ),
    );
  });

  it('are all noted in the form', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyReply, { selector: ({ reply }) => reply }), (all) => {
        expect(take(blank, ...all).replies.map(({ id }) => id)).toEqual(all.map(({ reply }) => reply));
      }),
    );
  });

  it('to different questions give the same answers in either order', () => {
    const split = fc.tuple(answers, fc.subarray(['role', 'capacity', 'why', 'more'])).map(([all, first]) => {
      const half = (isFirst: boolean) =>
        Object.fromEntries(Object.entries(all).filter(([key]) => first.includes(key) === isFirst));
      return [given('1', { answers: half(true) }), given('2', { answers: half(false) })] as const;
    });

    fc.assert(
      fc.property(split, ([one, other]) => {
        const forwards = take(blank, one, other);
        const backwards = take(blank, other, one);

        expect(forwards.answers).toEqual(backwards.answers);
        expect(forwards.status).toBe(backwards.status);
      }),
    );
  });

  it('never make a form complete that misses a required answer, nor leave one partial that misses none', () => {
    fc.assert(
      fc.property(fc.array(anyReply, { minLength: 1, maxLength: 5 }), (all) => {
        const { answers: has, status } = take(blank, ...all);
        const isWhole =
          has.role !== undefined && has.why !== undefined && (has.role === 'mentee' || has.capacity !== undefined);

        if (status === 'complete') expect(isWhole).toBe(true);
        if (status === 'partial' || status === 'open') expect(isWhole).toBe(false);
        if (all.at(-1)?.declines) expect(status).toBe('declined');
        if (status === 'declined') expect(all.some(({ declines }) => declines)).toBe(true);
      }),
    );
  });

  it('leave a question unclear only until it is answered, and once at most', () => {
    fc.assert(
      fc.property(fc.array(anyReply, { maxLength: 5 }), anyReply, (before, last) => {
        const { answers: has, unclear: open } = take(blank, ...before, last);
        const saidNow = new Set(last.unclear.map(({ key }) => key));

        expect(open.filter(({ key }) => has[key] !== undefined && !saidNow.has(key))).toEqual([]);
        expect(new Set(open.map(({ key }) => key)).size).toBe(open.length);
      }),
    );
  });
});

describe('an answer that was read from words', () => {
  const pairs: Question[] = ['pair1', 'pair2'].map((key) => ({ key, ask: `${key}?`, type: 'yesno' }));
  const ballot: AskedForm = { ...blank, purpose: 'ballot', questions: pairs };
  const guess = (key: string, said: string) => ({ [key]: { said, sure: false } });

  it('is remembered with those words until it is given otherwise', () => {
    const worded = { role: { said: 'I need a mentor', sure: true } };
    const form = take(blank, given('1', { answers: { role: 'mentee' }, worded }));

    expect(form.worded).toEqual({ role: 'I need a mentor' });
    expect(take(form, given('2', { answers: { why: 'to learn' } })).worded).toEqual({ role: 'I need a mentor' });
    expect(take(form, given('2', { answers: { role: 'mentor' } })).worded).toBeUndefined();
  });

  it('does not act when it is a vote that we are not sure of: it is asked about, with the answer that we read', () => {
    const form = take(
      ballot,
      given('1', { answers: { pair1: true, pair2: true }, worded: guess('pair2', 'could be worse') }),
    );

    expect(form).toMatchObject({ answers: { pair1: true }, proposed: { pair2: true }, status: 'partial' });
    expect(form.unclear).toMatchObject([{ key: 'pair2', said: 'could be worse' }]);
  });

  it('takes back what was said before, when that is in doubt now', () => {
    const before = given('1', { answers: { pair1: true, pair2: true } });
    const guessed = given('2', { answers: { pair2: false }, worded: guess('pair2', 'hmm, rather not') });

    expect(take(ballot, before, guessed)).toMatchObject({ answers: { pair1: true }, status: 'partial' });
    expect(take(ballot, before, given('2', { unclear: [unclear('pair2')] })).answers).toEqual({ pair1: true });
  });

  it('stands where nothing acts on it at once', () => {
    const form = take(blank, given('1', { answers: { role: 'mentee' }, worded: guess('role', 'more of a learner') }));

    expect(form.answers).toEqual({ role: 'mentee' });
    expect(form.proposed).toBeUndefined();
  });

  it('is proposed no longer once the question has been answered, or the same reply comes again', () => {
    const guessed = given('1', { answers: { pair2: true }, worded: guess('pair2', 'could be worse') });
    const form = take(ballot, guessed);

    expect(take(form, guessed)).toBe(form);
    expect(take(form, given('2', { answers: { pair2: true } })).proposed).toBeUndefined();
  });
});

describe('confidential words that wait for their writer', () => {
  it('are put together until they are settled, and what comes after that waits anew', () => {
    const first = take(
      blank,
      given('1', { beside: { passOn: '', kept: 'We never met.' } }),
      given('2', { beside: { passOn: '', kept: 'He left.' } }),
    );
    const settled = take(first, given('3', { settles: 'offer' }));

    expect(first.offer).toEqual({ reply: '2', words: 'We never met.\n\nHe left.' });
    expect(settled.offer).toMatchObject({ settled: '3' });
    expect(take(settled, given('4', { beside: { passOn: '', kept: 'More.' } })).offer).toEqual({
      reply: '4',
      words: 'More.',
    });
  });
});
