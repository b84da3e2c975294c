import { Temporal } from 'temporal-polyfill';
import type { Instant } from '#domain/program/cohort.ts';
import { linesOfHtml } from '../text/html-lines.ts';
import { linesOfText } from '../text/lines.ts';
import { comparable, daysIn, type NamedDay } from './named-days.ts';

/** An automatic reply: its subject and bodies, decoded. */
export interface AutomaticMail {
  subject: string;
  text?: string;
  html?: string;
}

/** A longer absence is a life that has changed; a reminder that waits for its end would never be sent. */
const longest = 90;
/** "Until 14 March, back on Monday 16 March" is one absence; days further apart are two, and we don't know which counts. */
const sameAbsence = 7;
const most = { characters: 4_000, days: 40 };

/** What announces the last day or the return when it stands before the date. English leaves the order of figures open. */
const before = cues(`
  until|till|til|through|thru|up to|back|back on|returning|return|returns|returning on|be back|available again|reachable again|in the office again|after|
  bis|bis zum|bis einschliesslich|bis einschl|bis inkl|bis inklusive|zuruck am|zuruck|wieder ab|wieder am|erst wieder|wieder im buro|ruckkehr|ruckkehr am|
  jusqu'au|jusqu'a|jusque|de retour|retour|retour le|reviens|reviendrai|serai de retour|
  hasta|hasta el|de vuelta|vuelvo|volvere|regreso|regresare|me reincorporo|reincorporacion|
  ate|ate ao|ate o dia|ate ao dia|de volta|volto|voltarei|regresso|regressarei|retorno|retornarei|
  fino al|fino all|sino al|di ritorno|torno|tornero|rientro|rientrero|
  tot|tot en met|t/m|terug|weer bereikbaar|weer aanwezig|weer terug|
  till och med|t.o.m|tom|tillbaka|ater|
  do|do dnia|wracam|wroce|z powrotem|powrot|bede z powrotem|
  至|到|直到|截至|
  حتى|الى|لغاية|ساعود|اعود|العودة|
  עד|אחזור|חוזר|חוזרת|אשוב`);
/** And when it stands after it. */
const after = cues(
  `まで|以降|より出社|から出社|より復帰|から復帰|に復帰|に戻ります|返回|回来|恢复|上班|为止|止|까지|복귀|돌아|에 돌아|이후|wieder|zuruck|einschliesslich|inklusive|inclusive|incl|inclus|inclusief|incluido|tillbaka|ater pa|terug|weer|z powrotem`,
);
/** The first day of an absence: "from 1 March". */
const starts =
  /(?:^|[^\p{L}])(?:from|since|starting|as of|ab|ab dem|seit|vom|von|du|des|depuis|a partir du|del|desde|desde el|a partir del|de|dal|dall|van|vanaf|fran|fran och med|od|从|自|由|من|منذ|מ|מתאריך|החל מ)\s*$/u;

/** Words without which "until 14 March" may be the date of an offer, or of a ticket. */
const absence = new RegExp(
  [
    'out of (?:the )?office|\\booo\\b|\\baway\\b|vacation|holiday|\\bleave\\b|absen|sabbatical|travel|off work|not in the office|unavailable|limited access|\\bpto\\b|\\bout (?:until|till|from|of)|\\bback\\b|\\breturn',
    'abwes|urlaub|nicht im (?:buro|haus|dienst)|nicht erreichbar|au(?:ss|ß)er haus|dienstreise|elternzeit|zuruck|wieder',
    'conge|vacances|deplacement|de retour|reviendrai|fuera|ausen|vacaciones|permiso|de viaje|de vuelta|regres|ferias|fora d|licenca|de volta|em viagem',
    'fuori|assen|ferie|vacanza|congedo|rientr|afwezig|vakantie|verlof|niet aanwezig|buiten kantoor|terug|franvar|semester|ledig|bortrest|tillbaka',
    'nieobec|urlop|poza biurem|wrac|wroce',
    '不在|休暇|休み|出張|お休み|休假|外出|出差|度假|离开|休假|年假|부재|휴가|출장|자리를|اجازة|خارج المكتب|غائب|عطلة|חופש|נעדר|נעדרת|מחוץ למשרד|לא במשרד|היעדר',
  ]
    .map((words) => words.split('|').map(foldedPattern).join('|'))
    .join('|'),
  'u',
);

/**
 * The day that somebody's automatic reply names as the last of their absence, or as their return, as `YYYY-MM-DD` in `zone`.
 * Undefined when it names none, when that may be read in two ways, and when it has passed or is more than 90 days ahead.
 */
