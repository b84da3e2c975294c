import { isRefusal } from '#domain/agreement.ts';
import type { Attachment } from '#domain/attachments.ts';
import { proposedIn } from '#domain/forms/confirming.ts';
import { type Asks, openKeys } from '#domain/forms/follow-up.ts';
import { missing } from '#domain/forms/form.ts';
import { type AskedForm, definitionOf } from '#domain/forms/form-record.ts';
import { hasPage, isAwaited, isFollowedUp, isInvitation, isReadByCoordinator } from '#domain/forms/purposes.ts';
import { unclearFor } from '#domain/in-vain.ts';
import { asksAbout, type NamedAnswer, namedAnswers, withoutAsked } from '#domain/names/named-answers.ts';
import { doneAt } from '#domain/program/milestones.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import type { Letter } from './letters.ts';
import type { Ids, Situation } from './situation.ts';

interface Acknowledged {
  /** The reply that is answered. */
  reply: string;
  attachments?: readonly Attachment[];
  /** Words of theirs that answer nothing, by what has become of them. */
  beside?: { passedOn?: string; unheard?: string; confided?: string };
  /** The reply was longer than what is read of one. */
  isCut?: boolean;
  /** The coordinator said yes to a reply that had come late. */
  isLate?: boolean;
}

type Acknowledging = Pick<Situation, 'cohort' | 'program' | 'person' | 'everyone' | 'earlierNamed'> & {
  ids: Pick<Ids, 'coordinator'>;
};

/** Tells somebody what was understood and what is open, and the coordinator when we stop asking for it. */
export function acknowledge(
  stored: AskedForm,
  { reply, attachments = [], beside = {}, isCut = false, isLate = false }: Acknowledged,
  situation: Acknowledging,
): Letter[] {
  const { cohort, program, everyone, earlierNamed } = situation;
  const asks = asksOf(stored, program);
  // A confirmation has no page: who does not say whether it was theirs is not asked again.
  if (asks === 'page' && !hasPage(stored.purpose)) return [];
  const named = namedPeople(program, stored, everyone, earlierNamed);
  const facts = {
    ...standing(stored, program),
    asks,
    ...filesIn(attachments),
    ...beside,
    ...(named.length > 0 && { named }),
    ...(isCut && { cut: true }),
    ...(isLate && { late: doneAt(cohort, 'match', 'close') === undefined ? ('pool' as const) : ('list' as const) }),
  };
  return [
    { person: stored.person, kind: 'understood', occasion: reply, form: stored, facts },
    ...(asks === 'page' && stored.status !== 'complete' ? unfinished(stored, situation) : []),
  ];
}

/** What a form holds, for an email that says so. */
export function standing(stored: AskedForm, program: ProgramDefinition) {
  return {
    answers: stored.answers,
    missing: missing(definitionOf(stored, program), stored.answers).map(({ key }) => key),
    unclear: stored.unclear,
    complete: stored.status === 'complete',
    ...(stored.worded && { worded: stored.worded }),
    ...(stored.proposed && { proposed: stored.proposed }),
    ...(stored.strikes && { strikes: stored.strikes }),
  };
}

/** Whom an application names, among all who are on the cohort's list, without what an earlier acknowledgement has asked. */
export function namedPeople(
  program: ProgramDefinition,
  form: Pick<AskedForm, 'purpose' | 'answers' | 'person'>,
  everyone: Situation['everyone'],
  earlier: readonly NamedAnswer[] = [],
): NamedAnswer[] {
  if (!isInvitation(form.purpose)) return [];
  const named = namedAnswers(program, form, everyone);
  return named.some(asksAbout) ? withoutAsked(named, earlier) : named;
}

/** Names for an email, by whether we keep the file. */
export function filesIn(attachments: readonly Attachment[]): { kept?: string[]; refused?: string[] } {
  const named = (wanted: boolean) => attachments.filter(({ kept }) => kept === wanted).map(({ name }) => name);
  const [kept, refused] = [named(true), named(false)];
  return { ...(kept.length > 0 && { kept }), ...(refused.length > 0 && { refused }) };
}

/** Somebody who has said no to their partner is asked nothing more; a coordinator's word is awaited however long it takes. */
function asksOf(stored: AskedForm, program: ProgramDefinition): Asks {
  if (isRefusal(stored, program)) return 'nothing';
  const definition = definitionOf(stored, program);
  const open = openKeys(definition, stored);
  const proposed = proposedIn(stored, definition);
  // All that is open waits for one word: nobody is sent to the page for that.
  if (open.length > 0 && open.every((key) => proposed[key] !== undefined)) return 'again';
  const asks = stored.followUp?.asks ?? 'nothing';
  return isAwaited(stored.purpose) && hasPage(stored.purpose) && asks === 'page' ? 'again' : asks;
}

/**
 * Tells the coordinator, once a form, that somebody has tried and could not finish it by email. Which questions are open, and
 * what was written to those, is said of forms whose answers coordinators may read.
 */
function unfinished(form: AskedForm, { cohort, program, person, ids }: Acknowledging): Letter[] {
  const { purpose } = form;
  if (!isFollowedUp(purpose) || person.email === cohort.coordinator.email) return [];
  const definition = definitionOf(form, program);
  const open = isReadByCoordinator(form.purpose) ? new Set(openKeys(definition, form)) : new Set();
  const questions = definition.questions.filter(({ key }) => open.has(key));
  const unclear = unclearFor(form, definition);
  const facts = {
    who: person.name,
    email: person.email,
    purpose,
    questions: questions.map(({ ask }) => ask),
    said: questions.map(({ key }) => unclear.get(key) ?? ''),
    isNothing: Object.keys(form.answers).length === 0,
  };
  return [{ person: ids.coordinator, kind: 'unfinished', occasion: form.id, facts }];
}
