import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { homePage, homeText } from '#shared/pages/home-page.tsx';
import { answer } from './visit.ts';

/** What this is: a page for a browser, text for whoever calls from a terminal. */
export function home(accept = ''): APIGatewayProxyStructuredResultV2 {
  if (accept.includes('text/html')) return answer(200, homePage());
  return { statusCode: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: homeText() };
}
