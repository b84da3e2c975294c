import { describe, expect, test } from 'vitest';
import { understand } from '#domain/replies/read/values/understand-answer.ts';
import { writtenOn } from '#test/corpus/written.ts';
import { accepted, additions } from './turned.ts';

describe('no answer stands when what is added turns it, limits it or leaves it open', () => {
  const all = accepted();

  test('there are some of every type', () => {
    const types = new Set(all.map(({ question }) => question.type));

    expect(types).toEqual(new Set(['choice', 'choices', 'scale', 'number', 'yesno', 'date']));
    expect(all.length).toBeGreaterThan(1_000);
  });

  test.each(Object.entries(additions))('%s', (_, add) => {
    const standing = all.flatMap(({ question, said, value }) => {
      const understood = understand(question, add(said), writtenOn);
      const stands = understood.kind === 'answer' && JSON.stringify(understood.value) === JSON.stringify(value);
      return stands ? [`${question.ask} "${add(said)}": ${JSON.stringify(value)}`] : [];
    });

    expect(standing).toEqual([]);
  });
});
