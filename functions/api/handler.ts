import middy from '@middy/core';
import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type ApiOperation, api } from '#shared/http/api-routes.ts';
import { handlerAt } from '#shared/http/route.ts';
import { logging } from '#shared/logging.ts';
import { now } from '#shared/now.ts';
import { type ApiRequest, requestOf } from './api-request.ts';
import { cancelCohort, getCohort, listCohorts, resumeCohort } from './cohort-endpoints.ts';
import { createCohort } from './create.ts';
import { getDecision, giveDecision } from './decision-endpoints.ts';
import { admitToMatching, excludeFromMatching } from './eligibility.ts';
import { endLinks } from './end-links.ts';
import { moveMilestones } from './milestone-endpoints.ts';
import { problem } from './problem-words.ts';
import { getReport, listEmails, listEvents, listPeople, listReplies } from './read-endpoints.ts';
import { resendEmail } from './resend.ts';
import { problems } from './responses.ts';
import { resumeMail } from './resume-mail.ts';
import { changeWeights, previewMatches } from './weights-endpoints.ts';

const handlers: Record<ApiOperation, (request: ApiRequest) => Promise<APIGatewayProxyStructuredResultV2>> = {
  admitToMatching,
  cancelCohort,
  changeWeights,
  createCohort,
  endLinks,
  excludeFromMatching,
  getCohort,
  getDecision,
  getReport,
  giveDecision,
  listCohorts,
  listEmails,
  listEvents,
  listPeople,
  listReplies,
  moveMilestones,
  previewMatches,
  resendEmail,
  resumeCohort,
  resumeMail,
};

/** Coordinators' API: JSON over HTTP. Who may call what is decided by the authorizer, before we are called. */
export const handler = middy<APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2>()
  .use(logging('api'))
  .use(problems())
  .handler(async (event: APIGatewayProxyEventV2WithJWTAuthorizer) => {
    const handle = handlerAt(api, handlers, event.routeKey);
    if (!handle) {
      const route = event.routeKey;
      throw problem(404, ({ nothingThere: said }) => [said.title, said.detail({ route })]);
    }
    return handle(requestOf(event, now()));
  });
