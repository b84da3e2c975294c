import type { Workplace, Workplaces } from '#domain/workplace.ts';
import type { Words } from './index.ts';
import type { Couple } from './reason-words.ts';

/** Where the two of a pair work, as a sentence; undefined where it is not known of either. */
export function workplaceWords(
  { mentee: menteeAt, mentor: mentorAt }: Workplaces,
  { mentee, mentor }: Couple,
  words: Words,
): string | undefined {
  const { workplaces } = words;
  const [menteePlace, mentorPlace] = [placeWords(menteeAt, words), placeWords(mentorAt, words)];
  if (mentorPlace !== undefined && menteePlace !== undefined) {
    if (mentorPlace.toLowerCase() === menteePlace.toLowerCase()) return workplaces.same({ place: mentorPlace });
    return workplaces.both({ mentee, menteePlace, mentor, mentorPlace });
  }
  if (mentorPlace !== undefined) return workplaces.one({ name: mentor, place: mentorPlace });
  return menteePlace === undefined ? undefined : workplaces.one({ name: mentee, place: menteePlace });
}

function placeWords({ department, location }: Workplace = {}, { workplaces }: Words): string | undefined {
  if (department !== undefined && location !== undefined) return workplaces.place({ department, location });
  return department ?? location;
}
