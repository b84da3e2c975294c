import type { Server } from 'node:http';
import { credentials } from './credentials.ts';
import { forOurselves, type Handle, listen, portOf } from './door.ts';

/** Services of AWS that share a server; the path in the endpoint tells them apart. */
export interface Services {
  server: Server;
  /** The endpoint of a service, which need not be served yet. */
  endpoint(name: string): string;
  serve(name: string, handle: Handle): void;
}

export async function startServices(log: (line: string) => void): Promise<Services> {
  const services = new Map<string, Handle>();
  const toService: Handle = (request, response) => {
    const handle = services.get((request.url ?? '').split('/')[1] ?? '');
    return handle ? handle(request, response) : response.writeHead(404).end();
  };
  const server = await listen(forOurselves(credentials)(toService), 0, (error) => log(`aws: ${error}`));
  const url = `http://127.0.0.1:${portOf(server)}`;
  return {
    server,
    endpoint: (name) => `${url}/${name}`,
    serve: (name, handle) => services.set(name, handle),
  };
}
