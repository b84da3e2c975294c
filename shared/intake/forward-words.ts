import type { Cohort, Instant } from '#domain/program/cohort.ts';
import { placeFor } from '#domain/replies/outcome/forwarding.ts';
import type { Place } from '#domain/replies/outcome/situation.ts';
import type { GivenFacts } from '#shared/emails/kinds.ts';
import { type Draft, queueEmail } from '#shared/mail/queue-email.ts';
import * as emails from '#shared/store/emails.ts';
import * as people from '#shared/store/people.ts';

/** Words from one writer in a day, and from all whom we don't know, that reach the coordinator: more is a machine. */
const mostADay = { known: 6, unknown: 20 };

/** All kinds of email that carry somebody's own words to the coordinator. They share the day. */
const kinds = ['question-from', 'new-mail'] as const;

/** Words with their place: the email takes it where it is free. */
type PlacedWords = Extract<Draft, { kind: (typeof kinds)[number] }>;

/**
 * The places of a writer's words, or of all whom we don't know: those that are taken since yesterday, and as many that are free
 * as there are words.
 */
export async function placesOf(
  cohort: Cohort,
  writer: string | undefined,
  words: number,
  now: Instant,
): Promise<Place[]> {
  if (words === 0) return [];
  const yesterday = new Date(Date.parse(now) - 24 * 3600 * 1000).toISOString();
  const most = writer === undefined ? mostADay.unknown : mostADay.known;
  const places: Place[] = [];
  for (const day of [yesterday, now]) {
    const isToday = day === now;
    let free = isToday ? words : 1;
    for (let nth = 1; nth <= most && free > 0; nth += 1) {
      const occasion = `${day.slice(0, 10)}.${writer ?? 'unknown'}.${nth}`;
      const keys = await keysAt(cohort, occasion);
      places.push({ occasion, keys, isToday, isLast: nth === most });
      if (keys.length === 0) free -= 1;
    }
  }
  return places;
}

/** Gives the coordinator somebody's words. False when others have had the place at the same moment. */
export async function forward(cohort: Cohort, words: PlacedWords, now: Instant): Promise<boolean> {
  await queueEmail(cohort, words, now);
  const email = await emails.get(cohort.id, emails.emailId(cohort.id, words.person, words.kind, words.occasion));
  return email?.facts.key === words.facts.key;
}

/** Gives the coordinator mail that answers no form of ours. False when there has been enough of it today. */
export async function forwardNewMail(
  cohort: Cohort,
  { writer, facts }: { writer?: string; facts: Omit<GivenFacts<'new-mail'>, 'isLast'> },
  now: Instant,
): Promise<boolean> {
  const person = people.personId(cohort.id, cohort.coordinator.email);
  for (;;) {
    const place = placeFor(facts.key, await placesOf(cohort, writer, 1, now));
    if (!place) return false;
    const { occasion, isLast } = place;
    if (await forward(cohort, { person, kind: 'new-mail', occasion, facts: { ...facts, isLast } }, now)) return true;
  }
}

/** Whose words have a place of the day. */
async function keysAt(cohort: Cohort, occasion: string): Promise<unknown[]> {
  const to = people.personId(cohort.id, cohort.coordinator.email);
  const found = await Promise.all(
    kinds.map((kind) => emails.get(cohort.id, emails.emailId(cohort.id, to, kind, occasion))),
  );
  return found.flatMap((email) => (email ? [email.facts.key] : []));
}
