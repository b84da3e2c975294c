import { randomBytes } from 'node:crypto';

export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
}

/** Made anew at each start of a process, and known to nobody else: whoever can read its memory has the table anyway. */
export const credentials: Credentials = {
  accessKeyId: `local${randomBytes(16).toString('hex')}`,
  secretAccessKey: randomBytes(32).toString('hex'),
};
