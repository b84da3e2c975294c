import type { Question } from '#domain/forms/form.ts';
import { plain } from '#domain/replies/read/text/words.ts';
import { named } from '../named-option.ts';
import { answer, type Understood, unclear } from '../understood-answer.ts';
import { isOpenOffer } from './open-offer.ts';

const all = new Set(
  'all|all of them|all of these|all of the above|everything|every one|all options|alle|alles|alle davon|tous|toutes|tout|todos|todas|todo|todos ellos|tutti|tutte|tutto|alla|allt|allemaal|wszystkie|wszystko|全部|都|すべて|全て|모두|전부|الكل|كلها|جميعها|הכל|כולם'
    .split('|')
    .map(plain),
);

const none = new Set(
  'none|none of them|none of these|none of the above|nothing|no one|keine|keines|keins|nichts|keine davon|aucun|aucune|rien|ninguno|ninguna|nada|nenhum|nenhuma|nessuno|nessuna|niente|geen|niets|geen van alle|inga|inget|ingen|zadne|zaden|nic|没有|沒有|无|無|なし|ありません|特になし|없음|없습니다|لا شيء|لا يوجد|אף אחד|כלום'
    .split('|')
    .map(plain),
);

const anything = new Set(
  'any|any of them|any of these|anything|any time|anytime|any time works|whenever|any works|any is fine|any would do|egal wann|jederzeit|n importe quand|n importe quel|nimporte quand|qualquer|qualquer um|qualquer hora|a qualquer hora|cualquiera|cualquier hora|quando vuoi|qualsiasi|altijd|nar som helst|kiedykolwiek'
    .split('|')
    .map((one) => plain(one)),
);

const oneOrMore = /one or more|at least one|mindestens ein|un ou plusieurs|um ou mais|uno o mas/;

/** "All", "none of them": every option or none, where no option is called that. */
export function allOrNone(question: Question, options: readonly string[], words: string): Understood | undefined {
  if (named(options, words) !== undefined) return undefined;
  const whole = plain(words)
    .replace(/[^\p{L} ]/gu, '')
    .trim();
  if (all.has(whole) || (isOpenOffer(question.ask) && anything.has(whole))) return answer([...options]);
  if (!none.has(whole)) return undefined;
  // A question that says "one or more" in its own words is not answered by none.
  if (question.required === false || !oneOrMore.test(plain(question.ask))) return answer([]);
  return unclear('none-of-them');
}
