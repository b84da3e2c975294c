import { attached } from '#domain/attachments.ts';
import type { Person } from '#domain/person.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import { doneAt } from '#domain/program/milestones.ts';
import { isCircular, soundsAutomatic } from '#domain/replies/read/automatic/automatic.ts';
import { linesOfHtml } from '#domain/replies/read/text/html-lines.ts';
import { clipped } from '#domain/replies/read/text/words.ts';
import { shownAddress } from '#domain/strangers.ts';
import { env, required } from '#shared/env.ts';
import { forwardNewMail } from '#shared/intake/forward-words.ts';
import { log } from '#shared/logging.ts';
import { fetchMail } from '#shared/mail/archive.ts';
import { type Mail, parseMail } from '#shared/mail/parse.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as people from '#shared/store/people.ts';
import { isAuthentic } from './authentic.ts';
import type { Receipt } from './ses-receipt.ts';

/** Of a longer text the rest stays in the bucket. */
const longestText = 5_000;

/** How many cohorts are looked at for one that runs. */
const newest = 20;

/** Whether a message was sent to the address that our own mail shows as its sender. */
export function isToSender({ recipients }: Pick<Receipt, 'recipients'>): boolean {
  return recipients.some((recipient) => recipient.toLowerCase() === required(env.sender).toLowerCase());
}

/**
 * Gives the coordinator what somebody wrote to the address that our mail comes from. It answers no form of ours, so it is for
 * a person to read. Never answered, so that no two machines write to each other. Doing it again changes nothing.
 */
export async function passOnNewMail(receipt: Receipt, largest: number, now: Instant): Promise<void> {
  const dropped = (why: string) => log.warn('new mail that is passed on to nobody', { key: receipt.key, why });
  if (receipt.isHarmful) return dropped('virus');
  const raw = await fetchMail(receipt.key, largest);
  if (raw === undefined) throw new Error(`The message ${receipt.key} is not in the bucket.`);
  if (typeof raw === 'string') return dropped(raw);
  const mail = await parseMail(raw);
  const { from } = mail;
  if (!from) return dropped('no sender');
  // The coordinator's answer to it would come to us, and on a form if somebody has its address.
  if (isOurs(from.address)) return dropped('an address of ours as its sender');
  if (mail.automatic || mail.bounce || isCircular(mail) || soundsAutomatic(mail)) return dropped('automatic');
  const inCohorts = await cohortsOf(from.address);
  if (new Set(inCohorts.map(({ cohort }) => cohort.owner ?? '')).size > 1) return dropped('of several organisations');
  const known = latestIn(inCohorts);
  // Of people whom we know nothing is lost: what SES takes for spam is what people write as well.
  if (!known && (receipt.isSpam || receipt.isForged)) return dropped('spam');
  const cohort = known?.cohort ?? (await anyRunning());
  if (!cohort) return dropped('no cohort');
  if (from.address === cohort.coordinator.email) return dropped('the coordinator wrote it');

  const isUnsure = receipt.isSpam || receipt.isForged || !isAuthentic(receipt, from.address);
  const facts = {
    key: receipt.key,
    // A name that a stranger gives themselves may be the name of somebody whom the coordinator knows.
    from: known?.person.name ?? shownAddress(from.address),
    email: from.address,
    isKnown: known !== undefined,
    isUnsure,
    subject: clipped(mail.subject, 200),
    text: ownWords(mail),
    files: attached(mail.attachments).length,
  };
  // Whoever writes in somebody's name must not use up their day.
  const writer = known && !isUnsure && { writer: known.person.id };
  const isGiven = await forwardNewMail(cohort, { ...writer, facts: { ...facts, key: receipt.key } }, now);
  if (!isGiven) return dropped('too many of a day');
  log.info('new mail', { key: receipt.key, isKnown: facts.isKnown });
}

function isOurs(address: string): boolean {
  return (
    address === required(env.sender).toLowerCase() || address.endsWith(`@${required(env.replyDomain).toLowerCase()}`)
  );
}

interface Known {
  cohort: Cohort;
  person: Person;
}

/** The cohorts that have written to somebody, and who they are there: being on a list says nothing of whom they write to. */
async function cohortsOf(address: string): Promise<Known[]> {
  const found: Known[] = [];
  for (const person of await people.withAddress(address)) {
    const cohort = await cohorts.get(person.cohort);
    if (cohort && doneAt(cohort, 'apply', 'open') !== undefined) found.push({ cohort, person });
  }
  return found;
}

/** The newest of them, a running one first. */
function latestIn(known: readonly Known[]): Known | undefined {
  const byAge = [...known].sort((a, b) => (a.cohort.createdAt < b.cohort.createdAt ? 1 : -1));
  return byAge.find(({ cohort }) => isRunning(cohort)) ?? byAge[0];
}

/**
 * The newest cohort that runs: its coordinator is as good a reader as any for what comes from nobody whom we know. None where
 * a deployment serves several organisations: whose it is nobody can say, and what was meant for one is not for another.
 */
async function anyRunning(): Promise<Cohort | undefined> {
  const { items } = await cohorts.list(undefined, newest);
  return items.find(isRunning) ?? items[0];
}

function isRunning({ status }: Cohort): boolean {
  return status === 'running' || status === 'stuck';
}

/** The text without quoted mail, and without links and addresses of ours, which are as good as signing in. */
function ownWords({ text, html }: Mail): string {
  const lines = text?.trim()
    ? text.split(/\r?\n/).filter((line) => !line.startsWith('>'))
    : linesOfHtml(html ?? '')
        .filter(({ depth }) => depth === 0)
        .map((line) => line.text);
  // Before anything is looked for: of a megabyte without a space the search takes minutes.
  const words = clipped(lines.join('\n').trim(), 4 * longestText)
    .replaceAll(/https?:\/\/[^\s/]{1,300}(?:\/[^\s/]{1,100}){0,5}\/[fuw]\/\S{1,300}/g, '(a link of ours)')
    .replaceAll(/\b[ar]\+[a-z0-9.~-]{1,120}@\S{1,300}/gi, '(an address of ours)');
  return clipped(words, longestText);
}
