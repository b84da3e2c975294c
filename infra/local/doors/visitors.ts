import type { IncomingMessage } from 'node:http';
import { Problem } from '#shared/problem.ts';
import { answer } from '../http/http-api.ts';
import { type Handle, isLocal } from './door.ts';

const elsewhere =
  'This is asked for under a name that is not its own. To be reached under another one, give that to npm start as --pages-url.';
const foreign = 'A page of another site has asked for this.';

/**
 * Lets in what is asked of API, pages and mailboxes under this machine's name or that of `pagesUrl`, and by no page of another
 * site. `Origin: null` is what browsers say of a form on our own pages, which tell nobody where they are.
 */
export function forVisitors(pagesUrl: string): (handle: Handle) => Handle {
  const outside = new URL(pagesUrl);
  return (handle) => (request, response) => {
    const { host, origin } = request.headers;
    if (!isLocal(host) && nameIn(host) !== outside.hostname) {
      return turnAway(request, () => answer(response, new Problem(421, 'Not here', elsewhere)));
    }
    const isOurs = origin === undefined || [`http://${host}`, outside.origin, 'null'].includes(origin);
    if (!isOurs) return turnAway(request, () => answer(response, new Problem(403, 'Not from there', foreign)));
    return handle(request, response);
  };
}

function turnAway(request: IncomingMessage, tell: () => void): void {
  request.resume();
  tell();
}

function nameIn(host: string | undefined): string | undefined {
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : undefined;
}
