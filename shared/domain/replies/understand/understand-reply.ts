import { attached, isTnef, type Part } from '#domain/attachments.ts';
import { awaitsWord, withoutReservations } from '#domain/forms/confirming.ts';
import { openKeys } from '#domain/forms/follow-up.ts';
import { definitionOf } from '#domain/forms/form-record.ts';
import { type Beside, withoutReason, wordsBeside } from '#domain/forms/participant-questions.ts';
import { acceptsDecline, isRefusedByDecline, type Purpose } from '#domain/forms/purposes.ts';
import type { Said } from '#domain/replies/outcome/merge-reply.ts';
import { replyTiming } from '#domain/replies/outcome/reply-timing.ts';
import type { Known } from '#domain/replies/outcome/situation.ts';
import { isBounce, isCircular, type Signs, soundsAutomatic } from '#domain/replies/read/automatic/automatic.ts';
import { awayUntil } from '#domain/replies/read/automatic/out-of-office.ts';
import { withoutPoliteness } from '#domain/replies/read/courtesy/courteous-words.ts';
import { isThanks } from '#domain/replies/read/courtesy/thanks-alone.ts';
import type { Reading, ReplyMail, Sent } from '#domain/replies/read/reply-reading.ts';
import { intentOf } from '#domain/replies/read/wishes/intent.ts';
import type { Reaction } from '#domain/replies/read/wishes/reaction.ts';
import { leaveOut } from './leave-out.ts';
import { limitReplySize } from './reply-size.ts';
import { saidBack } from './said-back.ts';
import { nothingBeside, type Understood } from './understood-reply.ts';

/** A message that came in, decoded. */
export interface ReceivedMail extends ReplyMail, Signs {
  from?: { name: string; address: string } | undefined;
  attachments: readonly Part[];
}

/** A reply as it was read, and what it was read against. */
export interface ReadMail {
  mail: ReceivedMail;
  reading: Reading;
  sent: readonly Sent[];
  /** Reads a part of the reply as an answer to the form. */
  read: (mail: ReplyMail) => Reading;
}

/** Whether all that a reply says is that its writer wants none of it. That is heard without the letters that it answers. */
export function isLeaving({ intent, isPart }: Reading, purpose: Purpose): boolean {
  if (isPart) return false;
  return intent === 'stop' || (intent === 'decline' && (acceptsDecline(purpose) || isRefusedByDecline(purpose)));
}

/** What a reply of the person's own says. "Stop" and "no thanks" are heard whether or not the form still takes answers. */
export function understandReply({ mail, reading: whole, sent, read }: ReadMail, known: Known): Understood {
  const { form, program, cohort, person, reply } = known;
  const { purpose } = form;
  const attachments = attached(mail.attachments);
  const timing = replyTiming(known);
  if (whole.intent === 'stop') return understandStop(whole, purpose);
  if (whole.intent !== 'decline' && isMachines(mail, whole))
    return { ...understandAutomatic(mail, known), isTheirs: true };
  const names = [person.name, mail.from?.name ?? '', cohort.coordinator.name];
  // Its writer has been shown what an unconfirmed reply would store, which is no answer to what we have asked since.
  const spoken = known.wasConfirmed
    ? undefined
    : saidBack(form, program, whole, { sent, mail, id: reply, names, read });
  // Kept words may go to the coordinator whenever their writer says so; an answer counts while the form takes any.
  const back = timing !== 'too late' || spoken?.about === 'offer' ? spoken : undefined;
  const reading = back?.reading ?? whole;
  const limited = limitReplySize(reading);
  // "No thanks" to a partner is the no that the form asks about.
  if (isRefusedByDecline(purpose) && reading.intent === 'decline') limited.answers.with ??= false;
  const said = saidIn(limited, purpose, names);
  const { answers, note } = limited;
  if (reading.intent === 'decline' && acceptsDecline(purpose)) return understandDecline(said, known, names);
  const answersNothing = Object.keys(answers).length === 0 && said.unclear.length === 0 && attachments.length === 0;
  if (!back && answersNothing && isThanks(mail, names)) return { is: 'thanks' };
  if (!back && reading.intent === 'nothing' && note === '' && timing !== 'too late')
    return withoutWords(mail, attachments);
  if (timing === 'too late' && !back) return understandLate(said, known, names);

  const whatCounts = back ? said : leaveOut(said, { sent, mail, names }, known);
  // Read again after it was stored, a reply may look like words to a form on which nothing is open.
  const beside = form.beside?.reply === reply ? form.beside : besideOf(whatCounts, known, names);
  return {
    is: 'answers',
    said: whatCounts,
    beside,
    ...(back && { back: back.about === 'offer' ? { about: 'offer', agrees: back.agrees } : { about: 'proposal' } }),
    isOnlyWord: answersNothing && note === '',
    ...(intentOf(note)?.intent === 'stop' && { stopWords: note }),
    attachments,
    isCut: reading.cut === true,
    isReaction: false,
    isLate: timing !== 'in time',
  };
}

/** Why there is nothing to read: words that are closed to us, files, or nothing at all. */
export function withoutWords(
  { attachments }: Pick<ReceivedMail, 'attachments'>,
  files: readonly unknown[] = attachments,
): Understood {
  const why = attachments.some(isTnef) ? 'outlook' : files.length > 0 ? 'no-text' : 'empty';
  return { is: 'unreadable', why, attachments: attached(attachments), isTheirs: true };
}

