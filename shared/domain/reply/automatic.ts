import { fold } from './words.ts';

/** What tells an automatic message from one that a person wrote: header fields by lower-case name, and the subject. */
export interface Signs {
  headers: Readonly<Record<string, string>>;
  subject: string;
}

/**
 * Whether a message was sent by a program (RFC 3834). Such a message is recorded and never answered: two programs that
 * answer each other never stop.
 */
export function isAutomatic({ headers, subject }: Signs): boolean {
  return (
    saysAutoSubmitted(headers) ||
    suppressesAnswers(headers) ||
    isBounce({ headers }) ||
    isBulk(headers) ||
    isOutOfOffice(headers, subject)
  );
}

/** A report on delivery (RFC 3464, RFC 3834 section 3.1.4): a null return path, or a report as content. */
export function isBounce({ headers }: Pick<Signs, 'headers'>): boolean {
  const path = headers['return-path'];
  const type = (headers['content-type'] ?? '').toLowerCase();
  const isReport = type.startsWith('multipart/report');
  // Disposition notifications ("was read") are reports too, but nothing bounced.
  if (isReport) return !type.includes('disposition-notification');
  return path !== undefined && path.replace(/\s/g, '') === '<>' && !saysAutoReplied(headers);
}

/** RFC 3834 section 5: any value but "no", whatever parameters follow. */
function saysAutoSubmitted(headers: Signs['headers']): boolean {
  const value = headers['auto-submitted'];
  if (value === undefined) return false;
  return (
    fold(value)
      .split(/[;(\s]/)
      .find((word) => word !== '') !== 'no'
  );
}

function saysAutoReplied(headers: Signs['headers']): boolean {
  return fold(headers['auto-submitted'] ?? '').includes('auto-replied') || headers['x-autoreply'] !== undefined;
}

/** Fields from before the standard, as Exchange, vacation programs and ticket systems write them. */
function suppressesAnswers(headers: Signs['headers']): boolean {
  const suppress = fold(headers['x-auto-response-suppress'] ?? '');
  // Exchange puts "DR, RN, NRN" on ordinary mail of people who want no receipts; only these two mean an automatic reply.
  if (/\b(?:all|autoreply|oof)\b/.test(suppress)) return true;
  const fields = [
    'x-autoreply',
    'x-autorespond',
    'x-autoresponder',
    'x-autoreply-from',
    'x-mail-autoreply',
    'x-vacation',
  ];
  return fields.some((field) => headers[field] !== undefined && fold(headers[field] ?? '').trim() !== 'no');
}

/** `Precedence: bulk` and its kin (RFC 2076), and mail of lists. */
function isBulk(headers: Signs['headers']): boolean {
  const precedence = fold(headers.precedence ?? '').trim();
  return ['bulk', 'junk', 'auto_reply', 'auto-reply', 'list'].includes(precedence) || headers['list-id'] !== undefined;
}

const outOfOffice =
  /^(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response)|out of (?:the )?office|automatische antwort|abwesenheit|abwesend|réponse automatique|absence du bureau|respuesta automática|fuera de la oficina|resposta automática|ausência|risposta automatica|fuori sede|automatisch antwoord|afwezig|automatiskt svar|autosvar|frånvarande|autoodpowiedź|odpowiedź automatyczna|自動応答|不在|自动答复|自动回复|自動回覆|자동 회신|부재중|رد تلقائي|תשובה אוטומטית|מענה אוטומטי)/;

/** A subject proves nothing by itself: people do write "out of office". Together with a sign that no person sent it, it does. */
function isOutOfOffice(headers: Signs['headers'], subject: string): boolean {
  if (!outOfOffice.test(fold(subject).trim())) return false;
  const noReceipts = headers['x-auto-response-suppress'] !== undefined;
  const sentByNobody = (headers['return-path'] ?? '').replace(/\s/g, '') === '<>';
  return noReceipts || sentByNobody || headers['x-ms-exchange-inbox-rules-loop'] !== undefined;
}
