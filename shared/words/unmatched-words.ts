import type { UnmatchedReason } from '#domain/matching/explain/unmatched-reasons.ts';
import type { Change } from '#domain/matching/explain/what-if.ts';
import type { Side } from '#domain/matching/scoring/reason.ts';
import { firstNameOrFull } from '#domain/names/called.ts';
import type { Words } from './index.ts';

/** Somebody who has nobody, in which role; in none where the application does not say. */
export interface Unpaired {
  name: string;
  role?: Side | undefined;
}

/** Why somebody has nobody, as a sentence. */
export function unmatchedWords(why: UnmatchedReason, { name, role }: Unpaired, { unmatched }: Words): string {
  const of = { name: firstNameOrFull(name) };
  const said = unmatched[role ?? 'mentee'];
  switch (why.kind) {
    case 'nobody-there':
      return said.nobodyThere({ ...of, hasBothRoles: why.hasBothRoles ? 'yes' : 'no' });
    case 'rules':
      return said.rules(of);
    case 'others-taken':
      return said.othersTaken(of);
    case 'offers-no-place':
      return unmatched.mentor.offersNoPlace(of);
    case 'no-places':
      return unmatched.mentee.noPlaces;
    case 'too-few-places':
      return unmatched.mentee.tooFewPlaces({ ...of, mentees: why.mentees, places: why.places });
    case 'no-role':
      return unmatched.noRole;
  }
}

/** What would match somebody, as a sentence; `nameOf` says what the mentor is called who is part of it. */
export function changeWords(
  change: Change,
  { name, role }: Unpaired,
  nameOf: (id: string) => string,
  { unmatched }: Words,
): string {
  const said = unmatched.change;
  const of = { name: firstNameOrFull(name) };
  switch (change.kind) {
    case 'place':
      return change.mentor === undefined ? said.anyPlace(of) : said.place({ ...of, mentor: nameOf(change.mentor) });
    case 'own-place':
      return said.ownPlace(of);
    case 'preference':
      return said.preference({ ...of, mentor: nameOf(change.mentor) });
    case 'people':
      if (role === 'mentor') return said.mentee(of);
      return change.orAnswers ? said.mentorOrAnswers(of) : said.mentor(of);
  }
}
