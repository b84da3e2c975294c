import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { bodyOf } from './body.ts';

/** Secrets Manager, as far as functions use it: `GetSecretValue` of secrets that the template has generated. */
export class Secrets {
  readonly #values: Record<string, string>;

  constructor(folder: string, ids: readonly string[]) {
    const file = join(folder, 'secrets.json');
    this.#values = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
    for (const id of ids) this.#values[id] ??= randomBytes(48).toString('base64url');
    writeFileSync(file, JSON.stringify(this.#values), { mode: 0o600 });
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { SecretId } = JSON.parse((await bodyOf(request, 64 * 1024)).toString()) as { SecretId: string };
    const value =
      request.headers['x-amz-target'] === 'secretsmanager.GetSecretValue' ? this.#values[SecretId] : undefined;
    response.writeHead(value ? 200 : 400, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(
      JSON.stringify(
        value
          ? { ARN: SecretId, Name: SecretId, SecretString: value }
          : { __type: 'ResourceNotFoundException', message: "Secrets Manager can't find the specified secret." },
      ),
    );
  }
}
