import { milestoneOf, stageOfKind } from '#domain/program/milestones.ts';
import { type Words, wordsOf } from '#shared/words/index.ts';
import type { Block } from '../content.ts';
import type { EmailContext } from '../context.ts';
import { dayOf, deadline, paragraph } from '../parts/phrases.ts';
import type { ReadinessFacts } from './readiness.ts';

/** Whether there are two sides to make pairs of, and whether they are even. */
export function roomWords(
  { mentors, mentees, both, places }: ReadinessFacts,
  room: Words['readiness']['room'],
): string {
  const learners = mentees + both;
  if (mentors + learners === 0) return room.nobody;
  if (mentors + both === 0) return room.noMentor({ learners });
  if (learners === 0) return room.noMentee({ mentors });
  if (places >= learners) return room.forAll({ learners });
  return room.forSome({ learners, places, without: learners - places });
}

/** What follows, and where there are too few of one side what can still be done about it. */
export function nextWords(facts: ReadinessFacts, context: EmailContext, words: Words['readiness']): string[] {
  const { mentors, mentees, both, places } = facts;
  const learners = mentees + both;
  if (learners === 0 || places === 0) {
    return [...(learners + mentors === 0 ? [] : [words.noPairs]), moreWords(facts, context, words)];
  }
  const then = proposedWords(context, words);
  return [then, places < learners ? moreWords(facts, context, words) : words.nothingToDo];
}

/** Where all have applied, and all on one side, there is nobody left to ask. */
function moreWords(
  { applied, invited, mentors, mentees, both }: ReadinessFacts,
  context: EmailContext,
  words: Words['readiness'],
): string {
  const day = dayOf(milestoneOf(stageOfKind(context.cohort, 'match'), 'close').at, context);
  const isMentorThere = mentors + both > 0 && mentees + both > 0;
  if (applied < invited) return words.notTooLate({ day, whom: isMentorThere ? 'both' : 'invited' });
  return isMentorThere ? words.notTooLate({ day, whom: 'mentor' }) : words.nothingToDo;
}

/** When the pairs are proposed, and to whom. */
function proposedWords(context: EmailContext, words: Words['readiness']): string {
  const opens = milestoneOf(stageOfKind(context.cohort, 'match'), 'open').at;
  return words.proposed({
    day: dayOf(opens, context),
    until: deadline({ purpose: 'ballot' }, context),
    hasCommittee: context.cohort.committee.length > 0 ? 'yes' : 'no',
    isOpen: opens <= context.now ? 'yes' : 'no',
  });
}

/** Said apart from what there is to do: nobody has to look at weights. */
export function tryWeights({ weights, cohort }: EmailContext): Block[] {
  if (weights === undefined) return [];
  return [paragraph(...wordsOf(cohort.language).readiness.weights({ page: weights }))];
}