/** What a message with no words in it at all is to a form that may have closed. */
export function understandWordless(mail: Pick<ReceivedMail, 'attachments'>, known: Known): Understood {
  return replyTiming(known) === 'too late' ? { is: 'late', beside: nothingBeside } : withoutWords(mail);
}

/**
 * What a reaction answers: the only question that is open, when that is one of yes or no. It is the least certain of
 * answers, so what acts at once is confirmed first. Beside something that we have proposed or offered it could be about either.
 */
export function understandReaction({ said, means }: Reaction, known: Known): Understood {
  const { form, program } = known;
  const timing = replyTiming(known);
  if (timing === 'too late') return { is: 'late', beside: nothingBeside };
  const definition = definitionOf(form, program);
  const [key, ...more] = openKeys(definition, form);
  const question = definition.questions.find((one) => one.key === key);
  const isAsked = key !== undefined && more.length === 0 && question?.type === 'yesno';
  const isBeside = awaitsWord(form, definition) || form.strikes || (form.offer && form.offer.settled === undefined);
  if (means === undefined || !isAsked || isBeside)
    return { is: 'reaction', isThanks: means === true && key === undefined };
  const worded = { [key]: { said, sure: false } };
  return {
    is: 'answers',
    said: { answers: { [key]: means }, unclear: [], comments: {}, note: '', worded },
    beside: nothingBeside,
    isOnlyWord: false,
    attachments: [],
    isCut: false,
    isReaction: true,
    isLate: timing === 'allowed late',
  };
}

/**
 * A message of a program: recorded, never answered. When it comes from the person's own mailbox and names the day of their
 * return, reminders wait for that. Nothing else of it is kept: why somebody is away is private.
 */
export function understandAutomatic(
  mail: ReceivedMail,
  { person, cohort, now }: Pick<Known, 'person' | 'cohort' | 'now'>,
  isTheirs = mail.from?.address === person.email,
): Extract<Understood, { is: 'automatic' }> {
  const until = isTheirs ? awayUntil(mail, now, cohort.timeZone) : undefined;
  return { is: 'automatic', isTheirs: isTheirs && !isBounce(mail), ...(until && { until }) };
}

/** What of a reading a form keeps, without what is politeness and what is in doubt. */
function saidIn(reading: Reading, purpose: Purpose, names: readonly string[]): Said {
  const { answers, unclear, comments, note, worded, proposed, passed } = reading;
  const said: Said = {
    answers,
    unclear,
    comments: withoutPoliteness(comments),
    note,
    ...(worded && { worded }),
    ...(proposed && { proposed }),
    ...(passed && { passed }),
  };
  return withoutReservations(purpose, said, names);
}

/** Ends all mail; where there was more in the message than the wish to stop, only after asking whether that was it. */
function understandStop({ isPart, note }: Reading, purpose: Purpose): Understood {
  if (!isPart) return { is: 'stop', beside: nothingBeside };
  return { is: 'stop', words: note, beside: wordsBeside(wordsAlone({ note, comments: {} }), purpose) };
}

/** "No thanks", also after the form has closed: somebody who says so is asked nothing more, and nobody has to allow it. */
function understandDecline(said: Said, known: Known, names: readonly string[]): Understood {
  // "No thanks" to an application by one of a pair that has met: what they mean is for a person to find out.
  if (known.isPaired) return understandLate({ ...said, note: said.note || 'No thanks.' }, known, names);
  const words = wordsAlone({ ...said, note: withoutReason(said.note) });
  return { is: 'decline', said, beside: wordsBeside(words, known.form.purpose, names) };
}

function understandLate(said: Said, { cohort, form }: Known, names: readonly string[]): Understood {
  // Of a cohort that has ended nobody reads them any more.
  const isOver = cohort.status === 'cancelled' || cohort.status === 'finished';
  const beside = isOver ? nothingBeside : wordsBeside(wordsAlone(said), form.purpose, names);
  return { is: 'late', said, beside };
}

/** Words beside which no answer stands. */
function wordsAlone({ note, comments }: Pick<Said, 'note' | 'comments'>) {
  return { note, comments: Object.values(comments), unclear: [], hasAnswers: false };
}

/** Where their words go. Those of coordinators would come back to them: the answer to them says that nobody has them. */
function besideOf(
  { note, answers, comments, unclear }: Said,
  { form, person, cohort }: Known,
  names: readonly string[],
): Beside {
  const hasAnswers = Object.keys(answers).length > 0;
  const beside = wordsBeside({ note, comments: Object.values(comments), unclear, hasAnswers }, form.purpose, names);
  return person.email === cohort.coordinator.email ? { ...beside, kept: '' } : beside;
}

/** Longer than an option: words that may have been taken for the answer to the only question that is open. */
const longEnoughForProse = 40;

/** What answers nothing and reads like a program's. Whoever answers anything but with free words is a person. */
function isMachines(mail: ReceivedMail, { answers }: Pick<Reading, 'answers'>): boolean {
  const values = Object.values(answers);
  const isProse = values.every((value) => typeof value === 'string' && value.length > longEnoughForProse);
  return (isProse && soundsAutomatic(mail)) || (values.length === 0 && isCircular(mail));
}
