import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import type { ZodType } from 'zod';
import { faultsIn, inCodes } from '#domain/document-faults.ts';
import type { Person } from '#domain/person.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import { type Fault, pointer } from '#shared/problem.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as people from '#shared/store/people.ts';
import { faultWords } from '#shared/words/fault-words.ts';
import { wordsOf } from '#shared/words/index.ts';
import { type Caller, callerOf } from './caller.ts';
import { problem } from './problem-words.ts';

/** How many records a request writes at the same time. */
export const atOnce = 25;

/** A request, as far as the routes need it. */
export interface ApiRequest {
  /** The `{id}` of the path. */
  id: string;
  /** The `{person}` of the path. */
  person: string;
  /** The `{email}` of the path. */
  email: string;
  query: Readonly<Record<string, string | undefined>>;
  body: string | undefined;
  /** Lower-case names. */
  headers: Readonly<Record<string, string | undefined>>;
  caller: Caller;
  now: Instant;
}

export function requestOf(event: APIGatewayProxyEventV2WithJWTAuthorizer, now: Instant): ApiRequest {
  const text = event.body && event.isBase64Encoded ? Buffer.from(event.body, 'base64').toString() : event.body;
  return {
    id: idIn(event.pathParameters?.id),
    person: idIn(event.pathParameters?.person),
    email: idIn(event.pathParameters?.email),
    query: event.queryStringParameters ?? {},
    body: text,
    headers: event.headers,
    caller: callerOf(event.requestContext.authorizer.jwt.claims),
    now,
  };
}

/** An id that somebody has typed; what can be none of ours is never looked for. Throws a Problem. */
export function idIn(given = ''): string {
  if (/^[\w-]{0,80}$/.test(given)) return given;
  throw problem(404, ({ badId: said }) => [said.title, said.detail]);
}

/**
 * The body as its route says, or a problem that lists all that is wrong with it. `further` finds what a schema
 * can't say; it is asked whether or not the schema holds, so that all faults are reported at once.
 * `explained` may add to the words of a fault.
 */
export function bodyOf<Body>(
  { body: schema }: { body: ZodType<Body> },
  { body }: ApiRequest,
  further: (given: unknown) => readonly Fault[] = () => [],
  explained: (path: readonly PropertyKey[], detail: string) => string = (_, detail) => detail,
): Body {
  const given = jsonOf(body);
  const result = schema.safeParse(given, { error: inCodes });
  const words = wordsOf();
  const faults = [
    ...(result.success ? [] : faultsIn(result.error)).map(({ path, fault }) => ({
      pointer: pointer(path),
      detail: explained(path, faultWords(fault, words)),
    })),
    ...further(given),
  ];
  if (result.success && faults.length === 0) return result.data;
  throw problem(422, ({ notValid: said }) => [said.title, said.faults({ n: faults.length })], faults);
}

function jsonOf(body: string | undefined): unknown {
  if (!body) throw problem(400, ({ noBody: said }) => [said.title, said.detail]);
  try {
    return JSON.parse(body);
  } catch (error) {
    const { message } = error as SyntaxError;
    throw problem(400, ({ notJson: said }) => [said.title, said.detail({ error: message })]);
  }
}

/** The cohort of the path. One of another organisation is not there: not even that it exists is the caller's business. */
export async function cohortOf(request: ApiRequest): Promise<Cohort> {
  const found = await cohorts.get(request.id);
  if (!found || found.owner !== request.caller.owner)
    throw problem(404, ({ noSuchCohort: said }) => [said.title, said.detail({ id: request.id })]);
  return found;
}

export async function personOf(request: ApiRequest, cohort: Cohort): Promise<Person> {
  const found = await people.get(cohort.id, request.person);
  if (found) return found;
  const named = { person: request.person, cohort: cohort.id };
  throw problem(404, ({ noSuchPerson: said }) => [said.title, said.detail(named)]);
}

/** How many records a page holds: `limit` of the query, 1 to 200. */
export function limitOf({ query }: ApiRequest, otherwise = 50): number {
  const limit = Number(query.limit ?? otherwise);
  if (Number.isInteger(limit) && limit >= 1 && limit <= 200) return limit;
  throw problem(422, ({ notValid: said }) => [said.title, said.limit]);
}
