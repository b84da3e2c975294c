import { expect, test } from 'vitest';
import { write } from '#shared/emails/index.ts';
import { renderHtml } from '#shared/emails/render/html.tsx';
import { renderText } from '#shared/emails/render/plain-text.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { unmarkedIn, wordsShown } from '#test/harness/mail/unmarked.ts';
import { type Sample, samples } from './samples.ts';

const program = textsIn([defaultProgram.forms, defaultProgram.objectives, defaultProgram.schedule]).flatMap((text) =>
  text.split(/\{\$\w+\}/).map((part) => part.replace(/^\P{L}+/u, '')),
);

test.each(samples.map((sample): [string, Sample] => [sample.name, sample]))(
  '%s says nothing outside of messages',
  (_, { kind, facts, context }) => {
    const cohort = { ...context.cohort, language: 'en-XA' };
    const email = write(kind, JSON.parse(JSON.stringify(facts)), { ...context, cohort });
    const { name, organisation, coordinator, committee, leadership } = cohort;
    const names = [coordinator, ...committee, ...leadership, context.person].map((one) => one.name);
    const texts = textsIn([facts, context.form ?? [], names, name, organisation, 'Telemachy']);
    const own = [...texts, ...names.flatMap((one) => one.split(' ')), ...program];

    expect(
      [email.subject, renderText(email), wordsShown(renderHtml(email))].flatMap((text) => unmarkedIn(text, own)),
    ).toEqual([]);
  },
);

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
