import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Typed } from './typist.ts';

const run = promisify(execFile);
const typist = fileURLToPath(new URL('typist.ts', import.meta.url));

export type TerminalMail = 'mutt' | 's-nail';

interface Person {
  name: string;
  address: string;
  /** Their Maildir. */
  mailbox: string;
  /** What they send mail through: a port on this machine. */
  smtpPort: number;
  /** Lines of their own for the mail program's configuration. */
  settings?: string;
}

/** Whether the mail program is here, and `script`, which gives it a terminal. */
export function hasTerminalMail(program: TerminalMail): boolean {
  const { stdout } = spawnSync('script', ['--version'], { encoding: 'utf8' });
  return (stdout ?? '').includes('util-linux') && spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
}

/**
 * Opens somebody's mailbox in a real mail program, in a terminal, and replies to the only message in it. The quotation is
 * the program's own. Resolves when the program has sent the reply and ended; rejects with what it said if it does not end.
 */
export async function replyWith(program: TerminalMail, person: Person, typed: Typed): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'telemachy-mail-'));
  try {
    const editor = join(home, 'editor');
    writeFileSync(editor, `#!/bin/sh\nexec '${process.execPath}' --no-warnings '${typist}' "$@"\n`, { mode: 0o755 });
    writeFileSync(join(home, 'typed'), JSON.stringify(typed));
    writeFileSync(join(home, '.signature'), `${person.name}\nHarbour Institute\n`);
    writeFileSync(join(home, 'settings'), `${settings[program](person, editor)}\n${person.settings ?? ''}\n`);
    const env = {
      PATH: process.env.PATH,
      HOME: home,
      TMPDIR: home,
      TYPED: join(home, 'typed'),
      MAILRC: join(home, 'settings'),
      TERM: 'xterm',
      LC_ALL: 'C.UTF-8',
    };
    await run('script', ['-qec', commands[program](person, join(home, 'settings')), '/dev/null'], {
      env,
      timeout: 30_000,
    }).catch((failure: Error & { stdout?: string }) => {
      throw new Error(`${program} did not send the reply. It said: ${failure.stdout}`, { cause: failure });
    });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

const commands: Record<TerminalMail, (person: Person, settings: string) => string> = {
  mutt: ({ mailbox }, settings) => `mutt -n -F '${settings}' -f '${mailbox}'`,
  's-nail': ({ mailbox }) => `s-nail -n -Y 'reply 1' -Y '~e' -Y '~.' -Y quit -f 'maildir://${mailbox}'`,
};

const settings: Record<TerminalMail, (person: Person, editor: string) => string> = {
  mutt: ({ name, address, smtpPort }, editor) => `
set mbox_type=Maildir folder="" copy=no
set realname="${name}" from="${address}" use_from=yes envelope_from_address="${address}"
set smtp_url="smtp://127.0.0.1:${smtpPort}/" ssl_starttls=no ssl_force_tls=no
set editor="'${editor}'" autoedit=yes fast_reply=yes include=yes reply_to=yes postpone=no quit=yes sleep_time=0
set charset=utf-8 send_charset="us-ascii:iso-8859-1:windows-1252:utf-8"
set signature="~/.signature" user_agent=yes
push "<reply><send-message><quit>"`,
  's-nail': ({ name, address, smtpPort }, editor) => `
set v15-compat sendwait quote reply-to-honour keep hold
set mta=smtp://127.0.0.1:${smtpPort} smtp-auth=none hostname=example.org
set from="${name} <${address}>" ttycharset=utf-8 sendcharsets=iso-8859-1,utf-8
set EDITOR=${editor}`,
};
