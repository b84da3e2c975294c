import { linesOfHtml } from '../text/html-lines.ts';
import { linesOfText } from '../text/lines.ts';
import { fold } from '../text/words.ts';

/** What tells an automatic message from one that a person wrote: header fields by lower-case name, and the subject. */
export interface Signs {
  headers: Readonly<Record<string, string>>;
  subject: string;
}

/**
 * Whether the header of a message says what only programs say (RFC 3834). Such a message is recorded and never answered: two
 * programs that answer each other never stop. `X-Auto-Response-Suppress`, `List-ID` and `Precedence: list` say nothing of the
 * kind: Exchange puts the first on what people write, and groups the others.
 */
export function isAutomatic({ headers, subject }: Signs): boolean {
  return (
    saysAutoSubmitted(headers) || isFromResponder(headers) || isBounce({ headers }) || isOutOfOffice(headers, subject)
  );
}

/** A report on delivery (RFC 3464, RFC 3834 section 3.1.4): a null return path, or a report as content. */
export function isBounce({ headers }: Pick<Signs, 'headers'>): boolean {
  const path = headers['return-path'];
  const type = (headers['content-type'] ?? '').toLowerCase();
  // Disposition notifications ("was read") are reports too, but nothing bounced.
  if (isReport({ headers })) return !type.includes('disposition-notification');
  return path !== undefined && path.replace(/\s/g, '') === '<>' && !saysAutoReplied(headers);
}

/** A report of a mail server as content (RFC 6522), on delivery or on a complaint, whoever it went through. */
export function isReport({ headers }: Pick<Signs, 'headers'>): boolean {
  return (headers['content-type'] ?? '').toLowerCase().startsWith('multipart/report');
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

/** Fields from before the standard, as vacation programs and ticket systems write them, and nobody else. */
function isFromResponder(headers: Signs['headers']): boolean {
  const fields = [
    'x-autoreply',
    'x-autorespond',
    'x-autoresponder',
    'x-autoreply-from',
    'x-mail-autoreply',
    'x-vacation',
  ];
  if (fields.some((field) => headers[field] !== undefined && fold(headers[field] ?? '').trim() !== 'no')) return true;
  return ['auto_reply', 'auto-reply'].includes(fold(headers.precedence ?? '').trim());
}

const outOfOffice =
  /^(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response)|out of (?:the )?office|automatische antwort|abwesenheit|abwesend|réponse automatique|absence du bureau|respuesta automática|fuera de la oficina|resposta automática|ausência|risposta automatica|fuori sede|automatisch antwoord|afwezig|automatiskt svar|autosvar|frånvarande|autoodpowiedź|odpowiedź automatyczna|自動応答|不在|自动答复|自动回复|自動回覆|자동 회신|부재중|رد تلقائي|תשובה אוטומטית|מענה אוטומטי)/;

/** A subject proves nothing by itself: people do write "out of office". Together with a sign that no person sent it, it does. */
function isOutOfOffice(headers: Signs['headers'], subject: string): boolean {
  if (!outOfOffice.test(fold(subject).trim())) return false;
  const sentByNobody = (headers['return-path'] ?? '').replace(/\s/g, '') === '<>';
  return sentByNobody || headers['x-ms-exchange-inbox-rules-loop'] !== undefined;
}

/** What responders say of themselves, or that the writer is out of office, as the words of a message. */
const responder =
  /automat(?:ic|ed|ically) (?:generated )?(?:reply|response|message|answer|e-?mail)|auto-?reply|(?:i am|i'm|i’m|is|be) (?:currently )?(?:out of (?:the )?office|ooo\b)|automatische (?:antwort|nachricht|abwesenheit)|abwesenheitsnotiz|nicht im büro|réponse automatique|message automatique|absent(?:e)? du bureau|respuesta automática|mensaje automático|fuera de la oficina|resposta automática|mensagem automática|fora do escritório|ausente do escritório|risposta automatica|messaggio automatico|fuori (?:sede|ufficio)|automatisch (?:antwoord|bericht)|niet op kantoor|automatiskt (?:svar|meddelande)|inte på kontoret|odpowiedź automatyczna|automatyczna odpowiedź|poza biurem|自動(?:応答|返信)|不在にして|自动(?:答复|回复)|自動回覆|不在办公室|자동 (?:회신|응답)|부재중|رد (?:تلقائي|آلي)|خارج المكتب|(?:תשובה|הודעה|מענה) אוטומטי|מחוץ למשרד/;

/** Words of an absence. Enough only beside a header that asks for no automatic answer: people say that they are away as well. */
const away =
  /\b(?:away|vacation|holidays?|annual leave|on leave|out of (?:the )?office)\b|abwesend|urlaub|en congé|vacances|vacaciones|férias|ausente|in ferie|vakantie|afwezig|semester|urlop|nieobecn|休暇|不在|休假|휴가|부재|إجازة|בחופשה|נעדר/;

/** A message, with its decoded bodies. */
export interface DecodedMail extends Signs {
  text?: string | undefined;
  html?: string | undefined;
}

/**
 * Whether a message without the header of one is an automatic answer by its words, in subject and body alone. Whoever asks
 * something back, or answers anything under a number, is a person who says that they are away.
 */
export function soundsAutomatic({ headers, subject, text, html }: DecodedMail): boolean {
  const own = ownLines({ text, html });
  if (own.some((line) => isNumbered(line) || /[?？؟]/u.test(line))) return false;
  const words = fold(own.join('\n'));
  const bySubject = outOfOffice.test(fold(subject).trim());
  const asksForNone = /\b(?:all|autoreply|oof)\b/.test(fold(headers['x-auto-response-suppress'] ?? ''));
  if (responder.test(words)) return true;
  return (bySubject || asksForNone || isBulk(headers)) && (away.test(words) || (bySubject && words === ''));
}

/** Mail to many that answers nobody: a newsletter, say, or what a list sends of itself. */
export function isCircular({ headers, text, html }: Omit<DecodedMail, 'subject'>): boolean {
  if (headers['in-reply-to'] !== undefined || headers.references !== undefined) return false;
  const isForMany = isBulk(headers) || headers['list-unsubscribe'] !== undefined;
  return isForMany && !ownLines({ text, html }).some(isNumbered);
}

/** Whether a group passed the message on: its From may be that of whoever writes there. */
export function isFromGroup({ headers }: Pick<Signs, 'headers'>): boolean {
  const fields = ['list-id', 'x-original-from', 'x-original-sender'];
  return fields.some((field) => headers[field] !== undefined) || fold(headers.precedence ?? '').trim() === 'list';
}

function isBulk(headers: Signs['headers']): boolean {
  return ['bulk', 'junk'].includes(fold(headers.precedence ?? '').trim());
}

function isNumbered(line: string): boolean {
  return /^\s*\d{1,3}\s?[.):\]-](?:\s|$)/.test(line);
}

/** The first lines that are not quoted. Notices of this kind say in the first what they are. */
function ownLines({ text, html }: Pick<DecodedMail, 'text' | 'html'>): string[] {
  const lines = text?.trim() ? linesOfText(text) : html ? linesOfHtml(html) : [];
  return lines
    .slice(0, 200)
    .filter(({ depth }) => depth === 0)
    .map(({ text: line }) => line.slice(0, 500));
}
