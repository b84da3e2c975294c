import { isDeepStrictEqual } from 'node:util';
import { type AskedForm, definitionOf, type Purpose } from '#domain/asked.ts';
import { type Attachment, attached, isTnef } from '#domain/attachments.ts';
import { withoutReservations } from '#domain/confirming.ts';
import type { ProgramDefinition } from '#domain/program.ts';
import { isOpen } from '#domain/purposes.ts';
import { type Beside, wordsBeside } from '#domain/questions-back.ts';
import { bounded } from '#domain/replies/outcome/reply-size.ts';
import { saidBack } from '#domain/replies/outcome/said-back.ts';
import { isCircular, soundsAutomatic } from '#domain/reply/automatic.ts';
import { intentOf } from '#domain/reply/intent.ts';
import { type Reaction, reactionOf } from '#domain/reply/reaction.ts';
import { readReply } from '#domain/reply/read-reply.ts';
import type { Reading, ReplyMail, Sent } from '#domain/reply/reading.ts';
import { isThanks } from '#domain/reply/thanks.ts';
import { writtenOn } from '#domain/reply/written-on.ts';
import { withoutPoliteness } from '#domain/small-talk.ts';
import { acknowledge } from '#shared/intake/acknowledge.ts';
import { isGranted, settleLate } from '#shared/intake/late.ts';
import { leave } from '#shared/intake/leave.ts';
import { passOnKept, tellOfMore } from '#shared/intake/offer.ts';
import { passOn } from '#shared/intake/pass-on.ts';
import { stillStands } from '#shared/intake/standing.ts';
import { type Given, take } from '#shared/intake/take.ts';
import { sentFor } from '#shared/mail/archive.ts';
import { type Mail, parseMail } from '#shared/mail/parse.ts';
import { post } from '#shared/mail/post.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import { decline } from './decline.ts';
import type { Became, Incoming } from './incoming.ts';
import { keepLate, type Said } from './late.ts';
import { acknowledgeReaction, answeredBy } from './react.ts';
import { withStrikes } from './strikes.ts';

/** Answers per form and day to replies that change nothing, so that a machine that answers our answers falls silent. */
const mostAnswersADay = 6;
/** And to those that do: nobody is left without a word on what they have changed, and even that ends. */
const mostChangesADay = 20;

/** confirmed: a yes to "was this reply yours?", on which others wait. automatic: by its words. Else what became of it, or why it could not be read. */
type Outcome = Became | 'confirmed' | 'automatic' | 'empty' | 'no-text' | 'outlook';

/** Forms that "no thanks" as a whole answers. A ballot, or a question to the coordinator, is answered by a no to it. */
const declinable: ReadonlySet<Purpose> = new Set(['application', 'agreement', 'midpoint', 'closeout']);

