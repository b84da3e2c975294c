import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { env, required } from './env.ts';
import { signed, type TokenUse, verified } from './ids.ts';

/**
 * Links and reply addresses are signed with the newest key. What was signed with the one before is taken, too, until its
 * label (AWSPREVIOUS) is removed: a key that has leaked can be replaced without ending every link that is in the mail.
 */
interface Keys {
  newest: string;
  before: string | undefined;
  /** Milliseconds since the process began. */
  fetchedAt: number;
}

/** A process asks for the keys again after this many milliseconds: a new one is in use everywhere by then. */
const fresh = 5 * 60_000;

/** What nothing seems to have signed may be signed with a key that came since we asked; forgeries don't make us ask more often. */
const freshForDoubts = 30_000;

const secrets = new SecretsManagerClient({});
let known: Promise<Keys> | undefined;

/** `<id>.<mac>`, good for this use alone. */
export async function tokenFor(use: TokenUse, id: string): Promise<string> {
  return signed((await keys(fresh)).newest, use, id);
}

/** The id in a token that we signed for this use, or undefined. */
export async function idIn(use: TokenUse, token: string): Promise<string | undefined> {
  return idBy(await keys(fresh), use, token) ?? idBy(await keys(freshForDoubts), use, token);
}

function idBy({ newest, before }: Keys, use: TokenUse, token: string): string | undefined {
  return verified(newest, use, token) ?? (before === undefined ? undefined : verified(before, use, token));
}

/** A failed fetch is tried again by whoever asks next; until then the keys that we have are as good as they were. */
async function keys(age: number): Promise<Keys> {
  const held = await known;
  if (held && performance.now() - held.fetchedAt < age) return held;
  known = fetchKeys().catch((error: unknown) => {
    known = held && Promise.resolve(held);
    if (held) return held;
    throw error;
  });
  return known;
}

async function fetchKeys(): Promise<Keys> {
  const fetchedAt = performance.now();
  const [newest, before] = await Promise.all([keyAt('AWSCURRENT'), keyAt('AWSPREVIOUS')]);
  if (!newest) throw new Error('The signing secret is empty.');
  return { newest, before, fetchedAt };
}

async function keyAt(stage: 'AWSCURRENT' | 'AWSPREVIOUS'): Promise<string | undefined> {
  try {
    const asked = { SecretId: required(env.signingSecret), VersionStage: stage };
    return (await secrets.send(new GetSecretValueCommand(asked))).SecretString;
  } catch (error) {
    if (stage === 'AWSPREVIOUS' && error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}
