import type { Question } from '#domain/forms/form.ts';
import { tokensOf } from '#domain/replies/read/text/word-tokens.ts';
import { explain } from '../account.ts';
import { mentionsIn } from '../mentions/option-mentions.ts';
import { mentioned } from '../named-option.ts';
import { answer, type Understood, unclear } from '../understood-answer.ts';
import { allOrNone } from './all-or-none.ts';
import { byWords, inOrder } from './chosen-options.ts';
import { saysAllBut, withoutLeftOut, withoutRuledOut } from './left-out-options.ts';
import { allMentioned, chosenIn, namedIn } from './listed-options.ts';
import { hasDoubtfulLetter, lettersTogether } from './option-letters.ts';
import { isRangeOnly } from './option-ranges.ts';
import { mentionedInSentence } from './options-in-sentence.ts';
import { withoutAsides, withoutCourtesy } from './without-asides.ts';

/** Several options: "a, c and e", "a c e", "a-c", "all but c", their words one a line, "all". Every piece has to be an option. */
export function understandChoices(question: Question, said: string): Understood {
  const options = question.options ?? [];
  const signs = said.replace(/<?[-=]+>/g, ' ');
  // "all -c", "a+b-c", "a > c", "!c", "a, b?": signs that put an option aside or in doubt.
  if (
    /[?？؟]|[<>≠¬|\\]|!\s?[a-z](?![\p{L}])|[\p{L}\p{N}] ?[-–−] ?[a-z](?= *(?:[,;.)\n]|$))|(?:^|[\s,;+])(?:ex|excl|exc|esp|without|w\/o|minus|nicht|ohne|sans|sem|sin)\.?\s/iu.test(
      signs,
    ) &&
    !isRangeOnly(options, said) &&
    !saysAllBut(said)
  ) {
    return unclear('all-of-it');
  }
  // A list of bullets, of which the first may stand behind the number of the question.
  const { words, comment } = withoutAsides(
    withoutCourtesy(/\n\s*[-–•*]\s/u.test(said) ? said.replace(/^\s*[-–•*]\s+/gmu, '') : said),
  );
  const account =
    comment === '' ? { comment } : explain({ before: '', after: ` - ${comment}` }, 'option', question.ask);
  if ('turn' in account && !isAboutNoOption(options, comment)) return unclear('all-of-it');
  // "f - my field, plus e" has one more of the options behind the dash.
  if (comment !== '' && namesOption(question, options, comment)) return unclear('all-of-it');
  const read = readChoices(question, options, words);
  if (read.kind !== 'answer' || comment === '' || read.comment !== undefined) return read;
  return { ...read, comment };
}

function namesOption({ ask }: Question, options: readonly string[], remark: string): boolean {
  return mentionsIn(ask, options, remark, tokensOf(remark)).some(({ by }) => by !== 'words');
}

/** A remark with a "not" in it that names no option at all: "(not that I am an expert)" is no turn of the others. */
function isAboutNoOption(options: readonly string[], comment: string): boolean {
  return /^\(?(?:not that|no need)/i.test(comment) && mentioned(options, comment).length === 0;
}

function readChoices(question: Question, options: readonly string[], words: string): Understood {
  const whole = allOrNone(question, options, words) ?? withoutLeftOut(question, options, words);
  if (whole) return whole;
  const written = allMentioned(options, words);
  if (written) return answer(inOrder(options, written));
  if (hasDoubtfulLetter(options, words)) return unclear('letter-or-and');
  const together = lettersTogether(options, words);
  if (together) return byWords(inOrder(options, together));
  const found = namedIn(question, options, words);
  if (found) return found.exact ? answer(inOrder(options, found.chosen)) : byWords(inOrder(options, found.chosen));
  const others = withoutRuledOut(question, options, words) ?? mentionedInSentence(question, options, words);
  if (others) return others;
  const asOneLine = chosenIn(question, options, words.replaceAll('\n', ' '));
  return 'kind' in asOneLine ? { kind: 'unclear', why: asOneLine } : unclear('which-option');
}
