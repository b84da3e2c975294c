import type { Question } from '#domain/forms/form.ts';
import { tokensOf } from '../text/word-tokens.ts';
import { explain } from './account.ts';
import { languageOptions } from './mentions/language-options.ts';
import { type Mention, unnamed } from './mentions/mention.ts';
import { negationBefore } from './mentions/negation-before.ts';
import { mentionsIn } from './mentions/option-mentions.ts';
import { named, optionText } from './named-option.ts';
import { turnsIn } from './turning-words.ts';
import { answer, type Understood, unclear } from './understood-answer.ts';

/** One option: by letter, words, an unambiguous beginning, position, or a sentence that names it alone. */
export function understandChoice(question: Question, said: string): Understood {
  const options = question.options ?? [];
  if (hasDoubt(said)) return unclear('doubtful');
  const whole = wholeOption(options, said);
  if (whole !== undefined && whole !== 'several') {
    const value = options[whole.option] as string;
    return whole.by === 'letter' || whole.by === 'words' ? answer(value) : { kind: 'answer', value, by: 'words' };
  }
  const language = languageOptions(options).get(
    tokensOf(said)
      .map(({ word }) => word)
      .join(' '),
  );
  if (language !== undefined) return { kind: 'answer', value: options[language] as string, by: 'words' };
  const tokens = tokensOf(said);
  const mentions = mentionsIn(question.ask, options, said, tokens);
  const meant = mentions.filter(({ negated }) => !negated);
  const [first] = meant;
  if (!first || whole === 'several') {
    return unclear(whole === 'several' || mentions.length > 1 ? 'fits-several' : 'which-option');
  }
  if (meant.some(({ option }) => option !== first.option)) return unclear('several-options');
  const value = options[first.option];
  const ruledOut = mentions.some(({ option, negated }) => negated && option === first.option);
  if (first.option === unnamed || value === undefined || ruledOut) return unclear('which-option');
  // The same option again, "b) mentee", and the options that are ruled out, say nothing more.
  const rest = blanked(said, tokens, mentions, first);
  const account = explain(
    { before: rest.slice(0, tokens[first.from]?.start ?? 0), after: rest.slice(tokens[first.to - 1]?.end ?? 0) },
    'option',
    question.ask,
    alone,
  );
  if ('turn' in account || isShortAlternative(rest.slice(tokens[first.to - 1]?.end ?? 0), account.comment)) {
    return unclear('which-option');
  }
  const isPlain =
    first.by !== 'words' && said.slice(0, tokens[first.from]?.start ?? 0).replace(/[^\p{L}\p{N}]/gu, '') === '';
  const read = answer(value, account.comment);
  return isPlain || read.kind !== 'answer' ? read : { ...read, by: 'words' };
}

/** "Only", "just": that option and no other. */
const alone: ReadonlySet<string> = new Set(
  'only just nur bloss seulement uniquement juste so somente apenas solo solamente soltanto alleen bara endast tylko'.split(
    ' ',
  ),
);

/** "weekly/biweekly", "weekly, quarterly": a word beside the option that may be another answer. */
function isShortAlternative(after: string, comment: string): boolean {
  return /^\s*\//.test(after) || (/^\s*,/.test(after) && comment !== '' && tokensOf(comment).length === 1);
}

/** "mentee?" and "a + b", "a > b", "mentor/mentee": a sign says that more than one is meant, or none for sure. */
function hasDoubt(said: string): boolean {
  const [first = ''] = said.split(/[.!\n]/);
  return (
    /[?？؟]/.test(first) ||
    /(?<![-=])[<>≥≤≠¬|\\]|!\s?\p{L}|(?<=^|\s)[a-z]\s?[+=]\s?[a-z](?=$|\s)/iu.test(first.replace(/<?[-=]+>/g, ' '))
  );
}

/** The option that `said` names as a whole. A few words out of the middle of an option are too few to be it. */
function wholeOption(options: readonly string[], said: string) {
  const whole = named(options, said);
  if (whole === undefined || whole === 'several' || whole.by !== 'beginning') return whole;
  const [text, words] = [optionText(options[whole.option] ?? ''), optionText(said)];
  // "Not" alone is no short way of writing "Not decided yet".
  if (text !== words && words.length < 4 && turnsIn(tokensOf(said), said).length > 0) return undefined;
  return text.startsWith(words) || words.length * 2 >= text.length ? whole : undefined;
}

/** What was said with other names of options replaced by spaces, and the "not" before those that are ruled out. */
function blanked(
  said: string,
  tokens: ReturnType<typeof tokensOf>,
  mentions: readonly Mention[],
  keep: Mention,
): string {
  let rest = said;
  for (const one of mentions) {
    if (one === keep) continue;
    const start = tokens[one.from - (one.negated ? negationBefore(tokens, one.from) : 0)]?.start ?? 0;
    const end = tokens[one.to - 1]?.end ?? 0;
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  }
  return rest;
}
