import type { ZodType } from 'zod';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Route {
  method: Method;
  /** With parameters in braces, as API Gateway writes them: `/v1/cohorts/{id}`. */
  path: `/${string}`;
  /** What the JSON body has to be; absent where none is read. */
  body?: ZodType;
}

/** The routes that one function answers, by the name of the operation, and what holds for all of them. */
export interface RouteTable<Operation extends string = string> {
  function: 'api' | 'pages';
  /** `token`: reading takes a token with one scope, everything else with another. `open`: anybody may call. */
  access: 'token' | 'open';
  /** Requests a second to one route, and how many at once. */
  throttle: { rate: number; burst: number };
  routes: Readonly<Record<Operation, Route>>;
}

/** A route as API Gateway names it, in the template and in the events of a function: `GET /v1/cohorts`. */
export function routeKey({ method, path }: Route): string {
  return `${method} ${path}`;
}

/** What answers the route `key`; undefined when the table has no such route. */
export function handlerAt<Operation extends string, Handler>(
  { routes }: RouteTable<Operation>,
  handlers: Readonly<Record<Operation, Handler>>,
  key: string,
): Handler | undefined {
  const operations = Object.keys(routes) as Operation[];
  const operation = operations.find((one) => routeKey(routes[one]) === key);
  return operation && handlers[operation];
}
