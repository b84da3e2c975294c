import { type Letter, openLetter } from '#infra/demo/mail/letter.ts';
import type { Invitee } from '#infra/demo/people/correspondents.ts';
import { populate } from '#infra/demo/people/population.ts';
import { write } from '#shared/emails/index.ts';
import { composeMessage } from '#shared/emails/mime.ts';
import { cohort, context, person } from '#test/unit/emails/samples.ts';

/** The address that replies to the invitation go to. */
export const replyTo = 'r+kn3x7qq5tq2w4y6z.ga5dkl3mbrz6e2vnu5o7q4w2ty@reply.mentoring.example.org';

/** Somebody who would be both, so that every question of the application applies to them. */
export const invitee: Invitee = {
  ...(populate(200, 1).invitees.find(
    ({ role, behaviour }) => role === 'both' && behaviour === 'answers at once',
  ) as Invitee),
  name: 'Ada Lovelace',
  email: 'ada@harbour.example',
};

/** The invitation as it lies in Ada's mailbox. */
export async function invitation(): Promise<Letter> {
  const to = person(invitee.name, ['participant'], invitee.email);
  const raw = await composeMessage({
    email: write('invitation', {}, context({ purpose: 'application' }, to)),
    from: { name: `${cohort.coordinator.name}, ${cohort.organisation}`, address: 'mentoring@mentoring.example.org' },
    to: { name: invitee.name, address: invitee.email },
    replyTo,
    thread: `${cohort.id}.per_1`,
  });
  return openLetter(raw);
}
