import type { AskedForm } from '#domain/forms/form-record.ts';
import { decideReply } from '#domain/replies/outcome/decide-reply.ts';
import type { Became } from '#domain/replies/outcome/reply-outcome.ts';
import type { Situation } from '#domain/replies/outcome/situation.ts';
import type { Understood } from '#domain/replies/understand/understood-reply.ts';
import { decideUntilStored } from '#shared/intake/decide-until-stored.ts';
import { settleLateAnswers } from '#shared/intake/late-answers.ts';
import type { Mail } from '#shared/mail/parse.ts';
import { carryOut } from './carry-out-reply.ts';
import { confirmedBy, recordConfirmed } from './confirmed.ts';
import type { Incoming } from './incoming.ts';
import { loadKnown, loadSituation } from './snapshot.ts';
import { type UnderstoodMail, understand } from './understand.ts';

/** Reads a message that is the person's own, and does what follows from it. */
export async function readAndAct(incoming: Incoming, mail: Mail): Promise<Became> {
  return act(await understand(incoming, mail));
}

/** Does what follows from a message that is not read. */
export async function actWithoutReading(understood: Understood, incoming: Incoming): Promise<Became> {
  return act({ understood, known: await loadKnown(incoming) });
}

async function act({ understood, known }: UnderstoodMail): Promise<Became> {
  const outcome = await decideUntilStored(
    (situation: Situation) => decideReply(understood, situation),
    (latest?: AskedForm) => loadSituation(understood, known, latest),
    carryOut,
  );
  const { settles, recorded } = outcome;
  if (settles === 'late replies' && recorded) await settleLateAnswers(known.cohort, recorded.form, known.now);
  if (settles === 'confirmed replies') {
    for (const { incoming, mail } of await confirmedBy(known)) {
      await recordConfirmed(incoming, await readAndAct(incoming, mail));
    }
  }
  return outcome.reply;
}
