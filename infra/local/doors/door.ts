import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bodyOf } from '../http/body.ts';
import type { Credentials } from './credentials.ts';
import { bodyHashOf, isSignedBy } from './signature.ts';

export type Handle = (request: IncomingMessage, response: ServerResponse) => unknown;

/** The only address that anything here listens on. */
export const loopback = '127.0.0.1';

/** What is sent slower than this is not waited for. */
const patience = { headersTimeout: 10_000, requestTimeout: 30_000 };

/** A server on this machine that nobody else reaches. What goes wrong with a request is a 500 to that one alone. */
export async function listen(handle: Handle, port = 0, trouble: (error: unknown) => void = () => {}): Promise<Server> {
  const server = createServer({ ...patience, connectionsCheckingInterval: 2_000 }, contained(handle, trouble));
  server.listen(port, loopback);
  await once(server, 'listening');
  return server;
}

export const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** Ends a server; one that has ended already is left as it is. */
export async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}

/** Puts a door before the handlers of a server that somebody else has made. */
export function putBefore(server: Server, door: (handle: Handle) => Handle): void {
  const handlers = server.listeners('request') as Handle[];
  server.removeAllListeners('request');
  Object.assign(server, patience);
  const all: Handle = (request, response) => {
    for (const handle of handlers) handle.call(server, request, response);
  };
  server.on('request', contained(door(all)));
}

/**
 * Lets in what our own processes ask of the stand-ins for AWS: signed with `credentials`, under this machine's own name, and
 * not by a web page. A page in somebody's browser reaches every port of the machine, under a name of its own if it wants
 * (DNS rebinding).
 */
export function forOurselves(credentials: Credentials): (handle: Handle) => Handle {
  return (handle) => async (request, response) => {
    if (!isLocal(request.headers.host) || request.headers.origin !== undefined) return refuse(request, response);
    const named = bodyHashOf(request);
    if (named !== undefined) {
      return isSignedBy(credentials, request, named) ? handle(request, response) : refuse(request, response);
    }
    const body = await bodyOf(request, largestUnnamed);
    const hash = createHash('sha256').update(body).digest('hex');
    return isSignedBy(credentials, request, hash) ? handle(again(request, body), response) : refuse(request, response);
  };
}

/** No command line sends more at once. */
const largestUnnamed = 1024 * 1024;

/** Whether a `Host` names this machine, at whatever port: proxies in between have ports of their own. */
export function isLocal(host: string | undefined): boolean {
  return /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i.test(host ?? '');
}

function refuse(request: IncomingMessage, response: ServerResponse): void {
  request.resume();
  response.writeHead(403, { 'content-type': 'application/x-amz-json-1.0', connection: 'close' });
  response.end(JSON.stringify({ __type: 'AccessDeniedException', message: 'This is for the processes of Telemachy.' }));
}

/** A request whose body has been read, to be read once more. */
function again(request: IncomingMessage, body: Buffer): IncomingMessage {
  const { method, url, headers, rawHeaders, httpVersion } = request;
  // One that is not complete takes its connection with it when it has been read.
  const whole = { method, url, rawHeaders, httpVersion, complete: true };
  const copy = Object.assign(new IncomingMessage(request.socket), whole);
  Object.defineProperty(copy, 'headers', { value: headers });
  copy.push(body);
  copy.push(null);
  return copy;
}

function contained(handle: Handle, trouble: (error: unknown) => void = () => {}): Handle {
  return async (request, response) => {
    try {
      await handle(request, response);
    } catch (error) {
      trouble(error);
      if (!response.headersSent) response.writeHead(500, { connection: 'close' });
      response.end();
    }
  };
}
