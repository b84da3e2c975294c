import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { neededAs, type Person } from '#domain/person.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import { stopOrHandOver } from '#domain/replies/outcome/decide-stop.ts';
import { withShownNames } from '#shared/emails/context.ts';
import { askForAnother, comeBack, unsubscribe } from '#shared/intake/unsubscribe.ts';
import { queueEmail } from '#shared/mail/queue-email.ts';
import { unknownLinkPage } from '#shared/pages/message-pages.tsx';
import { backPage, handOverPage, startPage, stopField, stopPage, stoppedPage } from '#shared/pages/stop-pages.tsx';
import { idIn } from '#shared/signing.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as people from '#shared/store/people.ts';
import { type PageRequest, respond } from './page-request.ts';

interface Opened {
  cohort: Cohort;
  person: Person;
  /** Of a link that undoes a stop: when that was. */
  since?: number;
}

async function open({ token }: PageRequest): Promise<Opened | undefined> {
  const id = (await idIn('stop', token)) ?? (await idIn('start', token));
  const [cohortId, personId, since] = id?.split('~') ?? [];
  if (!cohortId || !personId) return undefined;
  const cohort = await cohorts.get(cohortId);
  const person = await people.get(cohortId, personId);
  if (!cohort || !person) return undefined;
  return { cohort: withShownNames(cohort), person, ...(since !== undefined && { since: Number(since) }) };
}

export async function showStop(request: PageRequest): Promise<APIGatewayProxyStructuredResultV2> {
  const opened = await open(request);
  if (!opened) return respond(404, unknownLinkPage());
  if (opened.since !== undefined)
    return respond(200, canComeBack(opened, request.now) ? startPage(opened) : backPage(opened));
  return respond(200, asking(opened));
}

function asking({ cohort, person }: Opened) {
  if (person.unreachable === 'stopped') return stoppedPage({ cohort, person });
  return stopPage({ cohort, person, needed: neededAs(person, cohort) });
}

/** How long a stop can be undone by whoever has the last email. */
const daysToUndo = 30;

function canComeBack({ person: { unreachable, unreachableSince = '' }, since }: Opened, now: Instant): boolean {
  const isThis = unreachable === 'stopped' && Date.parse(unreachableSince) === since;
  return isThis && since !== undefined && Date.parse(now) - since <= daysToUndo * 24 * 3600 * 1000;
}

/**
 * A POST from one of the page's buttons, or a mail client's own "unsubscribe" (RFC 8058), which has this one field. Anything
 * else that is posted here, by a program that follows links, changes nothing.
 */
export async function confirmStop(request: PageRequest): Promise<APIGatewayProxyStructuredResultV2> {
  const opened = await open(request);
  if (!opened) return respond(404, unknownLinkPage());
  const { cohort, person, since } = opened;
  const { body, now } = request;
  const pressed = body.get(stopField);
  if (since !== undefined) {
    if (pressed !== 'undo') return respond(400, canComeBack(opened, now) ? startPage(opened) : backPage(opened));
    if (canComeBack(opened, now)) await comeBack(cohort, person.id, { by: 'page', who: person.id }, now);
    return respond(200, backPage({ ...opened, person: (await people.get(cohort.id, person.id)) ?? person }));
  }
  const needed = neededAs(person, cohort);
  if (needed && pressed === 'hand-over') {
    await askForAnother(cohort, person, needed, { hasLeft: false }, now);
    return respond(200, handOverPage({ cohort, person, needed }));
  }
  const isOneClick = body.get('List-Unsubscribe') === 'One-Click';
  if (pressed !== 'yes' && !isOneClick) return respond(400, asking(opened));
  const question = pressed === 'yes' ? undefined : stopOrHandOver({ cohort, person, now });
  if (question) {
    await queueEmail(cohort, question, now);
    return respond(200, asking(opened));
  }
  await unsubscribe(cohort, person, now);
  return respond(200, stoppedPage({ cohort, person }));
}
