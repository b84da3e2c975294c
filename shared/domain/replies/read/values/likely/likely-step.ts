import type { Question } from '#domain/forms/form.ts';
import { scaleOf } from '#domain/forms/scale-ends.ts';
import { tokensOf } from '#domain/replies/read/text/word-tokens.ts';
import { foldedWords, plain } from '#domain/replies/read/text/words.ts';
import { turnsIn } from '../turning-words.ts';

const more =
  /(?<!\p{L})(?:further|farther|better|more|ahead|weiter|besser|mehr|plus loin|mieux|mais longe|melhor|mas lejos|mejor)(?!\p{L})/u;
const less = /(?<!\p{L})(?:less|behind|worse|slower|short of|weniger|schlechter|moins|pior|menos|aquem|peor)(?!\p{L})/u;
const much = /(?<!\p{L})(?:much|far|way|a lot|miles|very|viel|weit|deutlich|muito|beaucoup|bien|mucho)(?!\p{L})/u;
const little =
  /(?<!\p{L})(?:little|bit|slightly|somewhat|touch|tad|etwas|bisschen|leicht|um pouco|un peu|un poco)(?!\p{L})/u;
const expected =
  /(?<!\p{L})(?:expected|thought|hoped|imagined|planned|gedacht|erwartet|erhofft|esperava|esperado|previsto|prevu|attendu|esperaba)(?!\p{L})/u;
const equal =
  /(?<!\p{L})(?:neither (?:better nor worse|more nor less)|weder (?:besser noch schlechter|mehr noch weniger)|(?:just |right |exactly |more or less |pretty much )?(?:about )?(?:as|where|what)|mais ou menos (?:o que|como)|wie)(?!\p{L})/u;

/** A step that is told in words: an end of the scale, or how it compares with what was expected, where zero is that. */
export function likelyStep(question: Question, said: string): number | undefined {
  const { min, max } = scaleOf(question);
  const [first = '', ...later] = said.split(/[.,;!\n(]|\s[-–—]\s/u).map((part) => part.trim());
  const words = plain(first);
  if (
    min === -max &&
    expected.test(words) &&
    later.every(
      (part) => !expected.test(plain(part)) && !/(?<!\p{L})(?:not|no|but|nicht|mais|mas)(?!\p{L})/iu.test(part),
    )
  ) {
    if (equal.test(words) && /neither|weder/.test(words)) return 0;
    if (turnsIn(tokensOf(first), first).some(({ turn }) => turn === 'negation')) return undefined;
    const [isMore, isLess] = [
      more.test(words.replace(/more or less|mais ou menos/, '')),
      less.test(words.replace(/more or less|mais ou menos/, '')),
    ];
    if (isMore && isLess) return undefined;
    if (!isMore && !isLess) return equal.test(words) ? 0 : undefined;
    const step = much.test(words) && !little.test(words) ? 2 : 1;
    return Math.min(max, step) * (isMore ? 1 : -1);
  }
  return endOf(question, first, later.join(' '));
}

/** "Always so far", "always, not one meeting has fallen out": the words of one end, and nothing beside them that limits. */
function endOf(question: Question, first: string, later: string): number | undefined {
  const { min, max } = scaleOf(question);
  const own = foldedWords(first).filter((word) => !filling.has(word));
  const ends = (question.ends ?? []).map((end) =>
    foldedWords(end)
      .filter((word) => !filling.has(word))
      .join(' '),
  );
  const at = ends.indexOf(own.join(' '));
  if (at < 0 || own.length === 0 || ends[0] === ends[1]) return undefined;
  const isLimited = turnsIn(tokensOf(later), later).some(
    ({ turn, from }) =>
      turn === 'contrast' || (turn === 'negation' && from > 0) || turn === 'condition' || turn === 'doubt',
  );
  return isLimited ? undefined : at === 0 ? min : max;
}

const filling = new Set('so far really pretty up to now honestly we do it is'.split(' '));
