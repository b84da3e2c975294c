import type { AskedForm } from '#domain/asked.ts';
import type { Cohort, Instant } from '#domain/cohort.ts';
import type { Person } from '#domain/person.ts';
import type { Pair } from '#domain/relationship.ts';
import { post } from '#shared/mail/post.ts';
import * as pairs from '#shared/store/pairs.ts';
import * as people from '#shared/store/people.ts';

interface Known {
  everyone: ReadonlyMap<string, Person>;
  applications: readonly AskedForm[];
}

/**
 * The pairs that are introduced, now that it is time. One whose mentor or mentee has stopped our mail, can't be reached or
 * has said no since the pairs were decided is withdrawn instead: its other half would be told to write to somebody who is
 * not there. The coordinator hears of it. A pair that has been introduced stays, whatever happens later.
 */
export async function settled(cohort: Cohort, known: Known, now: Instant): Promise<Pair[]> {
  const declined = new Set(
    known.applications.filter(({ status }) => status === 'declined').map(({ person }) => person),
  );
  const gone = (id: string) =>
    known.everyone.get(id)?.unreachable ?? (declined.has(id) ? ('declined' as const) : undefined);
  const standing: Pair[] = [];
  for (const pair of await pairs.pairs(cohort.id)) {
    const lost = pair.status === 'active' ? undefined : [pair.mentor, pair.mentee].find((id) => gone(id) !== undefined);
    if (lost !== undefined && (pair.status === 'proposed' || pair.status === 'withdrawn')) {
      await pairs.turn(pair, 'proposed', 'withdrawn');
      await tellCoordinator(cohort, { pair, lost, why: gone(lost) ?? 'declined' }, known, now);
    } else if (pair.status === 'proposed') {
      await pairs.turn(pair, 'proposed', 'active', now);
      standing.push(pair);
    } else if (pair.status === 'active') {
      standing.push(pair);
    }
  }
  return standing;
}

async function tellCoordinator(
  cohort: Cohort,
  { pair, lost, why }: { pair: Pair; lost: string; why: 'declined' | NonNullable<Person['unreachable']> },
  { everyone }: Known,
  now: Instant,
): Promise<void> {
  const name = (id: string) => everyone.get(id)?.name ?? id;
  const by = lost === pair.mentor ? 'mentor' : 'mentee';
  const facts = { mentor: name(pair.mentor), mentee: name(pair.mentee), by, why };
  const person = people.personId(cohort.id, cohort.coordinator.email);
  await post(cohort, { person, kind: 'pair-not-agreed', occasion: pair.id, facts }, now);
}
