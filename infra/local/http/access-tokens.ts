import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importPKCS8, importSPKI, jwtVerify, SignJWT } from 'jose';

export interface Claims {
  [claim: string]: unknown;
}

const issuer = 'https://local.telemachy.invalid';
const audience = 'telemachy';

/** Days for which a token is good: long enough for a trial, and each start prints another one. */
const goodForDays = 30;

/** Signs and checks access tokens with a key of this system's own, with the claims and scopes that an issuer would give. */
export class Tokens {
  readonly #private: string;
  readonly #public: string;

  constructor(folder: string) {
    const file = join(folder, 'token-key.json');
    if (!existsSync(file)) {
      const { privateKey, publicKey } = generateKeyPairSync('ec', {
        namedCurve: 'P-256',
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
        publicKeyEncoding: { type: 'spki', format: 'pem' },
      });
      writeFileSync(file, JSON.stringify({ privateKey, publicKey }), { mode: 0o600 });
    }
    const { privateKey, publicKey } = JSON.parse(readFileSync(file, 'utf8')) as {
      privateKey: string;
      publicKey: string;
    };
    this.#private = privateKey;
    this.#public = publicKey;
  }

  /** A token for `sub` with these scopes. It expires in real time: years may pass in an hour of a fast clock. */
  async issue(sub: string, scopes: readonly string[]): Promise<string> {
    return new SignJWT({ scope: scopes.join(' '), client_id: sub, token_use: 'access' })
      .setProtectedHeader({ alg: 'ES256' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(sub)
      .setIssuedAt()
      .setExpirationTime(`${goodForDays} days`)
      .sign(await importPKCS8(this.#private, 'ES256'));
  }

  /** The claims of a token that is ours and still good, or undefined. */
  async check(token: string): Promise<Claims | undefined> {
    try {
      const { payload } = await jwtVerify(token, await importSPKI(this.#public, 'ES256'), {
        issuer,
        audience,
        algorithms: ['ES256'],
        requiredClaims: ['exp'],
      });
      return payload;
    } catch {
      return undefined;
    }
  }
}
