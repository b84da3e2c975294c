import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Instant } from '#domain/program/cohort.ts';
import { problemPage } from '#shared/pages/message-pages.tsx';
import type { Page } from '#shared/pages/page.tsx';
import { Problem } from '#shared/problem.ts';
import { wordsOf } from '#shared/words/index.ts';

export interface PageRequest {
  /** The `{token}` of the path. */
  token: string;
  /** Lower-case names. */
  headers: Readonly<Record<string, string | undefined>>;
  body: URLSearchParams;
  now: Instant;
}

/** A page on a thousand pairs sends some thousand reasons beside their votes. */
const most = { characters: 1_000_000, fields: 10_000 };

/** Throws a Problem when there is more than any form of ours sends: taking it apart would take minutes. */
export function pageRequestOf(event: APIGatewayProxyEventV2, now: Instant): PageRequest {
  const body = event.body && event.isBase64Encoded ? Buffer.from(event.body, 'base64').toString() : (event.body ?? '');
  const { tooMuch } = wordsOf().pages;
  if (body.length > most.characters || body.split('&', most.fields + 1).length > most.fields)
    throw new Problem(413, tooMuch.title, tooMuch.detail);
  return {
    token: event.pathParameters?.token ?? '',
    headers: event.headers,
    body: new URLSearchParams(body),
    now,
  };
}

export function respond(statusCode: number, { html, headers }: Page): APIGatewayProxyStructuredResultV2 {
  return { statusCode, headers: { ...headers }, body: html };
}

/** Says what was wrong, or that it was our fault, with an id to quote. */
export function problemPages<Event>(): MiddlewareObj<Event, APIGatewayProxyStructuredResultV2> {
  return {
    onError: (request) => {
      const { error, context } = request;
      request.response =
        error instanceof Problem
          ? respond(error.status, problemPage({ title: error.title, detail: error.detail }))
          : respond(500, problemPage({ id: context.awsRequestId }));
    },
  };
}
