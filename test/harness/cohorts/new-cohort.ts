import type { Contact } from '#domain/program/cohort.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';

/** The people of a cohort of two, at addresses of their own, so that several cohorts can live in one system. */
export function staff(domain: string) {
  const at = (name: string): Contact => ({ name, email: `${name.split(' ')[0]?.toLowerCase()}@${domain}.example.org` });
  return {
    coordinator: at('Maria Ortiz'),
    committee: [at('Ines Duarte'), at('Tom Baker')],
    leadership: [at('Lena Moreau')],
    invitees: [at('Grace Lee'), at('Ada Park')],
  };
}

/** What a coordinator sends to start a cohort of one mentor and one mentee. It opens at once. */
export function newCohort(domain: string, changes: Record<string, unknown> = {}) {
  const base = { name: 'Spring 2027', organisation: 'Harbour Institute', timeZone: 'Europe/Lisbon' };
  return { ...base, ...staff(domain), ...changes };
}

/** Somebody like `Invitee 7`. */
export function invitees(count: number, domain: string): Contact[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `Invitee ${index + 1}`,
    email: `invitee-${index + 1}@${domain}.example.org`,
  }));
}

/** The default program with other dates or another way to decide. */
export function programWith(changes: {
  schedule?: typeof defaultProgram.schedule;
  committee?: Partial<typeof defaultProgram.matching.committee>;
}): typeof defaultProgram {
  const { schedule, committee } = changes;
  return {
    ...defaultProgram,
    schedule: schedule ?? defaultProgram.schedule,
    matching: { ...defaultProgram.matching, committee: { ...defaultProgram.matching.committee, ...committee } },
  };
}
