import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { env, required } from './env.ts';

const secrets = new SecretsManagerClient({});
let known: Promise<string> | undefined;

/** The key that links and reply addresses are signed with. Fetched once per process; a failed fetch is tried again. */
export function signingKey(): Promise<string> {
  known ??= fetchKey().catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

async function fetchKey(): Promise<string> {
  const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: required(env.signingSecret) }));
  if (!SecretString) throw new Error('The signing secret is empty.');
  return SecretString;
}