/** Reads, stores and answers a reply. "Stop" and "no thanks" are heard whether or not the form still takes answers. */
export async function understand(incoming: Incoming, mail: Mail): Promise<Outcome> {
  const { cohort, form, person, now, id } = incoming;
  const attachments = attached(mail.attachments);
  const isInTime = isOpen(cohort, form, now) && (await stillStands(form, id));
  const takes = isInTime || (await isGranted(cohort, form, now));
  const reaction = reactionOf(mail, [person.name, mail.from?.name ?? '', person.email]);
  if (reaction) return react(incoming, reaction, takes, isInTime);
  if (!mail.text?.trim() && !mail.html?.trim()) {
    if (!takes) return keepLate(incoming);
    return withoutWords(mail, mail.attachments);
  }

  const program = await cohorts.program(cohort.id);
  const { reading: whole, sent, read } = await readingOf(incoming, program, mail);
  if (whole.intent === 'stop') return stop(incoming, whole);
  if (whole.intent !== 'decline' && isMachines(mail, whole)) return 'automatic';
  const names = [person.name, mail.from?.name ?? '', cohort.coordinator.name];
  // Its writer has been shown what a held reply would store, which is no answer to what we have asked since.
  const spoken = incoming.wasHeld
    ? undefined
    : saidBack(form, program, whole, { sent, mail: asRead(mail), id, names, read });
  // Kept words may go to the coordinator whenever their writer says so; an answer counts while the form takes any.
  const back = takes || spoken?.about === 'offer' ? spoken : undefined;
  const reading = back?.reading ?? whole;
  const { answers, unclear, comments, note } = bounded(reading);
  // "No thanks" to a partner is the no that the form asks about.
  if (form.purpose === 'consent' && reading.intent === 'decline') answers.with ??= false;
  const { worded, proposed, passed } = reading;
  const said = withoutReservations(
    form.purpose,
    {
      answers,
      unclear,
      comments: withoutPoliteness(comments),
      note,
      ...(worded && { worded }),
      ...(proposed && { proposed }),
      ...(passed && { passed }),
    },
    names,
  );
  if (reading.intent === 'decline' && declinable.has(form.purpose)) return decline(incoming, program, said, names);
  const answersNothing = Object.keys(answers).length === 0 && said.unclear.length === 0 && attachments.length === 0;
  if (!back && answersNothing && isThanks(mail, names)) return { became: 'read', why: 'thanks' };
  if (!back && reading.intent === 'nothing' && note === '' && takes) return withoutWords(mail, attachments);
  if (!takes && !back) return keepLate(incoming, said, names);

  const settled = back ? said : await withStrikes(incoming, said, { sent, mail: asRead(mail), names });

  // Read again after it was stored, a reply may look like words to a form on which nothing is open.
  const beside = form.beside?.reply === id ? form.beside : besideOf(incoming, settled, names);
  const given: Given = {
    ...settled,
    reply: id,
    declines: false,
    beside,
    ...(back && { settles: back.about }),
  };
  const stored = await take(cohort, program, form, given, now);
  if (back?.about === 'offer') {
    const agreed = back.agrees && stored.offer && (await passOnKept(cohort, person, stored, stored.offer, now));
    if (answersNothing && note === '') {
      const why = back.agrees ? 'agrees to pass on' : 'keeps words';
      return { became: 'read', why, ...(agreed === 'not passed on' && { unheard: true }) };
    }
  }
  if (form.purpose === 'confirm' && stored.answers.mine !== undefined) {
    return stored.answers.mine === true ? 'confirmed' : { became: 'read' };
  }
  const isAnswered = await answer(incoming, program, {
    stored,
    beside,
    attachments,
    cut: reading.cut === true,
    late: !isInTime,
  });
  if (form.purpose === 'late') await settleLate(cohort, program, stored, now);
  if (!isAnswered) return { became: 'read', why: 'too many replies today to answer', unheard: true };
  const wantsToStop = intentOf(note)?.intent === 'stop';
  if (wantsToStop) await askWhetherToStop(incoming, note, true);
  const why = [whatFollows(stored, beside), ...(wantsToStop ? ['asked whether to stop'] : [])].filter(
    (one) => one !== '',
  );
  return { became: 'read', ...(why.length > 0 && { why: why.join(', ') }) };
}

/** Why there is nothing to read: words that are closed to us, files, or nothing at all. */
function withoutWords({ attachments }: Mail, files: readonly unknown[]): 'outlook' | 'no-text' | 'empty' {
  if (attachments.some(isTnef)) return 'outlook';
  return files.length > 0 ? 'no-text' : 'empty';
}

/** Takes a reaction for the answer that it can only be, or says that it is none. */
async function react(incoming: Incoming, reaction: Reaction, takes: boolean, isInTime: boolean): Promise<Became> {
  const { cohort, form, now, id } = incoming;
  if (!takes) return keepLate(incoming);
  const program = await cohorts.program(cohort.id);
  const said = answeredBy(reaction, incoming, program);
  if (!said) return acknowledgeReaction(reaction, incoming, program);
  const beside: Beside = { passOn: '', kept: '' };
  const stored = await take(cohort, program, form, { ...said, reply: id, declines: false, beside }, now);
  const isAnswered = await answer(incoming, program, { stored, beside, attachments: [], cut: false, late: !isInTime });
  if (!isAnswered) return { became: 'read', why: 'too many replies today to answer', unheard: true };
  return { became: 'read', why: ['reaction', whatFollows(stored, beside)].filter((one) => one !== '').join(', ') };
}

/** Ends all mail; where there was more in the message than the wish to stop, only after asking whether that was it. */
async function stop(incoming: Incoming, { isPart, note }: Reading): Promise<Became> {
  const { cohort, form, person, now, id } = incoming;
  if (isPart) {
    const { passOn: words } = wordsBeside({ note, comments: [], unclear: [], hasAnswers: false }, form.purpose);
    const passedOn = await passOn(cohort, { person, form, reply: id, words }, now);
    await askWhetherToStop(incoming, note, false);
    return { became: 'read', why: 'asked whether to stop', ...(passedOn === 'not passed on' && { unheard: true }) };
  }
  const left = await leave(cohort, person.id, now);
  return { became: 'read', why: left === 'left' ? 'stop' : 'asked whether to hand over' };
}

