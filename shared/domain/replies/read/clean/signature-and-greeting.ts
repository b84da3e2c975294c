import { foldedWords, plain } from '../text/words.ts';

/** Lines that a phone or a mail program adds under what people write. */
const footers = [
  /^(?:sent|gesendet|envoyé|enviado|inviato|verzonden|verstuurd|skickat|wysłano|wysłane) (?:from|with|via|using|von|mit|depuis|de|desde|do|da|dal|met|vanaf|från|z|ze|por) /,
  /^von meinem .{1,40} gesendet/,
  /^(?:get|download|téléchargez|obtenez|obtener|obtenga|obter|hol dir|laden sie|holen sie sich|scarica|ottieni|hämta|pobierz) .{0,20}outlook/,
  /^outlook (?:for|für|pour|para|per|voor|för|dla) (?:ios|android|mac)/,
  /^(?:télécharger|skaffa|descargar|baixar|laden|zainstaluj|installera) outlook (?:\S{1,6} ){0,2}(?:ios|android|mac)/,
  /^[^a-z]{0,30}(?:ios.{0,10})?outlook.{0,30}(?:<https:..aka\.ms|ios|android)/,
  /^ios ?(?:版|용) ?outlook/,
  /^(?:envoyé|inviato|enviado|sent) .{0,20}(?:iphone|ipad|android|samsung|galaxy|mobile)/,
  /^(?:iphone|ipad|android|galaxy|samsung)(?:から送信| ?から送信| ?에서 보냄)/,
  /^(?:发自|從|从)我的|^發自我的|^나의 .{1,20}에서 보냄|^내 .{1,20}에서 보냄|^تم الإرسال (?:من|بواسطة)|^أُ?رسلت من|^مرسل من|^נשלח מ/,
  /^yahoo mail[: ]|^sent from (?:yahoo|proton)|^secured by proton|^powered by /,
];

/** The beginnings of paragraphs that companies put under every message. */
const disclaimer =
  /(?:this (?:e-?mail|message|communication)|diese e-?mail|cet? (?:e-?mail|message)|este (?:correo|mensaje|e-?mail)|questa e-?mail|esta mensagem|deze e-?mail).{0,200}(?:confidential|intended|privileged|vertraulich|confidentiel|confidencial|riservat|vertrouwelijk)/;

/** Closings, as the folded words of a whole line. */
const closings = new Set(
  `best|best regards|kind regards|warm regards|warmest regards|regards|many regards|best wishes|all the best|with best wishes|
cheers|sincerely|yours sincerely|yours|yours truly|yours faithfully|warmly|take care|thanks|thank you|many thanks|thanks a lot|
thanks again|thanks and best regards|thanks in advance|thank you very much|with kind regards|kind wishes|br|kr|rgds|bests|love|
mit freundlichen grüßen|mit freundlichem gruß|freundliche grüße|viele grüße|liebe grüße|beste grüße|herzliche grüße|schöne grüße|
mfg|lg|vg|gruß|grüße|danke|vielen dank|cordialement|bien cordialement|bien à vous|amicalement|merci|merci beaucoup|salutations|
meilleures salutations|bonne journée|saludos|saludos cordiales|un saludo|un cordial saludo|cordialmente|atentamente|gracias|
muchas gracias|atenciosamente|cumprimentos|com os melhores cumprimentos|melhores cumprimentos|abraço|abraços|um abraço|obrigado|
obrigada|cordiali saluti|distinti saluti|un saluto|saluti|grazie|grazie mille|a presto|met vriendelijke groet|
met vriendelijke groeten|vriendelijke groet|groet|groeten|groetjes|bedankt|dank je|dank u|hartelijke groet|mvg|vänliga hälsningar|
med vänliga hälsningar|vänlig hälsning|med vänlig hälsning|hälsning|hälsningar|mvh|bästa hälsningar|tack|tack så mycket|pozdrawiam|serdecznie pozdrawiam|z poważaniem|
pozdrowienia|dziękuję|dzięki|z wyrazami szacunku`
    .split('|')
    .map((words) => foldedWords(words.trim()).join(' ')),
);
/** The same in scripts without spaces, as beginnings of a line. */
const otherClosings =
  /^(?:以上、?)?(?:よろしく|宜しく|敬具|ありがとう|此致|谢谢|謝謝|祝好|감사합니다|고맙습니다|مع (?:خالص )?(?:ال)?تحي(?:ة|ات)|تحياتي|شكرا|مع الشكر|בברכה|תודה)/;

const greetings =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings|hallo|liebe|lieber|sehr geehrte|sehr geehrter|guten (?:tag|morgen|abend)|moin|bonjour|bonsoir|salut|cher|chere|hola|buenos dias|buenas tardes|estimad[oa]s?|querid[oa]s?|ola|oi|bom dia|boa tarde|car[oa]|prezad[oa]|ciao|buongiorno|buonasera|gentile|beste|geachte|goedemorgen|goedemiddag|dag|hoi|hej|kara|basta|hejsan|god (?:morgon|dag)|czesc|dzien dobry|szanown[ay]|drog[ia]|witam)(?![\p{L}\p{N}])/u;
const otherGreetings =
  /^(?:こんにちは|お世話になって|您好|你好|안녕하세요|مرحب|السلام عليكم|عزيز|שלום|היי)|^.{0,30}你好[：:，,!！]?$|^[^\s、。]{1,20}(?:様|さん|先生)[、,]?$/u;

/**
 * The lines of one stretch of their words, without signature, footers, disclaimers and a closing with a name. A closing
 * that is all there is under a question ("Thanks") is its answer.
 */
