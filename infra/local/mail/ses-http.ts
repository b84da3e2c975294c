import type { IncomingMessage, ServerResponse } from 'node:http';
import { SesError } from './ses-request.ts';

const NAMESPACE = 'http://ses.amazonaws.com/doc/2010-12-01/';

/** The form of a query-protocol request, whose message may have `maxBytes`. Throws a SesError. */
export async function readForm(request: IncomingMessage, maxBytes: number): Promise<URLSearchParams> {
  // A page in somebody's browser can post a form to this port, but cannot sign it.
  if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 ')) {
    throw new SesError('MissingAuthenticationToken', 'Missing Authentication Token', 403);
  }
  // Base64 takes 4 bytes for 3, and of those characters two in 64 are written as three (%2B, %2F): under 1.5 in all.
  const limit = maxBytes * 1.5 + 65_536;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    else chunks.length = 0;
    // Reading on a while lets the sender see the answer; beyond that it is not a sender.
    if (size > limit * 4) break;
  }
  if (size > limit) {
    throw new SesError('InvalidParameterValue', `Message length is more than ${maxBytes} bytes long.`);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('latin1'));
}

export function answerSent(response: ServerResponse, requestId: string, messageId: string): void {
  const result = `<SendRawEmailResult><MessageId>${messageId}</MessageId></SendRawEmailResult>`;
  const metadata = `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`;
  const xml = `<SendRawEmailResponse xmlns="${NAMESPACE}">${result}${metadata}</SendRawEmailResponse>`;
  answer(response, 200, requestId, xml);
}

export function answerRefused(response: ServerResponse, requestId: string, failure: SesError): void {
  const type = failure.status >= 500 ? 'Receiver' : 'Sender';
  const error = `<Error><Type>${type}</Type><Code>${failure.name}</Code><Message>${xmlText(failure.message)}</Message></Error>`;
  const xml = `<ErrorResponse xmlns="${NAMESPACE}">${error}<RequestId>${requestId}</RequestId></ErrorResponse>`;
  answer(response, failure.status, requestId, xml);
}

function answer(response: ServerResponse, status: number, requestId: string, xml: string): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'content-type': 'text/xml', 'x-amzn-requestid': requestId });
  response.end(xml);
}

function xmlText(text: string): string {
  // XML 1.0 can't hold these, escaped or not (section 2.2).
  const clean = text.replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, ' ');
  return clean.replace(/[&<>]/g, (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[one] ?? one);
}
