import { lateCounts, takesAnswers } from '#domain/forms/answer-period.ts';
import { isAsking } from '#domain/forms/participant-questions.ts';
import { isInvitation } from '#domain/forms/purposes.ts';
import { declinedUntil } from '#domain/promised.ts';
import { backAt } from '#domain/reminder-timing.ts';
import type { Understood } from '#domain/replies/understand/understood-reply.ts';
import { filesIn } from './acknowledgement.ts';
import { decideAnswers } from './decide-answers.ts';
import { decideLate } from './decide-late.ts';
import { decideStop } from './decide-stop.ts';
import { forwardQuestion, wroteMore } from './forwarding.ts';
import type { Letter } from './letters.ts';
import { decideRecording, givenIn } from './recording.ts';
import { nothingFollows, type ReplyOutcome } from './reply-outcome.ts';
import type { Situation } from './situation.ts';
import { decideUnconfirmed } from './unconfirmed-sender.ts';

/** What becomes of a reply that was understood so. Deciding it again, once parts of it were done, comes to the same. */
export function decideReply(understood: Understood, situation: Situation): ReplyOutcome {
  const outcome = decide(understood, situation);
  const isReachable = situation.person.unreachable === 'bounced' && isTheirs(understood);
  return { ...outcome, ...(isReachable && { isReachable }) };
}

function decide(understood: Understood, situation: Situation): ReplyOutcome {
  switch (understood.is) {
    case 'refused':
      return nothingFollows({ became: 'refused', why: understood.why, unheard: true });
    case 'automatic':
      return decideAutomatic(understood, situation);
    case 'unconfirmed':
      return decideUnconfirmed(understood, situation);
    case 'unreadable':
      return decideUnreadable(understood, situation);
    case 'about a receipt':
      return decideAboutReceipt(understood, situation);
    case 'reaction':
      return decideReaction(understood, situation);
    case 'thanks':
      return nothingFollows({ became: 'read', why: 'thanks' });
    case 'stop':
      return decideStop(understood, situation);
    case 'decline':
      return decideDecline(understood, situation);
    case 'late':
      return decideLate(understood, situation);
    case 'answers':
      return decideAnswers(understood, situation);
  }
}

/** Whether a message shows that its person's mailbox takes mail: all that is not from elsewhere, or a bounce. */
function isTheirs(understood: Understood): boolean {
  if (understood.is === 'refused' || understood.is === 'unconfirmed') return false;
  return !('isTheirs' in understood) || understood.isTheirs;
}

type Case<Is extends Understood['is']> = Extract<Understood, { is: Is }>;

function decideAutomatic({ until, isReport }: Case<'automatic'>, { cohort }: Situation): ReplyOutcome {
  if (isReport) return nothingFollows({ became: 'automatic', why: 'report' });
  if (until === undefined) return nothingFollows({ became: 'automatic', unheard: true });
  const outcome = nothingFollows({ became: 'automatic', why: `away until ${until}` });
  return { ...outcome, awayUntil: backAt(until, cohort.timeZone) };
}

/**
 * The message is kept, and its writer told so: once a day, form and reason at most, so that two machines can't
 * write to each other without end. What comes after that is for the coordinator's list.
 */
function decideUnreadable(
  { why, attachments, isTheirs }: Case<'unreadable'>,
  { form, person, now, earlier }: Situation,
): ReplyOutcome {
  // With a yes it would be no smaller: nobody is asked about it.
  if (!isTheirs) return nothingFollows({ became: 'unreadable', why, unheard: true });
  const day = now.slice(0, 10);
  const isAgain = earlier.some(
    (one) => one.became === 'unreadable' && one.why === why && one.receivedAt.startsWith(day),
  );
  const facts = { why, ...filesIn(attachments) };
  const letter: Letter = {
    person: person.id,
    kind: 'could-not-read',
    occasion: `${form.id}.${day}.${why}`,
    form,
    facts,
  };
  const reply = { became: 'unreadable' as const, why, ...(isAgain && { unheard: true as const }) };
  return { reply, forwarded: [], letters: [letter] };
}

function decideAboutReceipt(
  { receipt, says }: Case<'about a receipt'>,
  { form, person, now }: Situation,
): ReplyOutcome {
  if (says === 'theirs') return nothingFollows({ became: 'read', why: 'what was sent from the page was theirs' });
  if (says === 'not theirs') {
    const outcome = nothingFollows({ became: 'read', why: 'what was sent from the page was not theirs' });
    return { ...outcome, takesBack: receipt };
  }
  const occasion = `${receipt}.${now.slice(0, 10)}`;
  const letter: Letter = { person: person.id, kind: 'theirs-or-not', occasion, form, facts: { receipt } };
  const reply = { became: 'unreadable', why: 'neither yes nor no to a receipt' } as const;
  return { reply, forwarded: [], letters: [letter] };
}

/** A reaction that answers nothing: thanks, where nothing is open; else we say how to answer, once a form. */
function decideReaction({ isThanks }: Case<'reaction'>, { form, person }: Situation): ReplyOutcome {
  if (isThanks) return nothingFollows({ became: 'read', why: 'thanks' });
  const facts = { why: 'reaction' } as const;
  const occasion = `${form.id}.reaction`;
  const letters: Letter[] = [{ person: person.id, kind: 'could-not-read', occasion, form, facts }];
  return { reply: { became: 'unreadable', why: 'reaction' }, forwarded: [], letters };
}

function decideDecline(understood: Case<'decline'>, situation: Situation): ReplyOutcome {
  const { beside } = understood;
  const { cohort, form, person, now, reply } = situation;
  // When nothing is asked or counted any more there is nothing to record: it is only answered.
  const counts = takesAnswers(cohort, form, now) || lateCounts(cohort, form, now);
  const { recorded, letters } = counts
    ? decideRecording(givenIn(understood, reply), situation)
    : { recorded: undefined, letters: [] };
  const forwarding = forwardQuestion({ words: beside.passOn, reply }, situation);
  const passedOn = isAsking(beside.passOn) ? ('question' as const) : ('words' as const);
  const until = isInvitation(form.purpose) ? declinedUntil(now, cohort.timeZone) : undefined;
  const facts = { ...(typeof forwarding === 'object' && { passedOn }), ...(until && { until }) };
  return {
    reply: { became: 'read', why: 'declined', ...(forwarding === 'not forwarded' && { unheard: true as const }) },
    ...(recorded && { recorded }),
    ...(until && { declinedUntil: until }),
    forwarded: typeof forwarding === 'object' ? [forwarding] : [],
    letters: [
      ...letters,
      ...(beside.kept ? wroteMore(situation) : []),
      { person: person.id, kind: 'declined', occasion: form.id, form, facts },
    ],
  };
}