export function withoutSignature(lines: readonly string[], isAnswer: boolean, sender = ''): string[] {
  let end = lines.findIndex((line) => /^--\s?$/.test(line) || isFooter(line));
  if (end === -1) end = lines.length;
  const kept = lines.slice(0, end);
  const first = Math.max(0, kept.length - 12);
  for (let index = first; index < kept.length; index += 1) {
    const line = kept[index] ?? '';
    if (isClosing(line, sender) && isSignedBy(kept.slice(index + 1)) && (!isAnswer || hasWords(kept.slice(0, index)))) {
      return trimBlank(kept.slice(0, index));
    }
  }
  return withoutName(trimBlank(kept), sender);
}

/**
 * Without the sender's own name at the end ("Ada", "/Ada", "- A. Byron", "김민수 올림"), and without a signature of short
 * lines that begins with it in a paragraph of its own.
 */
function withoutName(lines: readonly string[], sender: string): string[] {
  if (isNameOf(sender, lines.at(-1) ?? '') && lines.length > 1) return trimBlank(lines.slice(0, -1));
  for (let index = Math.max(1, lines.length - 8); index < lines.length; index += 1) {
    const begins = (lines[index - 1] ?? '').trim() === '' && isNameOf(sender, lines[index] ?? '');
    if (begins && isSignedBy(lines.slice(index))) return trimBlank(lines.slice(0, index));
  }
  return [...lines];
}

function isNameOf(sender: string, line: string): boolean {
  if (sender === '' || !/^[\s/~–—-]{0,4}[\p{L}\p{M}.,'’ -]{2,60}$/u.test(line)) return false;
  const words = foldedWords(line.trim().replace(/(?:올림|드림|拝|上)$/u, '')).map((word) => word.replace(')', ''));
  const signed = words.join('');
  const names = foldedWords(sender);
  const isEach = words.every((word) =>
    names.some((name) => name === word || (word.length === 1 && name.startsWith(word))),
  );
  const isUnspaced = /^[\p{Script=Han}\p{Script=Hangul}]+$/u.test(signed) && names.join('').includes(signed);
  return signed.length > 1 && words.length <= 4 && (isEach || isUnspaced);
}

/** Without "Hi Maria," at the top. A Japanese letter greets by name, and then once more. */
export function withoutGreeting(lines: readonly string[]): string[] {
  let left = trimBlank(lines);
  for (let greetings = 0; greetings < 3; greetings += 1) {
    const [first = '', ...more] = left;
    const rest = afterGreeting(first.trim());
    if (rest === undefined) break;
    left = trimBlank([rest, ...more]);
    if (!otherGreetings.test(first.trim())) break;
  }
  return left;
}

/** Whether a line is a greeting, and nothing is said behind it. */
export function isGreeting(line: string): boolean {
  return afterGreeting(line.trim()) === '';
}

/** What is said behind a greeting on its line; nothing when the line does not begin with one. */
function afterGreeting(line: string): string | undefined {
  if (otherGreetings.test(line)) {
    const end = line.search(/[、。,，،!！:：]/u);
    if (end !== -1 && end <= 40) return line.slice(end + 1).trim();
    // A letter or a figure may be an answer that nothing sets apart.
    return line.length <= 40 && !/\d|(?<![a-z])[a-z](?![a-z])/i.test(line) ? '' : undefined;
  }
  // "Hi Maria, both please." is a greeting and an answer; only a line that is nothing but a greeting is one.
  const body = line.replace(/[,!.،、，。:]{1,3}$/u, '');
  return greetings.test(plain(line)) && foldedWords(body).length <= 5 && !/[\d,;:.?!]/.test(body) ? '' : undefined;
}

function isFooter(line: string): boolean {
  const text = line.trim().slice(0, 400).toLowerCase();
  return text !== '' && (footers.some((footer) => footer.test(text)) || disclaimer.test(text));
}

function isClosing(line: string, sender: string): boolean {
  const names = new Set(foldedWords(sender));
  const words = foldedWords(line.slice(0, 80));
  const unsigned = words.slice(
    0,
    words.findIndex((word) => names.has(word)),
  );
  return (
    closings.has(words.join(' ')) ||
    (unsigned.length > 0 &&
      words.slice(unsigned.length).every((word) => names.has(word)) &&
      closings.has(unsigned.join(' '))) ||
    (line.length < 30 && otherClosings.test(line.trim())) ||
    closings.has(foldedWords(namedClosing.exec(line.trim())?.[1] ?? '').join(' '))
  );
}

/** "Cheers, Ada", "Tack! /Åsa": a closing with its name on one line. */
const namedClosing =
  /^([^,!./]{2,40})(?:[,!.]\s?\/?|\s?\/)\s?(?:\p{Lu}|\p{Lo})[\p{L}\p{M}.'’-]{0,30}(?:\s[\p{L}\p{M}.'’-]{1,30}){0,3}$/u;

/** What follows a closing is a name and perhaps a few lines of a signature: short lines, no sentence. */
function isSignedBy(lines: readonly string[]): boolean {
  const words = lines.filter((line) => line.trim() !== '');
  return words.length <= 8 && words.every((line) => line.length <= 70) && (words[0] ?? '').length <= 40;
}

function hasWords(lines: readonly string[]): boolean {
  return lines.some((line) => line.trim() !== '');
}

export function trimBlank(lines: readonly string[]): string[] {
  let start = 0;
  let end = lines.length;
  while (start < end && lines[start]?.trim() === '') start += 1;
  while (end > start && lines[end - 1]?.trim() === '') end -= 1;
  return lines.slice(start, end);
}