async function askWhetherToStop(
  { cohort, form, person, now }: Incoming,
  said: string,
  hasAnswers: boolean,
): Promise<void> {
  const occasion = `${form.id}.${now.slice(0, 10)}`;
  await post(cohort, { person: person.id, kind: 'stop-or-not', occasion, form, facts: { said, hasAnswers } }, now);
}

export async function readingOf({ form, cohort, now }: Incoming, program: ProgramDefinition, mail: Mail) {
  const { letters, failure } = await originals(form.id);
  const sent: Sent[] = letters.map(({ text, html }) => ({ text: text ?? '', ...(html !== undefined && { html }) }));
  const definition = definitionOf(form, program);
  const today = writtenOn(mail.date, now, cohort.timeZone);
  const { answers: known, proposed } = form;
  const asked = form.unclear.map(({ key }) => key);
  const read = (words: ReplyMail) => readReply({ form: definition, sent, mail: words, known, proposed, asked, today });
  const reading = read(asRead(mail));
  // An answer is found by comparing it with what we sent. "Stop", or "no thanks" and nothing else, is heard without.
  if (failure !== undefined && !(isLeaving(reading, form.purpose) && !reading.isPart)) throw failure;
  return { sent, reading, read };
}

function isLeaving({ intent }: Reading, purpose: Purpose): boolean {
  return intent === 'stop' || (intent === 'decline' && (declinable.has(purpose) || purpose === 'consent'));
}

/** What was sent for a form, or why it can't be had for now. */
async function originals(form: string): Promise<{ letters: Mail[]; failure?: unknown }> {
  try {
    return { letters: await Promise.all((await sentFor(form)).map(parseMail)) };
  } catch (failure) {
    return { letters: [], failure };
  }
}

function asRead({ from, subject, text, html }: Mail): ReplyMail {
  return { from, subject, ...(text !== undefined && { text }), ...(html !== undefined && { html }) };
}

/** Where their words go. Those of coordinators would come back to them: the answer to them says that nobody has them. */
function besideOf(
  { form, person, cohort }: Incoming,
  { note, answers, comments, unclear }: Said,
  names: readonly string[],
): Beside {
  const beside = wordsBeside(
    { note, comments: Object.values(comments), unclear, hasAnswers: Object.keys(answers).length > 0 },
    form.purpose,
    names,
  );
  return person.email === cohort.coordinator.email ? { ...beside, kept: '' } : beside;
}

/** What a reply has set going besides being stored, for the record of it. */
function whatFollows({ unclear, status, followUp }: AskedForm, { passOn: words, kept }: Beside) {
  return [
    ...(unclear.length > 0 || (status === 'partial' && followUp?.asks !== 'nothing') ? ['asked again'] : []),
    ...(words ? ['passed on'] : []),
    ...(kept ? ['words kept'] : []),
  ].join(', ');
}

/** Longer than an option: words that may have been taken for the answer to the only question that is open. */
const longEnoughForProse = 40;

/** What answers nothing and reads like a program's. Whoever answers anything but with free words is a person. */
function isMachines(mail: Mail, { answers }: Pick<Reading, 'answers'>): boolean {
  const values = Object.values(answers);
  const isProse = values.every((value) => typeof value === 'string' && value.length > longEnoughForProse);
  return (isProse && soundsAutomatic(mail)) || (values.length === 0 && isCircular(mail));
}

interface Answered {
  stored: AskedForm;
  beside: Beside;
  attachments: readonly Attachment[];
  cut: boolean;
  late: boolean;
}

/** Answers a reply, and gives the coordinator what is for them; false when that has been done often enough for a day. */
async function answer(
  incoming: Incoming,
  program: ProgramDefinition,
  { stored, beside, ...rest }: Answered,
): Promise<boolean> {
  const { cohort, form, person, now, id } = incoming;
  const dayAgo = new Date(Date.parse(now) - 24 * 3600 * 1000).toISOString();
  const most = isDeepStrictEqual(stored.answers, form.answers) ? mostAnswersADay : mostChangesADay;
  if (stored.replies.filter(({ at }) => at > dayAgo).length > most) return false;
  const words = beside.passOn;
  const isPassedOn = (await passOn(cohort, { person, form, reply: id, words }, now)) === 'passed on';
  if (beside.kept) await tellOfMore(cohort, person, form, now);
  const about = {
    ...(words && (isPassedOn ? { passedOn: words } : { unheard: words })),
    ...(beside.kept && { confided: beside.kept }),
  };
  await acknowledge(cohort, program, stored, { ...rest, reply: id, beside: about }, now);
  return true;
}
