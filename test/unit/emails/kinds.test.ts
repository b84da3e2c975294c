import { describe, expect, it, test } from 'vitest';
import { write } from '#shared/emails/index.ts';
import { checkFacts, type EmailKind, emailKinds } from '#shared/emails/kinds.ts';
import type { Draft } from '#shared/mail/queue-email.ts';
import { english } from '#shared/words/en/index.ts';
import { form, samples } from './samples.ts';

const { asked } = form({ purpose: 'application' });
const to = { person: 'per_1', occasion: 'apply' };

describe('a draft', () => {
  it('of an email with its facts and its form compiles', () => {
    const drafts: Draft[] = [
      { ...to, kind: 'invitation', form: asked },
      { ...to, kind: 'application-reminder', form: asked, facts: { nth: 1 } },
      { ...to, kind: 'stuck', facts: { kind: 'match' } },
      { ...to, kind: 'partner-proposed', facts: { partner: 'Ada', role: 'mentor', reasons: [], instead: [] } },
    ];

    expect(drafts.map(({ kind }) => kind in emailKinds)).not.toContain(false);
  });

  it('of an unknown kind, with wrong facts or without its form does not compile', () => {
    const drafts: Draft[] = [
      // @ts-expect-error: there is no such email.
      { ...to, kind: 'invitaton', form: asked },
      // @ts-expect-error: it has facts.
      { ...to, kind: 'application-reminder', form: asked },
      // @ts-expect-error: `nth` is a number.
      { ...to, kind: 'application-reminder', form: asked, facts: { nth: 'first' } },
      // @ts-expect-error: it asks a form.
      { ...to, kind: 'application-reminder', facts: { nth: 1 } },
      // @ts-expect-error: it has no facts.
      { ...to, kind: 'invitation', form: asked, facts: { nth: 1 } },
      // @ts-expect-error: it asks no form.
      { ...to, kind: 'cancelled', form: asked },
      // @ts-expect-error: a fact that it does not know.
      { ...to, kind: 'write-again', facts: { by: 'page', why: 'mistake' } },
    ];

    expect(drafts).toHaveLength(7);
  });
});

describe('facts that are checked', () => {
  it('of an unknown kind are refused by its name', () => {
    const kind: string = 'toString';

    expect(() => checkFacts(kind as EmailKind, {})).toThrow('There is no email of the kind toString.');
  });

  it('are refused when they are wrong', () => {
    expect(() => checkFacts('application-reminder', { nth: 'first' })).toThrow('nth');
    expect(() => checkFacts('application-reminder', {})).toThrow('nth');
  });

  test.each(samples)('make the same email when they were stored: $name', ({ kind, facts, context }) => {
    const stored = checkFacts(kind, facts);

    expect(write(kind, stored, context)).toEqual(write(kind, JSON.parse(JSON.stringify(facts)), context));
  });

  it('keep a name as the list has it, for whoever writes the email to show', () => {
    expect(checkFacts('partner-change', { partner: 'ADA LOVELACE' })).toEqual({ partner: 'ADA LOVELACE' });
  });
});

test('what an email that did not go out is called is said of kinds that there are', () => {
  const { what } = english.messages.coordinatorEmails.notSent;

  const named = [...what.matchAll(/^([a-z-]+) \{\{/gm)].map(([, kind = '']) => kind);

  expect(named).toContain('invitation');
  expect(named.filter((kind) => !Object.hasOwn(emailKinds, kind))).toEqual([]);
});
