import { queueEmail } from '#shared/mail/queue-email.ts';
import * as people from '#shared/store/people.ts';
import { forEach } from '../for-each-page.ts';
import { activePairs, bothSides } from '../pairs/pair-members.ts';
import { done, type MilestoneContext, type Progress, type StageWork } from '../stage-contract.ts';
import { askSurvey, remindOfSurvey } from '../survey/ask-survey.ts';
import { sendReport, tellItIsOver } from './send-report.ts';

/** Close-out: both sides look back, everyone who took part is thanked, leadership gets the report. */
export const closeout: StageWork = {
  open: askSurvey,
  remind: remindOfSurvey,
  close: thankAndReport,
};

async function thankAndReport(context: MilestoneContext): Promise<Progress> {
  const { cohort, program, now } = context;
  const names = new Map((await people.list(cohort.id)).map(({ id, name }) => [id, name]));
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
    await queueEmail(cohort, { person, kind: 'thanks', occasion: cohort.stage, facts }, now);
  });
  await tellItIsOver(context, await sendReport(context), partners.size > 0);
  return done;
}
