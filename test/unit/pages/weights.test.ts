import { describe, expect, it } from 'vitest';
import { readWeights } from '#shared/pages/read-weights.ts';
import { weightsPage } from '#shared/pages/weights-page.tsx';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { cohort, now } from '../emails/samples.ts';
import { comparison, pages, sentWeights, weights } from './samples.ts';

const { factors } = defaultProgram.matching;
const read = (fields: Record<string, string>) => readWeights(factors, sentWeights(fields));
/** What a reader sees, tags and the spaces between words apart. */
const seen = (html = '') =>
  html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x27;/g, "'")
    .replace(/\s+/g, ' ');

describe('the weights that the page sends', () => {
  it.each([
    ['0', 0],
    [' 25 ', 25],
    ['2,5', 2.5],
    ['100', 100],
    ['-0', 0],
    [String(1e-7), 1e-7],
    [String(0.1 + 0.2), 0.1 + 0.2],
  ])('%j is a weight', (typed, weight) => {
    expect(read({ topics: typed })).toMatchObject({ weights: { topics: weight }, errors: [] });
  });

  it.each(['', 'a lot', '0x10', '1e1', 'Infinity', '20%', '1.2.3'])('%j is no number', (typed) => {
    expect(read({ topics: typed }).errors).toEqual([{ key: 'topics', message: expect.stringContaining('in digits') }]);
  });

  it.each(['-1', '100.5', '101', '999999999999'])('%j is out of range', (typed) => {
    expect(read({ topics: typed }).errors).toEqual([{ key: 'topics', message: expect.stringContaining('0 to 100') }]);
  });

  it('are refused when all of them are zero, for nothing is left to match by', () => {
    const zeros = Object.fromEntries(factors.map(({ id }) => [id, '0']));

    expect(read(zeros).errors).toEqual([{ key: 'topics', message: expect.stringContaining('above 0') }]);
    expect(read({ ...zeros, times: '1' }).errors).toEqual([]);
  });

  it('are only looked at unless the button says to use them', () => {
    const body = sentWeights({});
    const saves = (value: string) => {
      body.set('do', value);
      return readWeights(factors, body).saves;
    };

    expect(readWeights(factors, sentWeights({})).saves).toBe(false);
    expect([saves('show'), saves(''), saves('use')]).toEqual([false, false, true]);
  });

  it('are those that the page was shown with', () => {
    const fields = [...(pages.weights?.html ?? '').matchAll(/name="(weight\.[^"]+)"[^>]*value="([^"]*)"/g)];
    const body = new URLSearchParams(fields.map(([, name = '', value = '']): [string, string] => [name, value]));

    const given = readWeights(factors, body);

    expect(given.errors).toEqual([]);
    expect(given.weights).toEqual(
      Object.fromEntries(factors.map(({ id, weight }) => [id, id === 'topics' ? 40 : weight])),
    );
  });
});

describe('the page of weights', () => {
  it('shows what each makes up of the score, and where it comes from', () => {
    const words = seen(pages['weights-tried']?.html);

    expect(words).toContain(
      "What the mentee wants to work on 24% of the score. In use now: 40. The program's own: 30.",
    );
    expect(words).toContain('Experience 19% of the score. In use now: 10.');
    expect(words).toContain('When they could meet 5% of the score. ');
  });

  it('keeps what was typed, and says what is wrong beside the field and above', () => {
    const html = pages['weights-wrong']?.html ?? '';

    expect(html).toContain('value="a lot"');
    expect(html).toContain('value="&lt;b&gt;-1&lt;/b&gt;"');
    expect(html).toContain('<a href="#w-times">When they could meet: Please write a number from 0 to 100.</a>');
    expect(html).toMatch(/aria-describedby="w-times-hint w-times-error" aria-invalid="true"/);
    expect(seen(html)).not.toContain('of the score.');
    expect(html).toMatch(/<title>Not done yet:/);
  });

  it('says which figures change and how, which pairs come and go, and who is left', () => {
    const words = seen(pages['weights-tried']?.html);

    expect(words).toContain('2 pairs would be new, 2 would go, and 1 would stay.');
    expect(words).toContain('Pairs 15 now, 15 with these weights: no change');
    expect(words).toContain('Average score 62 now, 66 with these weights: 4 higher');
    expect(words).toContain('Lowest score 41 now, 39 with these weights: 2 lower');
    expect(words).toContain('measured by its own weights');
    expect(words).toContain('Grace Hopper as mentor of Ada Lovelace Score 71 of 100. For years of experience');
    expect(words).toContain('Pairs that would go (2) Mary Somerville as mentor of Ada Lovelace');
    expect(words).toContain('is taken. With the weights in use, Emmy has a mentor.');
    expect(words).not.toContain('Joan Clarke');
    expect(words).not.toContain('one of the two things');
  });

  it('says what is compared while nothing is proposed, and that more may apply', () => {
    const tried = (done: Record<string, string>) =>
      seen(weightsPage({ ...weights, cohort: { ...cohort, done }, comparison }).html);

    expect(tried({})).toContain('for those who have applied so far (31).');
    expect(tried({ 'apply.close': now })).toContain('for those who have applied (31).');
    expect(tried({ 'apply.close': now, 'match.open': now })).not.toContain('No pairs are proposed yet');
  });

  it('shows nobody anything that a name could do', () => {
    expect(pages['weights-tried']?.html).toContain('&lt;b&gt;Charles&lt;/b&gt; Babbage');
  });

  it('lists a hundred of a kind, and says how many more there are', () => {
    const [pair] = comparison.pairs;
    if (!pair) throw new Error('no pair');
    const many = Array.from({ length: 130 }, (_, nth) => ({
      ...pair,
      mentee: { id: `per_${nth}`, name: `Mentee ${nth}` },
    }));

    const words = seen(weightsPage({ ...weights, comparison: { ...comparison, pairs: many } }).html);

    expect(words.match(/as mentor of Mentee/g)).toHaveLength(100);
    expect(words).toContain('And 30 more');
  });

  it('says why there is nothing to compare', () => {
    const nobody = {
      ...comparison,
      ...{ before: { pairs: 0, mean: undefined, worst: undefined } },
      pairs: [],
      gone: [],
    };
    const alone = weightsPage({ ...weights, comparison: { ...nobody, after: nobody.before } });

    expect(seen(pages['weights-early']?.html)).toContain('Nobody has applied yet');
    expect(seen(alone.html)).toMatch(/Nobody who has applied can be paired.*Emmy Noether, as a mentee There are 16/);
    expect(seen(alone.html)).not.toContain('Average score');
  });

  it('says what using other weights does, before matching and during the votes', () => {
    const early = seen(weightsPage({ ...weights, cohort, now }).html);
    const voting = seen(pages.weights?.html);

    expect(early).toContain('the pairs will be proposed with them when matching opens, on Monday 22 February');
    expect(voting).toContain('the committee is asked about the new ones only');
    expect(voting).toContain('on Monday 1 March at the latest');
  });

  it('confirms that weights are in use', () => {
    expect(seen(pages['weights-used']?.html)).toContain('These weights are in use now. The pairs are proposed anew');
    expect(seen(weightsPage({ ...weights, cohort, now, isUsed: true }).html)).toContain(
      'These weights are in use now. The pairs will be proposed with them when matching opens',
    );
  });

  it('has nothing to press once the votes have ended, and shows the weights that counted', () => {
    const html = pages['weights-fixed']?.html ?? '';

    expect(html).not.toMatch(/<(form|button|input)/);
    expect(seen(html)).toContain('What the mentee wants to work on 40 (36% of the score)');
  });
});
