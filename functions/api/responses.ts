import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { Problem } from '#shared/problem.ts';
import { problem } from './problem-words.ts';

export function json(
  statusCode: number,
  body: unknown,
  headers: Record<string, string> = {},
): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
    body: body === undefined ? '' : JSON.stringify(body),
  };
}

/** Turns what was thrown into a problem (RFC 9457): the caller's own with its details, ours as a plain 500 with an id. */
export function problems<Event>(): MiddlewareObj<Event, APIGatewayProxyStructuredResultV2> {
  return {
    onError: (request) => {
      const { error, context } = request;
      const said =
        error instanceof Problem
          ? error
          : problem(500, ({ broken }) => [broken.title, broken.detail({ id: context.awsRequestId })]);
      request.response = json(said.status, said.body(), { 'content-type': 'application/problem+json' });
    },
  };
}
