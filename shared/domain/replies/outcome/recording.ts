import { isRefusal } from '#domain/agreement.ts';
import type { AskedForm } from '#domain/forms/form-record.ts';
import { isInvitation, nameOfAsked, wakesCohort, wakesCohortAtTheLast, wakesMatching } from '#domain/forms/purposes.ts';
import type { Understood } from '#domain/replies/understand/understood-reply.ts';
import type { Letter } from './letters.ts';
import { type Given, mergeReply } from './merge-reply.ts';
import type { RecordedAnswers } from './reply-outcome.ts';
import type { Ids, Situation } from './situation.ts';

export type RecordingSituation = Pick<Situation, 'now' | 'program' | 'form' | 'latest' | 'members'> & {
  ids: Pick<Ids, 'coordinator'>;
};

/** What a reply gives to its form; none where it gives nothing. */
export function givenIn(understood: Understood, reply: string): Given[] {
  if (understood.is === 'decline') return [{ ...understood.said, reply, declines: true }];
  if (understood.is !== 'answers') return [];
  const { said, beside, back } = understood;
  return [{ ...said, reply, declines: false, beside, ...(back && { settles: back.about }) }];
}

/** What is recorded when a form is given answers, in this order, and what that sets going. */
export function decideRecording(
  givens: readonly Given[],
  situation: RecordingSituation,
): { recorded: RecordedAnswers; letters: Letter[] } {
  const { program, now } = situation;
  const seen = situation.latest ?? situation.form;
  const events: RecordedAnswers['events'] = [];
  let form = seen;
  let undeclines = false;
  for (const given of givens) {
    undeclines ||= hasChangedTheirMind(form, given);
    form = mergeReply(form, given, program, now);
    events.push({ what: `${nameOfAsked(form)}.${form.status}`, channel: channelOf(given.reply) });
  }
  const isRefused = isRefusal(form, program);
  const wakes = wakenBy(form, isRefused);
  return {
    recorded: {
      seen,
      form,
      events,
      undeclines,
      ...(wakes && { wakes }),
    },
    letters: isRefused ? [refusal(form, situation)] : [],
  };
}

/** Who has said "no thanks" to an invitation and now answers it may be asked again. */
function hasChangedTheirMind({ purpose, status }: AskedForm, { declines, answers }: Given): boolean {
  return isInvitation(purpose) && status === 'declined' && !declines && Object.keys(answers).length > 0;
}

/** Which way it came, as the audit trail says. */
function channelOf(reply: string): 'page' | 'api' | 'reply' {
  if (reply.startsWith('web_')) return 'page';
  return reply.startsWith('api_') ? 'api' : 'reply';
}

/**
 * What of the cohort has something to do next because of this answer. A yes to a partner has it only when hardly anybody else
 * is left to say theirs: each look at a cohort reads all of it.
 */
function wakenBy({ purpose, status, answers }: AskedForm, isRefused: boolean): RecordedAnswers['wakes'] {
  if (status === 'complete' && wakesCohort(purpose)) {
    return wakesCohortAtTheLast(purpose) && answers.with === true ? 'cohort at the last consents' : 'cohort';
  }
  // An agreement that is refused frees a partner; an application that comes late, or is taken back, is one more or less.
  return isRefused || wakesMatching(purpose) ? 'matching' : undefined;
}

/** Tells the coordinator, once a pair and side, that somebody has said no to working together. Not what they wrote. */
function refusal(agreement: AskedForm, { members, ids }: RecordingSituation): Letter {
  if (!members) throw new Error(`The agreement ${agreement.id} is about no pair of its cohort.`);
  const { mentor, mentee } = members;
  const by = agreement.person === mentor.id ? ('mentor' as const) : ('mentee' as const);
  const facts = { mentor: mentor.name, mentee: mentee.name, by };
  return { person: ids.coordinator, kind: 'pair-not-agreed', occasion: agreement.id, facts };
}
