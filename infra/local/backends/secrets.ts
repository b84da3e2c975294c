import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import * as z from 'zod';
import { bodyOf } from '../http/body.ts';

const Kept = z.record(z.string(), z.string());
const Wanted = z.object({ SecretId: z.string(), VersionStage: z.string().default('AWSCURRENT') });

/** Secrets Manager, as far as functions use it: `GetSecretValue` of secrets that the template has generated, each of one version. */
export class Secrets {
  readonly #values: ReadonlyMap<string, string>;

  constructor(folder: string, ids: readonly string[]) {
    const file = join(folder, 'secrets.json');
    const values = new Map(existsSync(file) ? Object.entries(Kept.parse(JSON.parse(readFileSync(file, 'utf8')))) : []);
    for (const id of ids) if (!values.has(id)) values.set(id, randomBytes(48).toString('base64url'));
    writeFileSync(file, JSON.stringify(Object.fromEntries(values)), { mode: 0o600 });
    this.#values = values;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const wanted = wantedIn((await bodyOf(request, 64 * 1024)).toString());
    const isAsked = request.headers['x-amz-target'] === 'secretsmanager.GetSecretValue';
    const id = isAsked && wanted?.VersionStage === 'AWSCURRENT' ? wanted.SecretId : undefined;
    const value = id === undefined ? undefined : this.#values.get(id);
    response.writeHead(value ? 200 : 400, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(
      JSON.stringify(
        value
          ? { ARN: id, Name: id, SecretString: value }
          : { __type: 'ResourceNotFoundException', message: "Secrets Manager can't find the specified secret." },
      ),
    );
  }
}

function wantedIn(body: string): z.infer<typeof Wanted> | undefined {
  try {
    return Wanted.parse(JSON.parse(body));
  } catch {
    return undefined;
  }
}
