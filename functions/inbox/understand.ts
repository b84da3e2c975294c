import { definitionOf } from '#domain/asked.ts';
import { missing } from '#domain/form.ts';
import { takesAnswers } from '#domain/purposes.ts';
import { readReply } from '#domain/reply/read-reply.ts';
import { bounded } from '#shared/intake/bounded.ts';
import { take } from '#shared/intake/take.ts';
import { sentFor } from '#shared/mail/archive.ts';
import { type Mail, parseMail } from '#shared/mail/parse.ts';
import { post } from '#shared/mail/post.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as people from '#shared/store/people.ts';
import type { Incoming } from './incoming.ts';

/** Answers per form and day, so that a machine that answers our answers falls silent. */
const mostAnswersADay = 6;

/**
 * read: stored and answered. confirmed: a yes to "was this reply yours?". late: the form takes no answers any more. Else
 * why it could not be read.
 */
type Outcome = 'read' | 'confirmed' | 'late' | 'empty' | 'no-text';

/** Reads, stores and answers a reply. A word to stop is heard whether or not the form still takes answers. */
export async function understand(incoming: Incoming, mail: Mail): Promise<Outcome> {
  const { cohort, form, person, now, id } = incoming;
  const isOpen = takesAnswers(cohort, form.purpose, now);
  if (!mail.text?.trim() && !mail.html?.trim()) {
    if (!isOpen) return 'late';
    return mail.attachments.length > 0 ? 'no-text' : 'empty';
  }

  const program = await cohorts.program(cohort.id);
  const definition = definitionOf(form, program);
  const sent = await Promise.all((await sentFor(form.id)).map(parseMail));
  const reading = readReply({
    form: definition,
    sent: sent.map(({ text, html }) => ({ text: text ?? '', html })),
    mail: { from: mail.from, subject: mail.subject, text: mail.text, html: mail.html },
    known: form.answers,
  });

  if (reading.intent === 'stop') {
    await post(cohort, { person: person.id, kind: 'stopped', occasion: 'stopped' }, now);
    await people.markUnreachable(cohort.id, person.id, 'stopped');
    return 'read';
  }
  if (!isOpen) return 'late';
  const declines = reading.intent === 'decline' && form.purpose === 'application';
  if (!declines && reading.intent === 'nothing' && !reading.note) return 'empty';

  const { answers, unclear, comments, note } = bounded(reading);
  // "No thanks" to a partner is the no that the form asks about.
  if (form.purpose === 'consent' && reading.intent === 'decline') answers.with ??= false;
  const stored = await take(cohort, program, form, { reply: id, answers, unclear, comments, note, declines }, now);
  if (form.purpose === 'confirm') return stored.answers.mine === true ? 'confirmed' : 'read';
  if (declines) {
    await post(cohort, { person: person.id, kind: 'declined', occasion: form.id }, now);
    return 'read';
  }
  const dayAgo = new Date(Date.parse(now) - 24 * 3600 * 1000).toISOString();
  if (stored.replies.filter(({ at }) => at > dayAgo).length > mostAnswersADay) return 'read';
  if (note.includes('?') && person.parts.includes('participant')) {
    const to = people.personId(cohort.id, cohort.coordinator.email);
    await post(
      cohort,
      { person: to, kind: 'question-from', occasion: id, facts: { from: person.name, text: note } },
      now,
    );
  }
  const open = missing(definition, stored.answers).map(({ key }) => key);
  const facts = {
    answers: stored.answers,
    missing: open,
    unclear: stored.unclear,
    complete: stored.status === 'complete',
    again: open.length > 0 || stored.unclear.length > 0,
  };
  await post(cohort, { person: person.id, kind: 'understood', occasion: id, form: stored, facts }, now);
  return 'read';
}
