import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { homePage, homeText } from '#shared/pages/home-page.tsx';
import { type PageRequest, respond } from './page-request.ts';

/** What this is: a page for a browser, text for whoever calls from a terminal. */
export async function showHome({ headers }: PageRequest): Promise<APIGatewayProxyStructuredResultV2> {
  if (headers.accept?.includes('text/html')) return respond(200, homePage());
  return { statusCode: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: homeText() };
}
