import { isRefusal } from '#domain/agreement.ts';
import type { AskedForm } from '#domain/forms/form-record.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import { type Given, mergeReply } from '#domain/replies/outcome/merge-reply.ts';
import { decideRecording } from '#domain/replies/outcome/recording.ts';
import type { Situation } from '#domain/replies/outcome/situation.ts';
import * as pairs from '#shared/store/pairs.ts';
import * as people from '#shared/store/people.ts';
import { carryOutRecording, type Writer } from './carry-out-recording.ts';
import { decideUntilStored } from './decide-until-stored.ts';

/**
 * Stores what was given to a form on its page or by the API, and wakes the cohort if it waits for it. Two at once are merged:
 * the later one is added to what the earlier one stored. Doing it again is harmless. Returns the form as stored.
 */
export async function recordPageOrApiAnswers(
  { cohort, program, person, now }: { cohort: Cohort; program: ProgramDefinition; person: Writer; now: Instant },
  form: AskedForm,
  given: Given,
): Promise<AskedForm> {
  const ids = { coordinator: people.personId(cohort.id, cohort.coordinator.email) };
  const { recorded } = await decideUntilStored(
    (known) => decideRecording([given], known),
    async (latest?: AskedForm) => {
      const after = mergeReply(latest ?? form, given, program, now);
      const members = isRefusal(after, program) ? await membersOf(form, person) : undefined;
      return { now, cohort, program, person, form, latest, ids, members };
    },
    carryOutRecording,
  );
  return recorded.form;
}

/** The two of the pair that a form is about, of whom its person is one. */
export async function membersOf(
  { cohort, pair: id }: Pick<AskedForm, 'cohort' | 'pair'>,
  person: Writer,
  known?: Situation['pair'],
): Promise<Situation['members']> {
  const pair = known ?? (id === undefined ? undefined : await pairs.get(cohort, id));
  if (!pair) return undefined;
  const other = await people.get(cohort, person.id === pair.mentor ? pair.mentee : pair.mentor);
  if (!other) return undefined;
  return person.id === pair.mentor ? { mentor: person, mentee: other } : { mentor: other, mentee: person };
}
