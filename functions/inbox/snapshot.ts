import { isRefusal } from '#domain/agreement.ts';
import type { AskedForm } from '#domain/forms/form-record.ts';
import { isInvitation } from '#domain/forms/purposes.ts';
import { shownName } from '#domain/names/called.ts';
import { doneAt } from '#domain/program/milestones.ts';
import { wordsToForward } from '#domain/replies/outcome/forwarding.ts';
import { mergeReply } from '#domain/replies/outcome/merge-reply.ts';
import { givenIn } from '#domain/replies/outcome/recording.ts';
import type { Known, Situation } from '#domain/replies/outcome/situation.ts';
import type { Reading } from '#domain/replies/read/reply-reading.ts';
import { mayLeaveOut } from '#domain/replies/understand/leave-out.ts';
import type { Understood } from '#domain/replies/understand/understood-reply.ts';
import { pairsToPublish } from '#shared/intake/decision-forms.ts';
import { placesOf } from '#shared/intake/forward-words.ts';
import { lateQuestionId } from '#shared/intake/late-answers.ts';
import { namesFor } from '#shared/intake/load-named-people.ts';
import { membersOf } from '#shared/intake/record-page-or-api-answers.ts';
import { loadTaking } from '#shared/intake/taking.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as pairs from '#shared/store/pairs.ts';
import * as people from '#shared/store/people.ts';
import * as replies from '#shared/store/replies.ts';
import { askedWordsOf } from '#shared/words/asked-words.ts';
import { ownQuestion } from '#shared/words/own-question-words.ts';
import type { Incoming } from './incoming.ts';

/** Loads what it takes to understand a message: more where it was read, and says something that depends on it. */
export async function loadKnown(incoming: Incoming, reading?: Reading): Promise<Known> {
  const { cohort, person, form, now, reply } = incoming;
  const [program, taking, waitingPairs, isPaired] = await Promise.all([
    cohorts.program(cohort.id),
    loadTaking(cohort, form, { now, reply }),
    reading && mayLeaveOut(form, reading) ? pairsToPublish(cohort, person.id) : [],
    isInvitation(form.purpose) && reading?.intent === 'decline' && isInPair(incoming),
  ]);
  const ids = {
    coordinator: people.personId(cohort.id, cohort.coordinator.email),
    lateQuestion: lateQuestionId(cohort, form),
  };
  const words = askedWordsOf(cohort.language);
  const asks = {
    late: ownQuestion('late', words, { name: shownName(person.name) }),
    confirm: ownQuestion('confirm', words),
  };
  return { ...incoming, program, ...taking, waitingPairs, isPaired, ids, asks };
}

async function isInPair({ cohort, person }: Incoming): Promise<boolean> {
  if (!doneAt(cohort, 'kickoff', 'open')) return false;
  return (await pairs.list(cohort.id)).some(
    ({ status, mentor, mentee }) => status === 'active' && (mentor === person.id || mentee === person.id),
  );
}

/** Loads what it takes to decide what becomes of a message that was understood so. `latest`: the form, once it has changed since. */
export async function loadSituation(understood: Understood, known: Known, latest?: AskedForm): Promise<Situation> {
  const { cohort, program, person, form, now, reply } = known;
  const given = givenIn(understood, reply);
  const after = given.reduce((seen, one) => mergeReply(seen, one, program, now), latest ?? form);
  const isRefused = given.length > 0 && isRefusal(after, program);
  const words = person.email === cohort.coordinator.email ? 0 : wordsToForward(understood);
  const isAboutPair = (isRefused || words > 0) && form.pair !== undefined;
  const pair = known.pair ?? (isAboutPair ? await pairs.get(cohort.id, form.pair ?? '') : undefined);
  const [places, members, names, earlier] = await Promise.all([
    placesOf(cohort, person.id, words, now),
    isRefused ? membersOf(form, person, pair) : undefined,
    understood.is === 'answers' ? namesFor(program, after, reply) : { everyone: [], earlierNamed: [] },
    understood.is === 'unreadable' && understood.isTheirs ? replies.repliesTo(cohort.id, form.id) : [],
  ]);
  return { ...known, latest, pair, places, members, ...names, earlier };
}
