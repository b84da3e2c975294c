import { applyingWriters } from './applying/index.ts';
import type { Email } from './content.ts';
import { type EmailContext, withShownNames } from './context.ts';
import { coordinatorWriters } from './coordinator/index.ts';
import type { Writers } from './kind.ts';
import { type EmailKind, type emailKinds, factsSchema } from './kinds.ts';
import { matchingWriters } from './matching/index.ts';
import { pageWriters } from './page/index.ts';
import { pairsWriters } from './pairs/index.ts';
import { repliesWriters } from './replies/index.ts';
import { scheduleWriters } from './schedule/index.ts';
import { stoppingWriters } from './stopping/index.ts';

const writers: Writers<typeof emailKinds> = {
  ...applyingWriters,
  ...scheduleWriters,
  ...matchingWriters,
  ...pairsWriters,
  ...repliesWriters,
  ...coordinatorWriters,
  ...stoppingWriters,
  ...pageWriters,
};

/**
 * The words of an email of this kind. `facts` are checked against the kind's schema. Throws when the kind is unknown,
 * the facts don't fit (a ZodError), or the kind asks a form and `context` has none.
 */
export function write(kind: EmailKind, facts: unknown, context: EmailContext): Email {
  const checked: unknown = factsSchema(kind).parse(facts);
  const writeKind = writers[kind] as (facts: unknown, context: EmailContext) => Email;
  return writeKind(checked, { ...context, cohort: withShownNames(context.cohort) });
}
