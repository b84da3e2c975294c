import { awaitsWord, isOfVotes, type Proposal, settledBy } from '#domain/forms/confirming.ts';
import { openKeys } from '#domain/forms/follow-up.ts';
import type { FormDefinition } from '#domain/forms/form.ts';
import { type AskedForm, definitionOf } from '#domain/forms/form-record.ts';
import { isAllCourtesy } from '#domain/forms/participant-questions.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import type { Reading, ReplyMail, Sent } from '#domain/replies/read/reply-reading.ts';
import { agreedTo } from '#domain/replies/read/wishes/agreed-proposals.ts';
import { isPassItOn, wordOf } from '#domain/replies/read/wishes/bare-word.ts';
import { beside } from './yes-and-more.ts';

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
  reply: Replying,
): SaidBack | undefined {
  const { sent, mail } = reply;
  const definition = definitionOf(form, program);
  const awaited = awaitsWord(form, definition);
  if (awaited) {
    const settled = saidOfProposal(definition, awaited, reading, reply);
    return settled && { about: 'proposal', reading: settled };
  }
  const { offer } = form;
  if (!offer || (offer.settled !== undefined && offer.settled !== reply.id)) return undefined;
  if (isPassItOn(reading.note)) return { about: 'offer', agrees: true, reading: { ...reading, note: '' } };
  // A plain yes is to what is asked, and while questions are open those are.
  if (openKeys(definition, form).length > 0) return undefined;
  const word = wordOf(sent, mail);
  if (word.kind === 'other')
    return isPassItOn(word.words) ? { about: 'offer', agrees: true, reading: emptied(reading) } : undefined;
  return { about: 'offer', agrees: word.kind === 'yes' && !isNodded(mail), reading: emptied(reading) };
}

interface Replying {
  sent: readonly Sent[];
  mail: ReplyMail;
  id: string;
  /** The writer's and the coordinator's: courtesy where they stand alone. */
  names: readonly string[];
  /** Reads a part of the reply as an answer to the form. */
  read: (mail: ReplyMail) => Reading;
}

/** What a reply makes of the answers that we have proposed; undefined where it says nothing of them as a whole. */
function saidOfProposal(
  definition: FormDefinition,
  awaited: Proposal,
  reading: Reading,
  { sent, mail, names, read }: Replying,
): Reading | undefined {
  const word = wordOf(sent, mail);
  const isOfSeveral = definition.questions.length > 1;
  // "Yes, and 6 no" is read as votes, and so is "approve all" where we proposed a no.
  const hasNo = Object.values(awaited.answers).includes(false);
  const isVote =
    isOfVotes(definition) && isOfSeveral && word.kind === 'yes' && hasNo && Object.keys(reading.answers).length > 0;
  const agreed = word.kind === 'other' ? agreedTo(word.words, proposedOf(definition, awaited), names) : undefined;
  if (agreed) return settled(reading, settledBy('yes', only(awaited, agreed), 'yes'));
  if (!isOfVotes(definition) && word.kind === 'other') return inPart(definition, awaited, { mail, names, read });
  const more = word.kind === 'other' && isOfSeveral ? votesBeside(awaited, { mail, names, read }) : undefined;
  if (more) return more;
  const isMore = isVote || (word.kind === 'other' && (!word.isYesNo || isOfSeveral));
  if (isMore) return undefined;
  return settled(
    reading,
    word.kind === 'other' ? settledBy('unclear', awaited, word.words) : settledBy(word.kind, awaited, word.kind),
  );
}

function proposedOf({ questions }: FormDefinition, { answers }: Proposal): { key: string; number: number }[] {
  return questions.flatMap(({ key }, index) => (answers[key] === undefined ? [] : [{ key, number: index + 1 }]));
}

function only({ answers, said }: Proposal, keys: readonly string[]): Proposal {
  return { answers: Object.fromEntries(Object.entries(answers).filter(([key]) => keys.includes(key))), said };
}

function settled(reading: Reading, by: ReturnType<typeof settledBy>): Reading {
  return { ...emptied(reading), ...by, intent: 'answer' };
}

/** "Yes, but 7 is c": what is named is as the reply says, and the yes is to the others. */
function inPart(
  definition: FormDefinition,
  awaited: Proposal,
  { mail, names, read }: Pick<Replying, 'mail' | 'names' | 'read'>,
): Reading | undefined {
  const { agrees, begins, mail: rest } = beside(mail);
  const reading = denied(definition, read(rest));
  const isYes = isPlainYes(reading.note, names);
  if (!isYes && !isOnlyCourtesy(reading.note, names)) return undefined;
  const named = new Set([
    ...Object.keys(reading.answers),
    ...reading.unclear.map(({ key }) => key),
    ...(reading.passed ?? []),
  ]);
  if (!agrees && !isYes) return begins && named.size > 0 ? reading : undefined;
  const others = Object.entries(awaited.answers).filter(([key]) => !named.has(key));
  return { ...reading, answers: { ...Object.fromEntries(others), ...reading.answers }, note: '', intent: 'answer' };
}

/** "Yes, that is right. And Grace and Ada is also yes": votes on others, beside words that say that ours are right. */
function votesBeside(
  { answers }: Proposal,
  { mail, names, read }: Pick<Replying, 'mail' | 'names' | 'read'>,
): Reading | undefined {
  const { judges, mail: rest } = beside(mail);
  const reading = judges ? read(rest) : undefined;
  if (!reading || reading.unclear.length > 0 || Object.keys(reading.answers).length === 0) return undefined;
  const isOnOthers = Object.keys(reading.answers).every((key) => answers[key] === undefined);
  if (!isOnOthers || !isOnlyCourtesy(reading.note, names)) return undefined;
  return { ...reading, answers: { ...answers, ...reading.answers }, note: '', intent: 'answer' };
}

/** "Yes, but not 4": the numbers of answers that were read wrongly, and no word of what they should be. */
function denied(definition: FormDefinition, reading: Reading): Reading {
  const isOnlyNumbers =
    /^(?:(?:not|except|without|number|question|no|nr|nicht|and|und|or|the)(?!\p{L})|[\s,.&]|\d{1,3}(?!\d))+$/iu;
  if (!/\d/.test(reading.note) || !isOnlyNumbers.test(reading.note)) return reading;
  const questions = (reading.note.match(/\d+/g) ?? []).map((number) => definition.questions[Number(number) - 1]);
  const unclear = questions.flatMap((question) =>
    question ? [{ key: question.key, said: reading.note, why: { kind: 'what-instead' as const } }] : [],
  );
  return unclear.length < questions.length
    ? reading
    : { ...reading, note: '', unclear: [...reading.unclear, ...unclear] };
}

/** "Yes, that is right at last. Thank you, Maria.": agreement and courtesy, and no word that could be about one of several. */
function isPlainYes(words: string, names: readonly string[]): boolean {
  const rest = /^yes(?!\p{L})[\s,.!;:–—-]*(.*)$/isu.exec(words)?.[1];
  return rest !== undefined && isOnlyCourtesy(rest.replaceAll(agreeing, ''), names);
}

/** Courtesy in which nothing is counted: "to the first two" could be about some of several. */
function isOnlyCourtesy(words: string, names: readonly string[]): boolean {
  const counts =
    /\d|(?<!\p{L})(?:first|second|third|last|one|two|three|four|five|six|seven|eight|nine|ten|other)(?!\p{L})/iu;
  return isAllCourtesy(words, names) && !counts.test(words);
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
