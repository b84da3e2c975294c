import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type PageOperation, pages } from '#shared/http/page-routes.ts';
import { handlerAt } from '#shared/http/route.ts';
import { logging } from '#shared/logging.ts';
import { now } from '#shared/now.ts';
import { unknownLinkPage } from '#shared/pages/message-pages.tsx';
import { showForm, submitForm } from './form-requests.ts';
import { showHome } from './home.ts';
import { type PageRequest, pageRequestOf, problemPages, respond } from './page-request.ts';
import { confirmStop, showStop } from './stop.ts';
import { showWeights, submitWeights } from './weights-requests.ts';

const handlers: Record<PageOperation, (request: PageRequest) => Promise<APIGatewayProxyStructuredResultV2>> = {
  confirmStop,
  showForm,
  showHome,
  showStop,
  showWeights,
  submitForm,
  submitWeights,
};

/** Pages behind signed links. The link is the key: nobody signs in, and looking at a page changes nothing. */
export const handler = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
  .use(logging('pages'))
  .use(problemPages())
  .handler(async (event) => {
    const handle = handlerAt(pages, handlers, event.routeKey);
    return handle ? handle(pageRequestOf(event, now())) : respond(404, unknownLinkPage());
  });
