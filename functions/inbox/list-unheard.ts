import { tellUnheard } from '#shared/intake/tell-unheard.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import { wakeExecution } from '#shared/workflow/wake.ts';
import type { Incoming } from './incoming.ts';

/**
 * Puts a reply that nobody has heard of on the coordinator's list. The workflow sends that in the morning; of a cohort
 * whose workflow stands still it is sent with the first such reply of a day. `again`: an earlier call may have crashed before this step.
 */
export async function tellInTheMorning({ cohort, now }: Incoming, again = false): Promise<void> {
  const { before, after } = await cohorts.noteUnheard(cohort.id, now);
  if (after.status !== 'running') await tellUnheard(after, now);
  else if (before === undefined || again) await wakeExecution(after);
}
