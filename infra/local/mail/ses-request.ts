import { field, mailboxes, readHeaders } from './headers.ts';
import { folderName } from './maildir.ts';

/** A refusal as SES words it: the SDK throws an error with this name and message. */
export class SesError extends Error {
  readonly status: number;

  constructor(name: string, message: string, status = 400) {
    super(message);
    this.name = name;
    this.status = status;
  }
}

export interface SendRawEmail {
  raw: Buffer;
  /** As given, which may hold a name: `Harbour <mentoring@example.org>`. */
  source: string;
  sender: string;
  /** Whom its reader sees it come from. */
  from: string;
  fromDomain: string;
  recipients: string[];
  configurationSet: string | undefined;
  tags: { name: string; value: string }[];
}

export interface Limits {
  maxBytes: number;
  /** Domains and addresses that mail may come from; undefined allows all. */
  identities: readonly string[] | undefined;
  /** Configuration sets that exist; undefined allows all. */
  configurationSets: readonly string[] | undefined;
  region: string;
}

/** SES takes 50 recipients a message, To, Cc and Bcc together. */
const MAX_RECIPIENTS = 50;

/** Reads the form of a SendRawEmail request. Throws a SesError for what SES refuses. */
export function parseSendRawEmail(form: URLSearchParams, limits: Limits): SendRawEmail {
  const raw = decodeMessage(form.get('RawMessage.Data'), limits.maxBytes);
  const { headers } = readHeaders(raw, raw.length);
  const senders = headers.filter(({ name }) => name.toLowerCase() === 'from');
  if (senders.length === 0) throw new SesError('InvalidParameterValue', "Missing required header 'From'.");
  if (senders.length > 1) throw new SesError('InvalidParameterValue', "Duplicate header 'From'.");

  const source = form.get('Source') ?? senders[0]?.value ?? '';
  const sender = oneAddress(source);
  const from = oneAddress(senders[0]?.value ?? '');
  checkIdentities([sender, from], limits);

  const configurationSet = form.get('ConfigurationSetName') ?? undefined;
  if (configurationSet !== undefined && limits.configurationSets?.includes(configurationSet) === false) {
    throw new SesError('ConfigurationSetDoesNotExist', `Configuration set <${configurationSet}> does not exist.`);
  }
  const given = members(form, 'Destinations');
  const named = ['To', 'Cc', 'Bcc'].flatMap((name) => mailboxes(field(headers, name)).map(({ address }) => address));
  return {
    raw,
    source,
    sender,
    from,
    fromDomain: domainOf(from),
    recipients: parseRecipients(given.length > 0 ? given : named),
    configurationSet,
    tags: parseTags(form),
  };
}

function decodeMessage(data: string | null, maxBytes: number): Buffer {
  if (data === null || data === '') throw new SesError('ValidationError', 'RawMessage.Data is required.');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(data)) {
    throw new SesError('MalformedInput', 'RawMessage.Data is not Base64.');
  }
  const raw = Buffer.from(data, 'base64');
  if (raw.length > maxBytes) {
    throw new SesError('InvalidParameterValue', `Message length is more than ${maxBytes} bytes long: '${raw.length}'.`);
  }
  return raw;
}

function parseRecipients(given: readonly string[]): string[] {
  const recipients = new Map<string, string>();
  for (const one of given) {
    const address = oneAddress(one);
    recipients.set(address.toLowerCase(), address);
  }
  if (recipients.size === 0) throw new SesError('InvalidParameterValue', 'Missing destination.');
  if (given.length > MAX_RECIPIENTS) {
    throw new SesError('InvalidParameterValue', `Recipient count exceeds ${MAX_RECIPIENTS}.`);
  }
  return [...recipients.values()];
}

/** The address in `ada@example.org` or `Ada <ada@example.org>`. SES knows no SMTPUTF8: addresses are ASCII. */
function oneAddress(asGiven: string): string {
  const [only, ...others] = mailboxes(asGiven);
  const address = only?.address ?? '';
  const at = address.lastIndexOf('@');
  if (at <= 0 || at === address.length - 1) {
    throw new SesError('InvalidParameterValue', `Missing final '@domain' (${shown(asGiven)}).`);
  }
  // A line break here would add a header.
  if (!/^[\x21-\x7e]+$/.test(address.slice(0, at)) || /\p{Cc}/u.test(asGiven) || others.length > 0) {
    throw new SesError(
      'InvalidParameterValue',
      `Local address contains control, whitespace or non-ASCII (${shown(asGiven)}).`,
    );
  }
  if (!/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(address.slice(at + 1)) || address.length > 320) {
    throw new SesError('InvalidParameterValue', `Domain contains illegal character (${shown(asGiven)}).`);
  }
  try {
    folderName(address);
  } catch {
    throw new SesError('InvalidParameterValue', `Address is too long (${shown(asGiven)}).`);
  }
  return address;
}

function checkIdentities(addresses: readonly string[], { identities, region }: Limits): void {
  if (identities === undefined) return;
  const known = new Set(identities.map((one) => one.toLowerCase()));
  const unknown = addresses.filter((one) => !known.has(one.toLowerCase()) && !known.has(domainOf(one)));
  if (unknown.length === 0) return;
  throw new SesError(
    'MessageRejected',
    'Email address is not verified. The following identities failed the check in region ' +
      `${region.toUpperCase()}: ${[...new Set(unknown)].join(', ')}`,
  );
}

function parseTags(form: URLSearchParams): { name: string; value: string }[] {
  const values = members(form, 'Tags', '.Value');
  return members(form, 'Tags', '.Name').map((name, at) => {
    const value = values[at] ?? '';
    for (const part of [name, value]) {
      if (/^[\w-]{1,255}$/.test(part)) continue;
      throw new SesError(
        'InvalidParameterValue',
        `Message tags hold 1 to 255 of a-z, A-Z, 0-9, '_' and '-': ${shown(part)}.`,
      );
    }
    return { name, value };
  });
}

/** The values of `Name.member.1`, `Name.member.2`, ... up to the first gap. */
function members(form: URLSearchParams, name: string, suffix = ''): string[] {
  const found: string[] = [];
  for (let at = 1; ; at++) {
    const value = form.get(`${name}.member.${at}${suffix}`);
    if (value === null) return found;
    found.push(value);
  }
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

function shown(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}...` : text;
}