export function awayUntil(mail: AutomaticMail, now: Instant, zone: string): string | undefined {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate();
  const words = comparable(`${mail.subject}\n${ownWords(mail)}`.slice(0, most.characters));
  if (!absence.test(words)) return undefined;
  const ends = daysIn(words, today, dayFirst(words))
    .slice(0, most.days)
    .filter((day, index, all) => isEnd(words, day, all[index - 1], all[index + 1]));
  if (ends.length === 0 || ends.some(({ days }) => days.length !== 1)) return undefined;
  const days = ends.flatMap((end) => end.days).sort(Temporal.PlainDate.compare);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last || first.until(last).days > sameAbsence) return undefined;
  const ahead = today.until(last).days;
  return ahead < 0 || ahead > longest ? undefined : last.toString();
}

/** What they wrote, without what they quote: our own emails name dates too. */
function ownWords({ text, html }: AutomaticMail): string {
  const lines = text?.trim() ? linesOfText(text) : html ? linesOfHtml(html) : [];
  const own: string[] = [];
  for (const { text: line, depth } of lines.slice(0, 200)) {
    if (/^\s*(?:-{3,}|_{5,}|(?:from|von|de|da|van|fran|od|差出人|发件人|보낸 사람)\s?[:：])/iu.test(line)) break;
    if (depth === 0) own.push(line.slice(0, 500));
  }
  return own.join('\n');
}

/** Which figure of 03/04 is the day, going by the language; undefined in English, which writes both. */
function dayFirst(words: string): boolean | undefined {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}\p{Script=Hangul}]/u.test(words)) return false;
  return /(?:^|[^\p{L}])(?:the|until|will|office|am|away|back|out|returning|return|from|i)(?:[^\p{L}]|$)/u.test(words)
    ? undefined
    : true;
}

/** Whether a day is the end of an absence, going by what stands around it in its sentence. */
function isEnd(words: string, day: NamedDay, previous: NamedDay | undefined, next: NamedDay | undefined): boolean {
  const lead = lastSentence(words.slice(Math.max(previous?.to ?? 0, day.from - 60), day.from));
  const tail = firstSentence(words.slice(day.to, Math.min(next?.from ?? words.length, day.to + 30)));
  if (before.some((cue) => leadsTo(lead, cue))) return true;
  if (after.some((cue) => startsNear(tail, cue))) return true;
  if (starts.test(lead)) return false;
  // "1 to 14 March", "1er au 14 mars", and "1 March - 14 March", "01.03. al 14.03.".
  if (/\d\.?(?:st|nd|rd|th|er)?\s*(?:-|to|al|au|a|ao)\s*$/u.test(lead)) return true;
  const gap = previous && words.slice(previous.to, day.from);
  return gap !== undefined && /^[\s,.]*(?:-|to|al|au|a|ao|och)\s*(?:the|el|le|il)?\s*$/u.test(gap);
}

/** Whether `lead` ends in the cue, with a few words such as a weekday or "in the office on" in between. */
function leadsTo(lead: string, cue: string): boolean {
  const at = lead.lastIndexOf(cue);
  if (at === -1 || (/^[\p{L}]/u.test(cue) && !isWide(cue) && /\p{L}/u.test(lead[at - 1] ?? ''))) return false;
  const between = lead.slice(at + cue.length);
  if (!isWide(cue) && /^\p{L}/u.test(between)) return false;
  return !/\d/.test(between) && between.split(/[\s,:(]+/).filter((word) => word !== '').length <= 6;
}

function startsNear(tail: string, cue: string): boolean {
  const at = tail.indexOf(cue);
  if (at === -1 || at > (isWide(cue) ? 12 : 24)) return false;
  return isWide(cue) || !/\p{L}/u.test(`${tail[at - 1] ?? ''}${tail[at + cue.length] ?? ''}`);
}

function isWide(cue: string): boolean {
  return /[\p{Script=Hiragana}\p{Script=Han}\p{Script=Hangul}]/u.test(cue);
}

/** Where a sentence ends; not at the dots of an abbreviation, such as "t.o.m." */
const stop = /[!?;。！？\n]|(?<!\.\p{L})\.\s/u;

function lastSentence(words: string): string {
  return words.split(stop).at(-1) ?? '';
}

function firstSentence(words: string): string {
  return words.split(stop)[0] ?? '';
}

function cues(list: string): string[] {
  return list
    .split('|')
    .map((cue) => comparable(cue.trim()))
    .filter((cue) => cue !== '');
}

/** The words of a pattern in the spelling that they are compared in; escapes of the pattern stay as they are. */
function foldedPattern(pattern: string): string {
  return pattern.includes('\\') || pattern.includes('(') ? pattern : comparable(pattern);
}
