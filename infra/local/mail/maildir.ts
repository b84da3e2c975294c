import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** One message in a person's mailbox. */
export interface Letter {
  /** Stays the same when the message is marked; safe in a path and in a URL. */
  id: string;
  file: string;
  /** When it arrived, in milliseconds since 1970 of the system's time. */
  at: number;
  seen: boolean;
  answered: boolean;
}

export interface Person {
  address: string;
  messages: number;
  unread: number;
  newest: Letter | undefined;
}

type Flag = 'R' | 'S';

/** One Maildir (https://cr.yp.to/proto/maildir.html) per address under `root`, which mail programs can open too. */
export class Maildirs {
  readonly root: string;
  readonly #ready = new Set<string>();

  constructor(root: string) {
    this.root = root;
  }

  /**
   * Delivers `raw` under a name made of `at` and `id`: written to tmp/, flushed, then renamed to new/, so a reader sees
   * all of it or nothing. Delivering the same `id` of the same moment again changes nothing. Returns the file.
   * Lines end as this machine's do, as every mail program that opens a Maildir expects; s-nail reads no message of ours
   * whose lines end as on the wire.
   * Throws a RangeError when the address cannot name a folder.
   */
  async deliver(address: string, raw: Uint8Array, { at, id }: { at: number; id: string }): Promise<string> {
    const folder = await this.#folder(address);
    const name = letterName(at, id);
    const there = await this.#find(folder, name);
    if (there) return there;

    const draft = join(folder, 'tmp', name);
    const file = await open(draft, 'w', 0o600);
    try {
      await file.writeFile(withoutReturns(raw));
      await file.utimes(at / 1000, at / 1000);
      await file.sync();
    } finally {
      await file.close();
    }
    const arrived = join(folder, 'new', name);
    await rename(draft, arrived);
    await flushFolder(join(folder, 'new'));
    return arrived;
  }

  /** Whether this address has a mailbox here: somebody whom the system has written to. */
  has(address: string): boolean {
    try {
      return existsSync(join(this.root, folderName(address)));
    } catch {
      return false;
    }
  }

  /** Everybody who has a mailbox, latest mail first. */
  async people(): Promise<Person[]> {
    const folders = await readdir(this.root, { withFileTypes: true }).catch(absent);
    const people: Person[] = [];
    for (const folder of folders) {
      const address = folder.isDirectory() ? folderAddress(folder.name) : undefined;
      if (address === undefined) continue;
      const letters = await this.#letters(join(this.root, folder.name));
      people.push({
        address,
        messages: letters.length,
        unread: letters.filter((letter) => !letter.seen).length,
        newest: letters[0],
      });
    }
    return people.sort((a, b) => (b.newest?.at ?? 0) - (a.newest?.at ?? 0) || (a.address < b.address ? -1 : 1));
  }

  /** A page of a person's mail, newest first, and how much there is in all. Nobody's mail is an empty page. */
  async list(
    address: string,
    { offset = 0, limit = 50 }: { offset?: number; limit?: number } = {},
  ): Promise<{ total: number; letters: Letter[] }> {
    const letters = await this.#letters(join(this.root, folderName(address)));
    return { total: letters.length, letters: letters.slice(offset, offset + limit) };
  }

  /** The message with that id, or undefined. */
  async find(address: string, id: string): Promise<Letter | undefined> {
    const file = await this.#find(join(this.root, folderName(address)), id);
    return file === undefined ? undefined : letter(file);
  }

  /** The first `limit` bytes of a message. */
  async read({ file }: Letter, limit = Number.POSITIVE_INFINITY): Promise<Buffer> {
    const handle = await open(file, 'r');
    try {
      const { size } = await handle.stat();
      const bytes = Buffer.alloc(Math.min(size, limit));
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
      return bytes.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  }

  /** Notes that a message was seen ('S') or answered ('R'), in its file's name as Maildir has it. */
  async mark({ file, id }: Letter, flag: Flag): Promise<Letter> {
    const flags = new Set([...flagsOf(basename(file)), flag]);
    const folder = join(file, '..', '..');
    const marked = join(folder, 'cur', `${id}:2,${[...flags].sort().join('')}`);
    if (marked !== file) await rename(file, marked);
    return letter(marked);
  }

  async #folder(address: string): Promise<string> {
    const folder = join(this.root, folderName(address));
    if (!this.#ready.has(folder)) {
      for (const part of ['tmp', 'new', 'cur']) await mkdir(join(folder, part), { recursive: true, mode: 0o700 });
      this.#ready.add(folder);
    }
    return folder;
  }

