import { isBlank, type Line } from '../text/lines.ts';
import { fold } from '../text/words.ts';

/** What mail programs write before a quotation. `quotes`: the quotation carries quote marks; else it goes on to the end. */
interface ClientLine {
  from: number;
  to: number;
  marked: boolean;
}

/** Names of header lines in quoted header blocks, in the languages that people's mail programs speak. */
const senders = names(
  'from|von|de|da|van|från|fra|od|mittente|afzender|remitente|差出人|发件人|寄件者|寄件人|보낸 사람|보낸사람|من|מאת|expéditeur',
);
const others = names(
  'sent|date|to|cc|subject|reply-to|gesendet|datum|an|betreff|kopie|envoyé|à|objet|enviado|enviado el|fecha|para|asunto|data|assunto|inviato|a|oggetto|verzonden|aan|onderwerp|skickat|till|ämne|wysłano|do|temat|dw|送信日時|日時|宛先|件名|发送时间|日期|收件人|抄送|主题|寄件日期|傳送時間|收件者|主旨|보낸 날짜|날짜|받는 사람|제목|تاريخ الإرسال|التاريخ|إلى|الموضوع|نسخة|נשלח|תאריך|אל|נושא|עותק',
);
/** Words for "wrote" as they end or are contained in "On ... wrote:". */
const wrote =
  /^(?:quoting|quote from|zitat von|citando|citation de|citerar|citeren van|cytowanie) |(?<!\p{L})(?:wrote|writes|schrieb|geschrieben|a écrit|écrivait|escribió|escribio|escreveu|ha scritto|scritto|schreef|geschreven|skrev|napisał|napisała|napisał\(a\)|pisze)(?!\p{L})|napisał|のメール|のメッセージ|が書きました|さんは書きました|写道|寫道|님이 작성|작성:|썼습니다|쓴 글|كتب|تمت كتابة|כתב/u;
/** Lines with no such word, which nobody types either: a date, a name and an address, as Gmail writes them in Hebrew and Japanese. */
const dated =
  /^(?:בתאריך .{5,80} מאת |\d{4}年\d{1,2}月\d{1,2}日.{0,20}\d{1,2}:\d\d ).{1,120}[<(][^\s<>@]{1,64}@[^\s<>@]{1,255}[>)]/u;
const when = /\b(?:19|20)\d\d\b|\d{1,2}[:.h]\d\d\b|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}/u;
const address = /[^\s<>@]{1,64}@[^\s<>@]{1,255}/u;
const opener = /^(?:on|am|le|el|em|a|il|op|den|dnia|w dniu|في|ב|ב-|בתאריך)\s/u;

