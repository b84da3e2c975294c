import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import PostalMime from 'postal-mime';
import { Temporal } from 'temporal-polyfill';
import { Lock } from '#infra/local/lock.ts';
import type { Course } from './drive.ts';

/** The file that says that a folder is a demo's and may be emptied by the next one. */
const marker = '.telemachy-demo';
const contents = ['data', 'mail', 'report', 'report.html', 'summary.json'];

/** A folder that cannot be used; the message says why and what to do. */
export class FolderRefused extends Error {
  override readonly name = 'FolderRefused';
}

/** Where a demo leaves what it made. */
export class Folder {
  readonly data: string;
  readonly mail: string;
  readonly report: string;
  readonly summary: string;
  readonly #root: string;

  private constructor(root: string) {
    this.#root = root;
    this.data = join(root, 'data');
    this.mail = join(root, 'mail');
    this.report = join(root, 'report.html');
    this.summary = join(root, 'summary.json');
  }

  /** Takes `path` for a new demo, without what an earlier one left there. Refuses a folder with anything else in it. */
  static fresh(path: string): Folder {
    const folder = new Folder(resolve(path));
    const there = existsSync(folder.#root) ? readdirSync(folder.#root) : [];
    const foreign = there.filter((name) => name !== marker && !contents.includes(name));
    if (there.length > 0 && (!there.includes(marker) || foreign.length > 0)) {
      throw new FolderRefused(
        `${path} holds what no demo put there (${foreign[0] ?? there[0]}). Empty it, or give another folder with --out.`,
      );
    }
    folder.#refuseIfInUse();
    for (const name of contents) rmSync(join(folder.#root, name), { recursive: true, force: true });
    mkdirSync(folder.mail, { recursive: true });
    writeFileSync(
      join(folder.#root, marker),
      'A demo of Telemachy made this folder, and the next one will empty it.\n',
    );
    return folder;
  }

  #refuseIfInUse(): void {
    if (!existsSync(join(this.data, 'lock'))) return;
    try {
      Lock.take(this.data).release();
    } catch (error) {
      throw new FolderRefused(`Another demo is running there: ${(error as Error).message.replace('--data', '--out')}`);
    }
  }

  /** A path as it is shown: from where the command was called. */
  shown(path: string): string {
    const short = relative(process.cwd(), path);
    return short.startsWith('..') ? path : short;
  }

  /** Leaves everybody's mail, one folder a person: what they got, and in `sent` what they wrote. */
  keepMail({ received, sent }: Course, timeZone: string, read: (file: string) => Buffer): void {
    const all = [
      ...received.map(({ to, at, file, letter }) => ({
        owner: to,
        part: '',
        at,
        subject: letter.subject,
        raw: read(file),
      })),
      ...sent.map(({ person, draft, raw, form }) => ({
        owner: person,
        part: 'sent',
        at: draft.at,
        subject: `reply to the ${form}`,
        raw,
      })),
    ];
    for (const { owner, part, at, subject, raw } of all) {
      const folder = join(this.mail, owner, part);
      mkdirSync(folder, { recursive: true });
      writeFileSync(unused(folder, `${stamp(at, timeZone)} ${words(subject)}`), raw);
    }
  }

  /** Leaves the report as leadership reads it, with its pictures in it, and its attachments beside it. */
  async keepReport(raw: Buffer): Promise<void> {
    const mail = await PostalMime.parse(raw);
    const bytes = (content: string | ArrayBuffer | Uint8Array) =>
      typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as ArrayBuffer);
    let html = mail.html ?? `<pre>${mail.text ?? ''}</pre>`;
    for (const [index, { contentId, content, mimeType, filename, disposition }] of mail.attachments.entries()) {
      const id = contentId?.replace(/^<|>$/g, '');
      if (id) html = html.replaceAll(`cid:${id}`, `data:${mimeType};base64,${bytes(content).toString('base64')}`);
      if (id && disposition !== 'attachment') continue;
      mkdirSync(join(this.#root, 'report'), { recursive: true });
      writeFileSync(join(this.#root, 'report', words(filename ?? `attachment ${index + 1}`)), bytes(content));
    }
    writeFileSync(this.report, html);
  }

  keepSummary(summary: object): void {
    writeFileSync(this.summary, `${JSON.stringify(summary, null, 2)}\n`);
  }
}

/** "2027-03-01 09.00", which sorts and is a file name everywhere. */
function stamp(at: number, timeZone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDateTime();
  return local.toString({ smallestUnit: 'minute' }).replace('T', ' ').replace(':', '.');
}

function words(subject: string): string {
  return (
    subject
      .replace(/[^\p{L}\p{N}.,' -]+/gu, '')
      .trim()
      .slice(0, 80) || 'message'
  );
}

/** A file name that is not taken yet. */
function unused(folder: string, name: string): string {
  for (let count = 1; ; count += 1) {
    const path = join(folder, `${name}${count === 1 ? '' : ` ${count}`}.eml`);
    if (!existsSync(path)) return path;
  }
}
