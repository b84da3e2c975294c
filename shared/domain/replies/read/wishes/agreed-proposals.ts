import { isAllCourtesy } from '#domain/forms/participant-questions.ts';

/** An answer that we have proposed, by its question. */
interface Proposed {
  key: string;
  number: number;
}

const numerals =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const number = `(?:\\d{1,3}|${numerals.slice().reverse().join('|')})`;
const numbers = `(?:(?:questions?|answers?|numbers?|nos?\\.?|nr\\.?)\\s+)?${number}(?:(?:\\s*[,&+/]\\s*(?:and\\s+)?|\\s+(?:and|und|et|e|y)\\s+)${number})*`;
const count = `(?:two|three|four|five|six|seven|eight|nine|ten)`;
const these = `(?:(?:those|these|the|all|all of (?:the|those|these))\\s+(?<count>${count})(?:\\s+(?:of\\s+(?:them|those|these)|answers?))?|(?:both|all)(?:\\s+of\\s+(?:them|those|these|it))?|they(?:\\s+(?:both|all))?|(?:these|those)(?:\\s+both)?|everything|that|this|it|you)`;
const meant = `what\\s+i\\s+(?:meant|mean|wrote|said|had\\s+in\\s+mind)|(?:just\\s+)?(?:as|how|like)\\s+(?:i|you)\\s+(?:meant|mean|wrote|write|have|had|said|say|put|read)(?:\\s+(?:it|them|that|those))?`;
const right = `(?:(?:all|both|quite|exactly|completely|just|indeed|perfectly)\\s+)*(?:right|correct|fine|true|okay|ok|it|${meant})(?:\\s+(?:now|at\\s+last|this\\s+time|indeed))?`;
const is = `(?:['’](?:s|re)|\\s+(?:is|are|was|were))\\s+`;

/** "Those two are right", "7 and 19 are what I meant". */
const judged = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${these}|(?<numbers>${numbers}))${is}${right}(?:\\s*,?\\s+(?:with\\s+)?(?<more>${numbers}))?(?![\\p{L}\\p{N}'’])`,
  'giu',
);
/** "To both", "for 5 and 15", "with nine and ten", "all three". */
const named = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:to|for|on|with|about)\\s+(?:both\\s+)?(?:${these}|(?<numbers>${numbers}))|all\\s+(?<all>${count})|(?:both|all)(?:\\s+of\\s+(?:them|those|these|it))?|(?:just\\s+|exactly\\s+|quite\\s+)?(?:${meant}))(?![\\p{L}\\p{N}'’])`,
  'giu',
);
/** "(I had said so already)". */
const before =
  /(?<!\p{L})(?:as\s+)?i(?:\s+(?:had|have)|['’](?:ve|d))?\s+(?:already\s+)?said(?:\s+(?:so|that|it|this|as much))?(?:\s+(?:already|before))?(?!\p{L})/giu;
const yes = /^(?:(?:yes|yep|yeah|yup|sim|ja|oui|s[ií])(?!\p{L})[\s,.!;:–—()-]*)+/iu;

/**
 * Which of the answers that we have proposed somebody agrees to, by words that say nothing else: "Yes, Maria, they are both
 * right", "yes for 5 and 15". Undefined where a word is left that is more than courtesy, or a number that is none of them.
 * `names`: the writer's and the coordinator's.
 */
export function agreedTo(words: string, proposed: readonly Proposed[], names: readonly string[]): string[] | undefined {
  const said = { numbers: new Set<number>(), counts: new Set<number>(), judges: false };
  const note =
    (isJudged: boolean) =>
    (match: string, ...rest: unknown[]) => {
      const groups = rest.at(-1) as Record<string, string | undefined>;
      if (isJudged) said.judges = true;
      for (const one of [groups.numbers, groups.more].join(' ').match(new RegExp(number, 'giu')) ?? [])
        said.numbers.add(numeralValue(one));
      const counted = groups.count ?? groups.all;
      if (counted) said.counts.add(numeralValue(counted));
      return match.replace(/[^\s]/g, ' ');
    };
  const beginsWithYes = yes.test(words);
  const rest = words.replace(yes, '').replace(judged, note(true)).replace(named, note(false)).replace(before, ' ');
  if (!(beginsWithYes || said.judges) || /\d/.test(rest) || !isAllCourtesy(rest.replace(/[()]/g, ' ').trim(), names))
    return undefined;
  if (countsSome.test(rest)) return undefined;
  const known = new Map(proposed.map((one) => [one.number, one.key]));
  if ([...said.numbers].some((one) => !known.has(one))) return undefined;
  const keys =
    said.numbers.size > 0 ? [...said.numbers].map((one) => known.get(one) ?? '') : proposed.map(({ key }) => key);
  return [...said.counts].every((one) => one === keys.length) ? keys : undefined;
}

/** "To the first two" could be about some of several. */
const countsSome = new RegExp(
  `(?<!\\p{L})(?:first|second|third|last|other|others|rest|${numerals.join('|')})(?!\\p{L})`,
  'iu',
);

function numeralValue(numeral: string): number {
  const at = numerals.indexOf(numeral.toLowerCase());
  return at === -1 ? Number(numeral) : at + 1;
}
