import type { ReplyMail } from '../reply-reading.ts';
import { linesOfHtml } from '../text/html-lines.ts';
import { linesOfText } from '../text/lines.ts';
import { foldedWords } from '../text/words.ts';

/** Thanks, and the few words that come with it, in our readers' languages. */
const thanks = new Set(
  foldedWords(`thanks thank thx ty cheers danke dank vielen herzlichen besten merci beaucoup mille gracias muchas muchisimas obrigado obrigada
    muito grazie mille molte bedankt dankjewel hartelijk tack sa mycket dziekuje dziekuje bardzo dzieki ありがとうございます 谢谢 謝謝 多谢 감사합니다 고맙습니다
    شكرا جزيلا תודה רבה`),
);
/** What may stand around it without making it more than thanks. */
const around = new Set(
  foldedWords(`you very much a lot so many again all for this the that your it great good perfect lovely wonderful super prima perfekt parfait perfecto
    ok okay got received noted will do hi hello dear hallo bonjour hola ciao to and best kind warm regards wishes from me my iphone sent
    gruesse gruss viele liebe cordialement saludos saluti groeten hälsningar u je wel für fur pour por per a o os las de la le les un 👍`),
);

/**
 * Whether all that somebody wrote is thanks: to an acknowledgement, say. It asks for no answer, and "we could not read your
 * reply" would be a poor one. `names`: theirs, and of whom they thank.
 */
export function isThanks({ text, html }: Pick<ReplyMail, 'text' | 'html'>, names: readonly string[]): boolean {
  const lines = text?.trim() ? linesOfText(text) : html ? linesOfHtml(html) : [];
  const own: string[] = [];
  for (const { text: line, depth } of lines.slice(0, 40)) {
    if (depth > 0 || /[:：]\s*$/u.test(line) || /^\s*(?:-{2,}|_{5,})/.test(line)) break;
    if (own.length > 0 && line.trim() === '' && own.at(-1) === '') break;
    own.push(line.trim());
  }
  const name = new Set(names.flatMap(foldedWords));
  const words = foldedWords(own.join(' ')).filter((word) => !name.has(word));
  return (
    words.length > 0 &&
    words.length <= 12 &&
    words.some((word) => thanks.has(word)) &&
    words.every((word) => thanks.has(word) || around.has(word))
  );
}
