import { type AskedForm, definitionOf } from '#domain/asked.ts';
import { awaitsWord, settledBy } from '#domain/confirming.ts';
import { openKeys } from '#domain/follow-up.ts';
import type { ProgramDefinition } from '#domain/program.ts';
import { isAllCourtesy } from '#domain/questions-back.ts';
import type { Reading, ReplyMail, Sent } from '#domain/reply/reading.ts';
import { isPassItOn, wordOf } from '#domain/reply/word.ts';

/**
 * What a reply says to something that we asked besides the form: whether we read an answer rightly, or whether words that were
 * kept may go to the coordinator.
 */
export type SaidBack =
  | { about: 'proposal'; reading: Reading }
  /** `reading` is without the words that said so. */
  | { about: 'offer'; agrees: boolean; reading: Reading };

export function saidBack(
  form: AskedForm,
  program: ProgramDefinition,
  reading: Reading,
  { sent, mail, reply, names }: { sent: readonly Sent[]; mail: ReplyMail; reply: string; names: readonly string[] },
): SaidBack | undefined {
  const definition = definitionOf(form, program);
  const awaited = awaitsWord(form, definition);
  if (awaited) {
    const word = wordOf(sent, mail);
    const isOfSeveral = definition.questions.length > 1;
    // "Yes, and 6 no" is read as votes, and so is "approve all" where we proposed a no.
    const hasNo = Object.values(awaited.answers).includes(false);
    const isVote = isOfSeveral && word.kind === 'yes' && hasNo && Object.keys(reading.answers).length > 0;
    const agrees = word.kind === 'other' && word.isYesNo && isOfSeveral && isPlainYes(word.words, names);
    if (agrees)
      return {
        about: 'proposal',
        reading: { ...emptied(reading), ...settledBy('yes', awaited, 'yes'), intent: 'answer' },
      };
    const isMore = isVote || (word.kind === 'other' && (!word.isYesNo || isOfSeveral));
    if (isMore) return undefined;
    const said =
      word.kind === 'other' ? settledBy('unclear', awaited, word.words) : settledBy(word.kind, awaited, word.kind);
    return { about: 'proposal', reading: { ...emptied(reading), ...said, intent: 'answer' } };
  }
  const { offer } = form;
  if (!offer || (offer.settled !== undefined && offer.settled !== reply)) return undefined;
  if (isPassItOn(reading.note)) return { about: 'offer', agrees: true, reading: { ...reading, note: '' } };
  // A plain yes is to what is asked, and while questions are open those are.
  if (openKeys(definition, form).length > 0) return undefined;
  const word = wordOf(sent, mail);
  if (word.kind === 'other')
    return isPassItOn(word.words) ? { about: 'offer', agrees: true, reading: emptied(reading) } : undefined;
  return { about: 'offer', agrees: word.kind === 'yes' && !isNodded(mail), reading: emptied(reading) };
}

/** "Yes, that is right at last. Thank you, Maria.": agreement and courtesy, and no word that could be about one of several. */
function isPlainYes(words: string, names: readonly string[]): boolean {
  const rest = /^yes(?!\p{L})[\s,.!;:–—-]*(.*)$/isu.exec(words)?.[1];
  return rest !== undefined && isAllCourtesy(rest.replaceAll(agreeing, ''), names);
}

const agreeing =
  /(?<!\p{L})(?:(?:that|this|it)(?:['’]s| is) )(?:all |quite |exactly |completely )?(?:right|correct|it|what i meant)(?: (?:now|at last|this time))?(?!\p{L})/giu;

function emptied(reading: Reading): Reading {
  const { worded: _, ...rest } = reading;
  return { ...rest, answers: {}, unclear: [], comments: {}, note: '' };
}

/** "Ok" to an email that tells something is no more than that it was read. */
function isNodded({ text }: ReplyMail): boolean {
  return /^\s*(?:ok|okay|fine|good|great|alright|noted|👍)\b/iu.test(text ?? '');
}
