import { queueEmail } from '#shared/mail/queue-email.ts';
import * as people from '#shared/store/people.ts';
import { forEach } from './each.ts';
import { report } from './report.ts';
import { activePairs, bothSides } from './sides.ts';
import { remindOfSurvey, survey } from './survey.ts';
import type { Moment, Progress, StageWork } from './work.ts';

/** Close-out: both sides look back, everyone who took part is thanked, leadership gets the report. */
export const closeout: StageWork = {
  open: (moment) => survey(moment, 'closeout'),
  remind: (moment) => remindOfSurvey(moment, 'closeout'),
  close: thankAndReport,
};

async function thankAndReport(moment: Moment): Promise<Progress> {
  const { cohort, program, now } = moment;
  const names = new Map((await people.people(cohort.id)).map(({ id, name }) => [id, name]));
  const partners = new Map<string, { roles: Set<'mentor' | 'mentee'>; names: string[] }>();
  for (const pair of await activePairs(cohort, program)) {
    for (const { person, side } of bothSides(pair)) {
      const partner = side === 'mentor' ? pair.mentee : pair.mentor;
      const known = partners.get(person) ?? { roles: new Set(), names: [] };
      partners.set(person, { roles: known.roles.add(side), names: [...known.names, names.get(partner) ?? partner] });
    }
  }
  await forEach([...partners], async ([person, { roles, names: partnerNames }]) => {
    const [role = 'both', ...others] = roles;
    const facts = { partners: partnerNames, role: others.length > 0 ? ('both' as const) : role };
    await queueEmail(cohort, { person, kind: 'thanks', occasion: 'closeout', facts }, now);
  });
  return report(moment, partners.size > 0);
}
