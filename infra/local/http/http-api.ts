import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { Problem } from '#shared/problem.ts';
import type { Clock } from '../clock.ts';
import type { Functions } from '../functions/local-functions.ts';
import type { LocalRoute } from '../template/local-template.ts';
import type { Claims, Tokens } from './access-tokens.ts';
import { BodyTooLarge, bodyOf } from './body.ts';

const noToken =
  'Send "Authorization: Bearer TOKEN" with the token that was printed at the start. In a shell, is TOKEN set?';

/** API Gateway's own limit. */
const largestBody = 10 * 1024 * 1024;

/**
 * An HTTP API: finds the route, checks the token, makes a version 2.0 event and answers with what the function says. What it
 * refuses itself is a problem (RFC 9457), where API Gateway has one word that nobody can change.
 */
export class HttpApi {
  readonly #routes: readonly (LocalRoute & { pattern: RegExp })[];
  readonly #functions: Functions;
  readonly #tokens: Tokens;
  readonly #clock: Clock;

  constructor(routes: readonly LocalRoute[], functions: Functions, tokens: Tokens, clock: Clock) {
    this.#routes = routes.map((route) => ({ ...route, pattern: patternOf(route.path) }));
    this.#functions = functions;
    this.#tokens = tokens;
    this.#clock = clock;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = request.url ?? '/';
    const path = `http://localhost${asked.startsWith('/') ? '' : '/'}${asked}`;
    if (!URL.canParse(path)) return answer(response, new Problem(400, 'Bad request', 'The path is none.'));
    const url = new URL(path);
    const route = this.#routes.find(({ method, pattern }) => method === request.method && pattern.test(url.pathname));
    if (!isDecodable(url.pathname)) {
      return answer(response, new Problem(400, 'Bad request', 'The path has a % that stands for nothing.'));
    }
    if (!route) return answer(response, new Problem(404, 'Not found', this.#nothingAt(request.method, url.pathname)));
    const claims = route.scopes && (await this.#claimsOf(request));
    if (route.scopes && !claims) {
      return answer(response, new Problem(401, 'No token, or none of ours', noToken), { 'www-authenticate': 'Bearer' });
    }
    if (route.scopes && !route.scopes.some((scope) => scopesOf(claims).includes(scope))) {
      const needed = route.scopes.join(' or ');
      return answer(response, new Problem(403, 'Not allowed', `This takes a token with the scope ${needed}.`));
    }
    try {
      const body = await bodyOf(request, largestBody);
      const outcome = await this.#functions.invoke(route.function, this.#event(request, url, route, body, claims));
      if ('errorType' in outcome) {
        return answer(
          response,
          new Problem(500, 'Something broke on our side', 'What it was is printed with --verbose.'),
        );
      }
      const result = outcome.payload as APIGatewayProxyStructuredResultV2;
      const headers: Record<string, string | string[]> = {};
      for (const [name, value] of Object.entries(result.headers ?? {})) headers[name] = String(value);
      if (result.cookies) headers['set-cookie'] = result.cookies;
      response.writeHead(result.statusCode ?? 200, headers);
      response.end(result.isBase64Encoded ? Buffer.from(result.body ?? '', 'base64') : result.body);
    } catch (error) {
      if (!(error instanceof BodyTooLarge)) throw error;
      answer(response, new Problem(413, 'Too large', 'A request has at most 10 MB.'));
    }
  }

  /** What is not there, and what is instead where it is the method alone that is wrong. */
  #nothingAt(method: string | undefined, path: string): string {
    const taken = this.#routes.filter(({ pattern }) => pattern.test(path)).map((route) => route.method);
    const instead = taken.length > 0 ? ` It takes ${taken.join(', ')}.` : ' The README lists what there is.';
    return `There is nothing at ${method} ${path}.${instead}`;
  }

  async #claimsOf(request: IncomingMessage): Promise<Claims | undefined> {
    const [scheme, token] = (request.headers.authorization ?? '').split(' ');
    return scheme?.toLowerCase() === 'bearer' && token ? this.#tokens.check(token) : undefined;
  }

  #event(
    request: IncomingMessage,
    url: URL,
    route: LocalRoute & { pattern: RegExp },
    body: Buffer,
    claims: Claims | undefined,
  ) {
    const routeKey = `${route.method} ${route.path}`;
    const parameters = route.pattern.exec(url.pathname)?.groups ?? {};
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]),
    );
    const query = Object.fromEntries(
      [...url.searchParams.keys()].map((name) => [name, url.searchParams.getAll(name).join(',')]),
    );
    const isText = /json|text|urlencoded|^$/.test(request.headers['content-type'] ?? '');
    return {
      version: '2.0',
      routeKey,
      rawPath: url.pathname,
      rawQueryString: url.search.slice(1),
      headers,
      ...(Object.keys(query).length > 0 && { queryStringParameters: query }),
      pathParameters: Object.fromEntries(
        Object.entries(parameters).map(([name, value]) => [name, decodeURIComponent(value)]),
      ),
      requestContext: {
        routeKey,
        stage: '$default',
        requestId: randomUUID(),
        domainName: request.headers.host,
        timeEpoch: this.#clock.now(),
        http: {
          method: route.method,
          path: url.pathname,
          protocol: 'HTTP/1.1',
          sourceIp: request.socket.remoteAddress,
          userAgent: request.headers['user-agent'] ?? '',
        },
        ...(claims && { authorizer: { jwt: { claims, scopes: scopesOf(claims) } } }),
      },
      ...(body.length > 0 && { body: isText ? body.toString() : body.toString('base64') }),
      isBase64Encoded: !isText,
    };
  }
}

/** None where the token has no such claim. */
const scopesOf = (claims: Claims | undefined): string[] =>
  typeof claims?.scope === 'string' ? claims.scope.split(' ') : [];

function patternOf(path: string): RegExp {
  const pattern = path.replace(/[.+*?^$()[\]|\\]/g, '\\$&').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  return new RegExp(`^${pattern}$`);
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

export function answer(response: ServerResponse, problem: Problem, headers: Record<string, string> = {}): void {
  response.writeHead(problem.status, { 'content-type': 'application/problem+json', connection: 'close', ...headers });
  response.end(JSON.stringify(problem.body()));
}
