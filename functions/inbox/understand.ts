import { isDeepStrictEqual } from 'node:util';
import { type AskedForm, definitionOf, type Purpose } from '#domain/asked.ts';
import { type Attachment, attached } from '#domain/attachments.ts';
import type { ProgramDefinition } from '#domain/program.ts';
import { isOpen } from '#domain/purposes.ts';
import { questionsBack } from '#domain/questions-back.ts';
import { isCircular, soundsAutomatic } from '#domain/reply/automatic.ts';
import { readReply } from '#domain/reply/read-reply.ts';
import type { Reading } from '#domain/reply/reading.ts';
import { isThanks } from '#domain/reply/thanks.ts';
import { withoutPoliteness } from '#domain/small-talk.ts';
import { acknowledge } from '#shared/intake/acknowledge.ts';
import { bounded } from '#shared/intake/bounded.ts';
import { isGranted, settleLate } from '#shared/intake/late.ts';
import { leave } from '#shared/intake/leave.ts';
import { passOn } from '#shared/intake/pass-on.ts';
import { stillStands } from '#shared/intake/standing.ts';
import { type Given, take } from '#shared/intake/take.ts';
import { sentFor } from '#shared/mail/archive.ts';
import { type Mail, parseMail } from '#shared/mail/parse.ts';
import { post } from '#shared/mail/post.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import { decline } from './decline.ts';
import type { Became, Incoming } from './incoming.ts';
import { keepLate } from './late.ts';

/** Answers per form and day to replies that change nothing, so that a machine that answers our answers falls silent. */
const mostAnswersADay = 6;
/** And to those that do: nobody is left without a word on what they have changed, and even that ends. */
const mostChangesADay = 20;

/** confirmed: a yes to "was this reply yours?", on which others wait. automatic: by its words. Else what became of it, or why it could not be read. */
type Outcome = Became | 'confirmed' | 'automatic' | 'empty' | 'no-text';

/** Forms that "no thanks" as a whole answers. A ballot, or a question to the coordinator, is answered by a no to it. */
const declinable: ReadonlySet<Purpose> = new Set(['application', 'agreement', 'midpoint', 'closeout']);

/** Reads, stores and answers a reply. "Stop" and "no thanks" are heard whether or not the form still takes answers. */
export async function understand(incoming: Incoming, mail: Mail): Promise<Outcome> {
  const { cohort, form, person, now, id } = incoming;
  const attachments = attached(mail.attachments);
  const isInTime = isOpen(cohort, form, now) && (await stillStands(form, id));
  const takes = isInTime || (await isGranted(cohort, form, now));
  if (!mail.text?.trim() && !mail.html?.trim()) {
    if (!takes) return keepLate(incoming);
    return mail.attachments.length > 0 ? 'no-text' : 'empty';
  }

  const program = await cohorts.program(cohort.id);
  const reading = await readingOf(form, program, mail);
  if (reading.intent === 'stop') {
    await post(cohort, { person: person.id, kind: 'stopped', occasion: 'stopped' }, now);
    await leave(cohort, person.id, now);
    return { became: 'read' };
  }
  if (reading.intent !== 'decline' && isMachines(mail, reading)) return 'automatic';
  const { answers, unclear, comments, note } = bounded(reading);
  // "No thanks" to a partner is the no that the form asks about.
  if (form.purpose === 'consent' && reading.intent === 'decline') answers.with ??= false;
  const said = { answers, unclear, comments: withoutPoliteness(comments), note };
  if (reading.intent === 'decline' && declinable.has(form.purpose)) return decline(incoming, program, said);
  const answersNothing = Object.keys(answers).length === 0 && unclear.length === 0 && attachments.length === 0;
  if (answersNothing && isThanks(mail, [person.name, mail.from?.name ?? '', cohort.coordinator.name])) {
    return { became: 'read', why: 'thanks' };
  }
  if (reading.intent === 'nothing' && note === '' && takes) return attachments.length > 0 ? 'no-text' : 'empty';
  if (!takes) return keepLate(incoming, said);

  const given: Given = { ...said, reply: id, declines: false };
  const stored = await take(cohort, program, form, given, now);
  if (form.purpose === 'confirm' && stored.answers.mine !== undefined) {
    return stored.answers.mine === true ? 'confirmed' : { became: 'read' };
  }
  await answer(incoming, program, {
    stored,
    note,
    comments: Object.values(said.comments),
    attachments,
    cut: reading.cut === true,
    late: !isInTime,
  });
  if (form.purpose === 'late') await settleLate(cohort, program, stored, now);
  return { became: 'read' };
}

async function readingOf(form: AskedForm, program: ProgramDefinition, mail: Mail) {
  const sent = await Promise.all((await sentFor(form.id)).map(parseMail));
  return readReply({
    form: definitionOf(form, program),
    sent: sent.map(({ text, html }) => ({ text: text ?? '', html })),
    mail: { from: mail.from, subject: mail.subject, text: mail.text, html: mail.html },
    known: form.answers,
  });
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
  note: string;
  comments: readonly string[];
  attachments: readonly Attachment[];
  cut: boolean;
  late: boolean;
}

async function answer(incoming: Incoming, program: ProgramDefinition, { stored, note, comments, ...rest }: Answered) {
  const { cohort, form, person, now, id } = incoming;
  const dayAgo = new Date(Date.parse(now) - 24 * 3600 * 1000).toISOString();
  const most = isDeepStrictEqual(stored.answers, form.answers) ? mostAnswersADay : mostChangesADay;
  if (stored.replies.filter(({ at }) => at > dayAgo).length > most) return;
  const words = questionsBack(note, form.purpose, comments);
  const isPassedOn = await passOn(cohort, { person, form, reply: id, words }, now);
  await acknowledge(cohort, program, stored, { ...rest, reply: id, ...(isPassedOn && { passedOn: words }) }, now);
}