/** "-----Original Message-----", "-------- Weitergeleitete Nachricht --------". */
const divider = /^\s*[-_=]{3,}\s?\p{L}[\p{L}\p{M}' :]{2,60}[-_=]{3,}\s*$/u;
/** Outlook's line above what it quotes. People draw one between their answers. */
const rule = /^\s*_{10,}\s*$/u;
const numberedLine = /^\s{0,4}(?:q|#|question\s|\()?\d{1,3}[\s.):=-]/iu;
/** "--- Maria Ortiz wrote on 2027-02-01 ---". */
const datedDivider = /^\s*[-_=]{3,}\s.{2,120}\s[-_=]{3,}\s*$/u;

/** Finds header blocks, dividers and "On ... wrote:" among lines that are not ours. Each ends where its quotation begins. */
export function clientLines(lines: readonly Line[], isOurs: (index: number) => boolean): ClientLine[] {
  const found: ClientLine[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (!line || isOurs(index) || isBlank(line)) continue;
    const isEnd = isDivider(line.text.slice(0, 200)) || isRuleAboveQuotation(lines, index, isOurs);
    const to = isEnd ? index + 1 : endOfHeaders(lines, index, isOurs);
    if (to > index) {
      found.push({ from: index, to, marked: false });
      index = to - 1;
      continue;
    }
    const from = startOfAttribution(lines, index, isOurs);
    if (from === undefined) continue;
    found.push({ from, to: index + 1, marked: isQuoted(lines, index) });
  }
  return found;
}

function isDivider(text: string): boolean {
  return divider.test(text) || (datedDivider.test(text) && (when.test(text) || address.test(text)));
}

/** A rule that does not stand between answers: what follows it at once has no number, or is ours. */
function isRuleAboveQuotation(lines: readonly Line[], at: number, isOurs: (index: number) => boolean): boolean {
  if (!rule.test(lines[at]?.text.slice(0, 200) ?? '')) return false;
  let next = at + 1;
  while (next < lines.length && isBlank(lines[next] as Line)) next += 1;
  return isOurs(next) || !numberedLine.test(lines[next]?.text ?? '');
}

function endOfHeaders(lines: readonly Line[], from: number, isOurs: (index: number) => boolean): number {
  const seen = new Set<string>();
  let hasSender = false;
  let to = from;
  for (; to < lines.length && to < from + 12; to += 1) {
    const line = lines[to];
    if (!line || isOurs(to) || isBlank(line)) break;
    const name = headerName(line.text);
    if (name === undefined && to === from) return from;
    if (name === undefined) continue;
    if (senders.has(name)) hasSender = true;
    seen.add(name);
  }
  return hasSender && seen.size >= 3 ? to : from;
}

function headerName(text: string): string | undefined {
  const head = text.slice(0, 40).replace(/^[\s*]+/, '');
  const colon = head.search(/\s?\*?\s?[:：]/u);
  if (colon <= 0) return undefined;
  const name = fold(head.slice(0, colon)).trim();
  return senders.has(name) || others.has(name) ? name : undefined;
}

/** Where the attribution that ends with the line at `end` begins; nothing when that line does not end one. */
function startOfAttribution(lines: readonly Line[], end: number, isOurs: (index: number) => boolean) {
  const last = lines[end];
  if (!last || !/[:：]\s*(?:<br>)?$|wrote$|schrieb$/u.test(last.text.trim().slice(-60))) return undefined;
  const isFollowed = isQuotationNext(lines, end, isOurs);
  let from: number | undefined;
  let joined = '';
  for (let index = end; index >= 0 && index > end - 4; index -= 1) {
    const line = lines[index];
    if (!line || line.depth !== last.depth || isBlank(line) || isOurs(index)) break;
    const text = fold(line.text.trim().slice(0, 300));
    joined = `${text} ${joined}`;
    const opens = opener.test(text) || when.test(text) || address.test(text);
    const isFull = (wrote.test(joined) && when.test(joined) && address.test(joined)) || dated.test(joined);
    // Nobody types all of it. What follows, without any mark, may be another message in between.
    const isWrote = isFull || (isFollowed && (wrote.test(joined) || (when.test(joined) && address.test(joined))));
    if (opens && isWrote) from = index;
    if (from !== undefined && opener.test(text)) break;
    // What stands above a whole one is theirs, also when it is a date.
    if (from !== undefined && when.test(joined)) return isOpening(lines[index - 1], last.depth) ? index - 1 : from;
  }
  return from;
}

/** "On Mon, 1 Feb 2027 at", which goes on with the time in the next line. */
function isOpening(line: Line | undefined, depth: number): boolean {
  const text = fold(line?.text.trim().slice(0, 300) ?? '');
  return line?.depth === depth && opener.test(text) && when.test(text);
}

function isQuotationNext(lines: readonly Line[], end: number, isOurs: (index: number) => boolean): boolean {
  const depth = lines[end]?.depth ?? 0;
  for (let index = end + 1; index < lines.length && index < end + 6; index += 1) {
    const line = lines[index];
    if (!line) break;
    if (line.depth > depth || isOurs(index)) return true;
    if (!isBlank(line)) return false;
  }
  // The quotation itself was deleted and only its introduction is left.
  return true;
}

function isQuoted(lines: readonly Line[], end: number): boolean {
  const depth = lines[end]?.depth ?? 0;
  const next = lines.slice(end + 1, end + 6).find((line) => !isBlank(line) || line.depth > depth);
  return next !== undefined && next.depth > depth;
}

function names(list: string): Set<string> {
  return new Set(list.split('|'));
}
