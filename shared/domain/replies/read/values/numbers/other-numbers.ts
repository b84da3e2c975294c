import { plain } from '#domain/replies/read/text/words.ts';
import { amounts } from './amount-words.ts';
import type { Figure } from './figures-in.ts';

/**
 * What follows the first number, without the numbers that change nothing: "not 13", and the parts of a whole ("15 years, 5 in
 * this company", "4 (two of them online)"). Undefined when another number is left that could be the answer.
 */
export function withoutOtherNumbers(said: string, [first, ...others]: readonly Figure[]): string | undefined {
  if (!first) return undefined;
  let after = said.slice(first.to);
  let [low, offset] = [first.to, 0];
  for (const other of others) {
    if (other.value === first.value && /^\s*(?:\(|=|-|,|i\.?e\.?)?\s*$/.test(said.slice(low, other.from))) {
      // "15 (fifteen)" is one number.
      after = after.slice(0, other.from - first.to - offset) + after.slice(other.to - first.to - offset);
      offset += other.to - other.from;
      low = other.to;
      continue;
    }
    const lead = plain(said.slice(low, other.from));
    const tail = plain(said.slice(other.to)).split(/[,;\n)]|\.\s/)[0] ?? '';
    const isNot =
      /(?:^|[\s(,;–-])(?:not|instead of|rather than|nicht|statt|pas|nao|non|no|niet|inte|nie)\s+(?:the\s+|as\s+)?$/.test(
        lead,
      ) && other.value !== first.value;
    const isWhole =
      /^\s*(?:[^\d,;(:.–-]{0,30})[,;(:–-]\s*(?:and\s+|of which\s+|of them\s+|including\s+|davon\s+|dont\s+|incluindo\s+|sendo\s+|de los cuales\s+|di cui\s+|about\s+|some\s+|the last\s+|last\s+|only\s+)*$/.test(
        plain(said.slice(first.to, other.from)),
      );
    const isUnitBetween = hasOnlyUnits(said.slice(first.to, other.from));
    const isPart =
      /^\s*(?:years?\s+|of them\s*|of these\s*|of those\s*|of which\s*|ans\s+|anos\s+|jahre\s+)?(?:in|at|as|with|of|here|there|for|online|bei|in der|als|hier|davon|chez|dans|ici|aqui|na|no|em|en|aqui|como|come|qui)\b/.test(
        `${tail} `,
      );
    if (!isNot && !(isWhole && isUnitBetween && isPart && other.value < first.value && others.length === 1))
      return undefined;
    const end = said.slice(other.to).search(/[,;)\n]|\.\s/);
    const to = end === -1 ? said.length : other.to + end;
    after =
      said
        .slice(first.to, other.from)
        .replace(
          /(?:not|instead of|rather than|nicht|statt|pas|não|nao|niet|inte|nie|of which|only|including)\s+$/i,
          '',
        ) + said.slice(to);
    if (others.length > 1) return undefined;
  }
  return after;
}

function hasOnlyUnits(between: string): boolean {
  const words = plain(between).match(/\p{L}+/gu) ?? [];
  return words.every((word) => amounts.has(word) || /^(?:of|which|them|including|davon|dont|and|the|last)$/.test(word));
}
