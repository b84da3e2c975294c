import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importPKCS8, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestSystem } from '#test/harness/system/test-system.ts';

const program = new TestSystem();
beforeAll(() => program.start());
afterAll(() => program.stop());

const good = {
  iss: 'https://local.telemachy.invalid',
  aud: 'telemachy',
  sub: 'coordinator',
  scope: 'telemachy/cohorts.read',
  exp: Math.floor(Date.now() / 1000) + 60,
};

/** The status of a call with a token of these claims, signed with the system's own key. */
async function statusWith(claims: Record<string, unknown>): Promise<number> {
  const { privateKey } = JSON.parse(readFileSync(join(program.folder, 'token-key.json'), 'utf8'));
  const token = await new SignJWT({ ...good, ...claims })
    .setProtectedHeader({ alg: 'ES256' })
    .sign(await importPKCS8(privateKey, 'ES256'));
  const response = await fetch(`${program.system.url}/v1/cohorts`, { headers: { authorization: `Bearer ${token}` } });
  return response.status;
}

test.each([
  ['as it should be', {}, 200],
  ['for somebody else', { aud: 'another' }, 401],
  ['for nobody', { aud: undefined }, 401],
  ['of another issuer', { iss: 'https://issuer.example' }, 401],
  ['that has expired', { exp: good.exp - 120 }, 401],
  ['that never expires', { exp: undefined }, 401],
  ['without a scope', { scope: undefined }, 403],
  ['whose scope is no text', { scope: ['telemachy/cohorts.read'] }, 403],
  ['with other scopes', { scope: 'telemachy/cohorts.write2 openid' }, 403],
])('a token %s', async (_, claims, status) => {
  expect(await statusWith(claims)).toBe(status);
});

test('a token that is printed at a start is good for a month of real time, however fast the clock', async () => {
  const [, claims = ''] = (await program.system.token()).split('.');
  const { exp } = JSON.parse(Buffer.from(claims, 'base64url').toString());

  program.system.clock.jump(program.now + 400 * 24 * 3600 * 1000);

  const days = (exp - Date.now() / 1000) / 24 / 3600;
  expect(days).toBeGreaterThan(29);
  expect(days).toBeLessThanOrEqual(30);
  expect((await program.call('GET', '/v1/cohorts')).status).toBe(200);
});