  async #find(folder: string, id: string): Promise<string | undefined> {
    if (!/^\w[\w.=-]{0,199}$/.test(id)) return undefined;
    const fresh = join(folder, 'new', id);
    const isFresh = await stat(fresh).then(
      (found) => found.isFile(),
      () => false,
    );
    if (isFresh) return fresh;
    const names = await readdir(join(folder, 'cur')).catch(absent);
    const name = names.find((one) => one === id || one.startsWith(`${id}:`));
    return name === undefined ? undefined : join(folder, 'cur', name);
  }

  async #letters(folder: string): Promise<Letter[]> {
    const letters: Letter[] = [];
    for (const part of ['new', 'cur']) {
      for (const name of await readdir(join(folder, part)).catch(absent)) {
        if (!name.startsWith('.')) letters.push(await letter(join(folder, part, name)));
      }
    }
    return letters.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  }
}

/**
 * The folder name of an address: lower case, everything unusual percent-encoded, so it holds no separator, is never
 * hidden or `..`, means the same on case-insensitive disks, and can be read back. Throws a RangeError when it gets
 * longer than the 255 bytes that a file name may have.
 */
export function folderName(address: string): string {
  const name = Array.from(new TextEncoder().encode(address.toLowerCase()), (byte, at) => {
    const character = String.fromCharCode(byte);
    const isPlain = /[a-z0-9@_+.-]/.test(character) && !(at === 0 && character === '.');
    return isPlain ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
  if (name === '' || name.length > 255)
    throw new RangeError(`An address of ${address.length} characters has no mailbox.`);
  return name;
}

function folderAddress(name: string): string | undefined {
  try {
    const address = decodeURIComponent(name);
    return folderName(address) === name ? address : undefined;
  } catch {
    return undefined;
  }
}

/** Lines that end in a line feed alone, instead of the carriage return and line feed of SMTP. */
function withoutReturns(raw: Uint8Array): Uint8Array {
  const kept = new Uint8Array(raw.length);
  let length = 0;
  for (let at = 0; at < raw.length; at += 1) {
    if (raw[at] === 13 && raw[at + 1] === 10) continue;
    kept[length] = raw[at] ?? 0;
    length += 1;
  }
  return kept.subarray(0, length);
}

/** `<seconds>.M<microseconds>_<id>.telemachy`, as Maildir names go. */
function letterName(at: number, id: string): string {
  const micros = String((at % 1000) * 1000).padStart(6, '0');
  return `${Math.floor(at / 1000)}.M${micros}_${id.replace(/[^\w-]/g, '_')}.telemachy`;
}

async function letter(file: string): Promise<Letter> {
  const name = basename(file);
  const flags = flagsOf(name);
  const named = /^(\d{1,12})\.M(\d{1,6})/.exec(name);
  // Mail that another program put here has other names: then the file's own time has to do.
  const at = named
    ? Number(named[1]) * 1000 + Math.floor(Number(named[2]) / 1000)
    : await stat(file).then(
        (found) => found.mtimeMs,
        () => 0,
      );
  return { id: name.split(':')[0] ?? name, file, at, seen: flags.includes('S'), answered: flags.includes('R') };
}

function flagsOf(name: string): string {
  return /:2,([A-Z]*)$/i.exec(name)?.[1] ?? '';
}

function absent(failure: NodeJS.ErrnoException): never[] {
  if (failure.code === 'ENOENT' || failure.code === 'ENOTDIR') return [];
  throw failure;
}

/** A rename lasts through a power cut only when its folder was flushed too. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
