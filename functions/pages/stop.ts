import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { withShownNames } from '#shared/emails/context.ts';
import { leave } from '#shared/intake/leave.ts';
import { unknownLinkPage } from '#shared/pages/message-pages.tsx';
import { stopPage, stoppedPage } from '#shared/pages/stop-pages.tsx';
import { idIn } from '#shared/signing.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as people from '#shared/store/people.ts';
import { answer, type Visit } from './visit.ts';

async function open({ token }: Visit) {
  const [cohortId, personId] = (await idIn('stop', token))?.split('~') ?? [];
  if (!cohortId || !personId) return undefined;
  const cohort = await cohorts.cohort(cohortId);
  const person = await people.person(cohortId, personId);
  return cohort && person ? { cohort: withShownNames(cohort), person } : undefined;
}

export async function stopAsked(visit: Visit): Promise<APIGatewayProxyStructuredResultV2> {
  const opened = await open(visit);
  return opened ? answer(200, stopPage(opened)) : answer(404, unknownLinkPage());
}

/** A POST from the page's button, or from a mail client's own "unsubscribe" (RFC 8058): both end all mail. */
export async function stopConfirmed(visit: Visit): Promise<APIGatewayProxyStructuredResultV2> {
  const opened = await open(visit);
  if (!opened) return answer(404, unknownLinkPage());
  const { cohort, person } = opened;
  await leave(cohort, person.id, visit.now);
  return answer(200, stoppedPage(opened));
}
