import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { Problem } from '#shared/problem.ts';

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
      const problem =
        error instanceof Problem
          ? error
          : new Problem(
              500,
              'Something broke on our side',
              `Nothing is lost. If it stays, report it with the id ${context.awsRequestId}.`,
            );
      request.response = json(problem.status, problem.body(), { 'content-type': 'application/problem+json' });
    },
  };
}
