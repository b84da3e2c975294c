import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { whatIsWrongWith } from '#infra/local/mail/relay.ts';
import type { SystemOptions } from '#infra/local/system-options.ts';
import { fail } from './command-line.ts';

/** The options that belong together: mail that is really sent is from somebody, is answered, and has links that lead somewhere. */
interface RelayValues {
  smtp?: string | undefined;
  from?: string | undefined;
  'reply-domain'?: string | undefined;
  'pages-url'?: string | undefined;
  'smtp-password-file'?: string | undefined;
  'smtp-in-clear'?: boolean | undefined;
}

/** Where the password is found unless a file is named. */
const passwordVariable = 'TELEMACHY_SMTP_PASSWORD';

const wanted = {
  smtp: 'the server to send through, such as smtp://user@mail.example.org:587',
  from: 'whom mail comes from, such as mentoring@example.org',
  'reply-domain': 'the domain that replies go to, such as reply.example.org',
  'pages-url': 'where links in emails lead, such as https://mentoring.example.org',
} as const;
const names = Object.keys(wanted) as (keyof typeof wanted)[];

/** Domain names as the CDK settings take them. */
const DomainName = z.string().regex(/^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/);

/**
 * What a system needs to really send mail; nothing when none of the options is given. Ends the command when one is missing or
 * can't be right, all of it at once, and when the server does not answer or does not want us: within seconds, and before
 * anything is started.
 */
export async function relayOf(values: RelayValues): Promise<Pick<SystemOptions, 'relay' | 'names' | 'pagesUrl'>> {
  if (names.every((name) => values[name] === undefined)) return {};
  const missing = names.filter((name) => !values[name]);
  if (missing.length > 0) {
    const given = names.filter((name) => values[name]).map((name) => `--${name}`);
    fail(
      [
        `Really sending mail takes all four of ${names.map((name) => `--${name}`).join(', ')}; ${given.join(', ') || 'none'} is given. Missing:`,
        ...missing.map((name) => `  --${name}: ${wanted[name]}`),
      ].join('\n'),
    );
  }
  const { smtp = '', from = '' } = values;
  const sender = from.toLowerCase();
  const replyDomain = (values['reply-domain'] ?? '').toLowerCase();
  const domain = sender.split('@').at(-1) ?? '';
  const pagesUrl = (values['pages-url'] ?? '').replace(/\/+$/, '');
  const faults = {
    smtp: /^smtps?:$/.test(urlOf(smtp)?.protocol ?? '') && urlOf(smtp)?.hostname,
    from: z.email().safeParse(sender).success && DomainName.safeParse(domain).success,
    'reply-domain': DomainName.safeParse(replyDomain).success,
    'pages-url': /^https?:$/.test(urlOf(pagesUrl)?.protocol ?? ''),
  };
  const wrong = names.filter((name) => !faults[name]);
  // Not what was given of --smtp: it holds a password, and terminals are looked at by others.
  const shown = (name: keyof RelayValues) => (name === 'smtp' ? 'this' : `"${values[name]}"`);
  if (wrong.length > 0) fail(wrong.map((name) => `--${name} is ${wanted[name]}, not ${shown(name)}.`).join('\n'));
  const relay = { url: smtp, password: passwordFor(smtp, values), inClear: values['smtp-in-clear'] };
  const trouble = await whatIsWrongWith(relay);
  if (trouble) {
    const isInClear = trouble.includes("can't encrypt") ? '\nGive --smtp-in-clear to send all the same.' : '';
    fail(`--smtp: ${trouble}${isInClear}\nNothing was started.`);
  }
  return { relay, names: { domain, replyDomain, sender }, pagesUrl };
}

/** The password of the user that the server's URL names. Ends the command when it is in the URL, or nowhere. */
function passwordFor(smtp: string, { 'smtp-password-file': file }: RelayValues): string | undefined {
  const elsewhere = `Put it into ${passwordVariable}, or into a file that --smtp-password-file names.`;
  const { username, password } = new URL(smtp);
  if (password) fail(`--smtp holds a password, which everybody on this machine can see. ${elsewhere}`);
  if (!username) return undefined;
  const given = file === undefined ? process.env[passwordVariable] : firstLineOf(file);
  return given ? given : fail(`--smtp names a user, and there is no password. ${elsewhere}`);
}

function firstLineOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/)[0] ?? '';
  } catch (error) {
    return fail(`--smtp-password-file: ${(error as Error).message}`);
  }
}

function urlOf(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
