import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base32, derivedId, randomId, signed, type TokenUse, verified } from '#shared/ids.ts';

const secret = 'a secret of this test';
const uses: TokenUse[] = ['reply', 'page', 'stop'];
const bytes = (text: string) => new TextEncoder().encode(text);

/** Ids as we make them, and the pair of ids in the link that ends all mail. */
const ids = fc.oneof(
  fc.string().map((text) => derivedId('', text)),
  fc.string().map((text) => derivedId('prs', text)),
  fc.tuple(fc.string(), fc.string()).map(([a, b]) => `${derivedId('coh', a)}~${derivedId('prs', b)}`),
);

describe('base32', () => {
  it.each([
    ['', ''],
    ['f', 'my'],
    ['fo', 'mzxq'],
    ['foo', 'mzxw6'],
    ['foob', 'mzxw6yq'],
    ['fooba', 'mzxw6ytb'],
    ['foobar', 'mzxw6ytboi'],
  ])('writes "%s" as RFC 4648 does (section 10), in small letters and without padding', (text, written) => {
    expect(base32(bytes(text))).toBe(written);
  });

  it('uses letters and digits that survive any mail server, eight for five bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (given) => {
        expect(base32(given)).toMatch(/^[a-z2-7]*$/);
        expect(base32(given)).toHaveLength(Math.ceil((given.length * 8) / 5));
      }),
    );
  });

  it('writes different bytes differently', () => {
    const pairs = fc.tuple(fc.uint8Array({ maxLength: 12 }), fc.uint8Array({ maxLength: 12 }));

    fc.assert(
      fc.property(pairs, ([one, other]) => {
        expect(base32(one) === base32(other)).toBe(Buffer.from(one).equals(other));
      }),
    );
  });
});

describe('ids', () => {
  it('that are derived are the same for the same things, and for no others', () => {
    expect(derivedId('eml', 'ada', 'invitation')).toBe(derivedId('eml', 'ada', 'invitation'));
    const others = [
      derivedId('eml', 'ada', 'invitation', ''),
      derivedId('eml', 'adainvitation'),
      derivedId('eml', 'invitation', 'ada'),
      derivedId('rpl', 'ada', 'invitation'),
    ];
    expect(new Set([derivedId('eml', 'ada', 'invitation'), ...others]).size).toBe(5);
  });

  it('that are derived do not mix up what they are derived from', () => {
    const lists = fc.array(fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '#'), maxLength: 3 }), {
      minLength: 1,
      maxLength: 3,
    });

    fc.assert(
      fc.property(lists, lists, (one, other) => {
        expect(derivedId('x', ...one) === derivedId('x', ...other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
    for (const separator of ['', ',', ' ', '\n', '#', '","']) {
      expect(derivedId('x', 'a', 'b'), separator).not.toBe(derivedId('x', `a${separator}b`));
    }
  });

  it('have a prefix and sixteen letters and digits, or these alone', () => {
    expect(derivedId('coh', 'a')).toMatch(/^coh_[a-z2-7]{16}$/);
    expect(derivedId('', 'a')).toMatch(/^[a-z2-7]{16}$/);
    expect(randomId('coh')).toMatch(/^coh_[a-z2-7]{16}$/);
  });

  it('that are random are new each time', () => {
    expect(new Set(Array.from({ length: 1000 }, () => randomId('x'))).size).toBe(1000);
  });
});

describe('a token', () => {
  const anyToken = fc.record({ id: ids, use: fc.constantFrom(...uses) });

  it('gives back the id that was signed', () => {
    fc.assert(
      fc.property(anyToken, ({ id, use }) => {
        expect(verified(secret, use, signed(secret, use, id))).toBe(id);
      }),
    );
  });

  it('is good whatever mail servers do to its case', () => {
    fc.assert(
      fc.property(fc.mixedCase(anyToken.map(({ id }) => signed(secret, 'reply', id))), (token) => {
        expect(verified(secret, 'reply', token)).toBe(token.toLowerCase().split('.')[0]);
      }),
    );
  });

  it('for one use is good for no other', () => {
    fc.assert(
      fc.property(anyToken, fc.constantFrom(...uses), ({ id, use }, other) => {
        fc.pre(use !== other);

        expect(verified(secret, other, signed(secret, use, id))).toBeUndefined();
      }),
    );
  });

  it('for one id is good for no other', () => {
    fc.assert(
      fc.property(ids, ids, fc.constantFrom(...uses), (id, other, use) => {
        fc.pre(id !== other);
        const [, mac] = signed(secret, use, id).split('.');

        expect(verified(secret, use, `${other}.${mac}`)).toBeUndefined();
      }),
    );
  });

  it('made with another secret is good for nothing', () => {
    fc.assert(
      fc.property(anyToken, fc.string(), ({ id, use }, other) => {
        fc.pre(other !== secret);

        expect(verified(secret, use, signed(other, use, id))).toBeUndefined();
      }),
    );
  });

  it('with one character changed, added or taken away is good for nothing', () => {
    const alphabet = 'abcdefghijklmnopqrstuvwxyz234567.~_-'.split('');
    const changes = fc.record({
      of: anyToken,
      where: fc.nat(),
      taken: fc.integer({ min: 0, max: 1 }),
      put: fc.constantFrom('', ...alphabet),
    });

    fc.assert(
      fc.property(changes, ({ of: { id, use }, where, taken, put }) => {
        const token = signed(secret, use, id);
        const at = where % (token.length + 1);
        const forged = token.slice(0, at) + put + token.slice(at + taken);
        fc.pre(forged !== token);

        expect(verified(secret, use, forged)).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['.', '.more', '.mzxw6ytb', ' ', '@harbour.example.org'])(
    'with "%s" after it is good for nothing',
    (more) => {
      expect(verified(secret, 'reply', `${signed(secret, 'reply', 'form1')}${more}`)).toBeUndefined();
    },
  );

  it.each([
    '',
    '.',
    '..',
    'form1',
    'form1.',
    '.mzxw6ytb',
    'form1.mzxw6ytb',
    'form1.mzxw6ytb.more',
    ' form1.mzxw6ytb',
    `${'x'.repeat(100_000)}.${'y'.repeat(26)}`,
    `form1.${'é'.repeat(26)}`,
    `form1.${'\u{1F600}'.repeat(13)}`,
    'form1.\u0000\u0000',
  ])('is not "%.40s", and looking at it throws nothing', (token) => {
    expect(verified(secret, 'page', token)).toBeUndefined();
  });

  it('is not any text that somebody may send', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (text) => {
        expect(verified(secret, 'reply', text)).toBeUndefined();
      }),
    );
  });

  it('of an id that is longer than any of ours is refused, although we signed it', () => {
    expect(verified(secret, 'page', signed(secret, 'page', 'x'.repeat(80)))).toBe('x'.repeat(80));
    expect(verified(secret, 'page', signed(secret, 'page', 'x'.repeat(81)))).toBeUndefined();
  });

  it('has the same length for ids of the same length, and fits into the local part of a reply address', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const local = `r+${signed(secret, 'reply', derivedId('', text))}`;

        expect(local).toHaveLength('r+'.length + 16 + '.'.length + 26);
        expect(local.length).toBeLessThanOrEqual(64);
        expect(local).toMatch(/^[a-z0-9+.]+$/);
      }),
    );
  });
});
