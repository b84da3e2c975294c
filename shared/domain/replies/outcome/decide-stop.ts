import { neededAs } from '#domain/person.ts';
import type { Understood } from '#domain/replies/understand/understood-reply.ts';
import { forwardQuestion } from './forwarding.ts';
import type { Letter } from './letters.ts';
import { nothingFollows, type ReplyOutcome } from './reply-outcome.ts';
import type { Situation } from './situation.ts';

/** Ends all mail; where there was more in the message than the wish to stop, only after asking whether that was it. */
export function decideStop({ words, beside }: Extract<Understood, { is: 'stop' }>, situation: Situation): ReplyOutcome {
  if (words !== undefined) {
    const forwarding = forwardQuestion({ words: beside.passOn, reply: situation.reply }, situation);
    const isUnheard = forwarding === 'not forwarded';
    return {
      reply: { became: 'read', why: 'asked whether to stop', ...(isUnheard && { unheard: true as const }) },
      forwarded: typeof forwarding === 'object' ? [forwarding] : [],
      letters: [stopOrNot(words, false, situation)],
    };
  }
  const question = stopOrHandOver(situation);
  if (question)
    return { reply: { became: 'read', why: 'asked whether to hand over' }, forwarded: [], letters: [question] };
  return { ...nothingFollows({ became: 'read', why: 'stop' }), unsubscribes: true };
}

/** Who is needed to run a cohort is told first what would be lost, and leaves when they say so on the page. */
export function stopOrHandOver({
  person,
  cohort,
  now,
}: Pick<Situation, 'person' | 'cohort' | 'now'>): Letter | undefined {
  const part = neededAs(person, cohort);
  return part && { person: person.id, kind: 'stop-or-hand-over', occasion: now.slice(0, 10), facts: { part } };
}

export function stopOrNot(said: string, hasAnswers: boolean, { form, person, now }: Situation): Letter {
  const occasion = `${form.id}.${now.slice(0, 10)}`;
  return { person: person.id, kind: 'stop-or-not', occasion, form, facts: { said, hasAnswers } };
}
