import middy from '@middy/core';
import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { logging } from '#shared/logging.ts';
import { now } from '#shared/now.ts';
import { Problem } from '#shared/problem.ts';
import { json, problems } from './answers.ts';
import { cancel, cohort, listCohorts, resume } from './cohorts.ts';
import { createCohort } from './create.ts';
import { decide, decision } from './decision.ts';
import { hold, release } from './holds.ts';
import { endLinks } from './links.ts';
import { emails, events, people, replies, report } from './lists.ts';
import { moveMilestones } from './milestones.ts';
import type { Ask } from './request.ts';
import { requestOf } from './request.ts';
import { resend } from './resend.ts';
import { writeAgain } from './stops.ts';
import { previewMatches, putWeights } from './weights.ts';

const routes: Record<string, (request: Ask) => Promise<APIGatewayProxyStructuredResultV2>> = {
  'POST /v1/cohorts': createCohort,
  'GET /v1/cohorts': listCohorts,
  'GET /v1/cohorts/{id}': cohort,
  'PATCH /v1/cohorts/{id}/milestones': moveMilestones,
  'POST /v1/cohorts/{id}/cancel': cancel,
  'POST /v1/cohorts/{id}/resume': resume,
  'POST /v1/cohorts/{id}/matches/preview': previewMatches,
  'PUT /v1/cohorts/{id}/matches/weights': putWeights,
  'GET /v1/cohorts/{id}/matches/decision': decision,
  'POST /v1/cohorts/{id}/matches/decision': decide,
  'GET /v1/cohorts/{id}/people': people,
  'PUT /v1/cohorts/{id}/people/{person}/hold': hold,
  'DELETE /v1/cohorts/{id}/people/{person}/hold': release,
  'DELETE /v1/cohorts/{id}/people/{person}/links': endLinks,
  'DELETE /v1/cohorts/{id}/people/{person}/stop': writeAgain,
  'GET /v1/cohorts/{id}/emails': emails,
  'POST /v1/cohorts/{id}/emails/{email}/resend': resend,
  'GET /v1/cohorts/{id}/replies': replies,
  'GET /v1/cohorts/{id}/events': events,
  'GET /v1/cohorts/{id}/report': report,
};

/** Coordinators' API: JSON over HTTP. Who may call what is decided by the authorizer, before we are called. */
export const handler = middy<APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2>()
  .use(logging('api'))
  .use(problems())
  .handler(async (event: APIGatewayProxyEventV2WithJWTAuthorizer) => {
    const route = routes[event.routeKey];
    if (!route) throw new Problem(404, 'Not found', `There is nothing at ${event.routeKey}.`);
    return (await route(requestOf(event, now()))) ?? json(204, undefined);
  });
