import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { logging } from '#shared/logging.ts';
import { now } from '#shared/now.ts';
import { unknownLinkPage } from '#shared/pages/message-pages.tsx';
import { answered, asked } from './form.ts';
import { home } from './home.ts';
import { stopAsked, stopConfirmed } from './stop.ts';
import { answer, problemPages, type Visit, visitOf } from './visit.ts';
import { weightsSent, weightsShown } from './weights.ts';

const routes: Record<string, (visit: Visit) => Promise<APIGatewayProxyStructuredResultV2>> = {
  'GET /f/{token}': asked,
  'POST /f/{token}': answered,
  'GET /u/{token}': stopAsked,
  'POST /u/{token}': stopConfirmed,
  'GET /w/{token}': weightsShown,
  'POST /w/{token}': weightsSent,
};

/** Pages behind signed links. The link is the key: nobody signs in, and looking at a page changes nothing. */
export const handler = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
  .use(logging('pages'))
  .use(problemPages())
  .handler(async (event) => {
    if (event.routeKey === 'GET /') return home(event.headers.accept);
    const route = routes[event.routeKey];
    return route ? route(visitOf(event, now())) : answer(404, unknownLinkPage());
  });
