import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { whyFixed } from '#domain/matching/scoring/factor-weights.ts';
import { withShownNames } from '#shared/emails/context.ts';
import { linkedTo, stillOpens } from '#shared/page-links.ts';
import { unknownLinkPage } from '#shared/pages/message-pages.tsx';
import { readWeights } from '#shared/pages/read-weights.ts';
import { fixedWeightsPage, weightsPage } from '#shared/pages/weights-page.tsx';
import { idIn } from '#shared/signing.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as people from '#shared/store/people.ts';
import { previewWeights } from '#shared/weights/preview.ts';
import { setWeights } from '#shared/weights/set.ts';
import { type PageRequest, respond } from './page-request.ts';

async function open({ token, now }: PageRequest) {
  const signedId = await idIn('weights', token);
  if (signedId === undefined) return undefined;
  const { id, edition } = linkedTo(signedId);
  const found = await cohorts.get(id);
  const cohort = found && withShownNames(found);
  const reader = cohort && (await people.get(id, people.personId(id, cohort.coordinator.email)));
  if (!cohort || !reader || !stillOpens(edition, reader)) return undefined;
  return { cohort, program: await cohorts.program(cohort.id), now };
}

export async function showWeights(request: PageRequest): Promise<APIGatewayProxyStructuredResultV2> {
  const opened = await open(request);
  if (!opened) return respond(404, unknownLinkPage());
  return respond(200, whyFixed(opened.cohort) ? fixedWeightsPage(opened) : weightsPage(opened));
}

/** One button shows what would change and saves nothing; the other makes the weights those of the cohort. */
export async function submitWeights(request: PageRequest): Promise<APIGatewayProxyStructuredResultV2> {
  const opened = await open(request);
  if (!opened) return respond(404, unknownLinkPage());
  const { cohort, program } = opened;
  if (whyFixed(cohort)) return respond(409, fixedWeightsPage(opened));
  const { weights, errors, saves } = readWeights(program.matching.factors, request.body);
  const sent = { body: request.body, errors };
  if (errors.length > 0) return respond(422, weightsPage({ ...opened, sent }));
  if (!saves) {
    return respond(200, weightsPage({ ...opened, sent, comparison: await previewWeights(cohort, weights) }));
  }
  const who = people.personId(cohort.id, cohort.coordinator.email);
  const changed = await setWeights(cohort, weights, { who, now: request.now });
  return respond(200, weightsPage({ ...opened, cohort: changed, isUsed: true }));
}
