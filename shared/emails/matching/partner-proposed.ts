import * as z from 'zod';
import { numbered } from '#domain/forms/form.ts';
import { Finding } from '#domain/matching/scoring/reason.ts';
import { firstNameOrFull } from '#domain/names/called.ts';
import { milestoneOf, stageOfKind } from '#domain/program/milestones.ts';
import { type Words, wordsOf } from '#shared/words/index.ts';
import type { Block } from '../content.ts';
import type { EmailContext } from '../context.ts';
import type { Writer } from '../kind.ts';
import { Name, reasonsForReader } from '../parts/partner.ts';
import { closing, deadline, greeting, onDay, paragraph, takingPartWhy, writeToCoordinator } from '../parts/phrases.ts';
import { questionsBlock } from '../parts/question-blocks.ts';

export const PartnerProposedFacts = z.object({
  partner: Name,
  /** What the reader of this email would be in the pair. */
  role: z.enum(['mentor', 'mentee']),
  reasons: z.array(Finding),
  /** Partners that they were told of before, and who are not to be. */
  instead: z.array(Name),
});

/** To one of a pair before it is announced: who it would be, and why. Whoever has not said no before may do so now. */
export const partnerProposed: Writer<typeof PartnerProposedFacts> = ({ partner, role, reasons, instead }, context) => {
  const { cohort } = context;
  const words = wordsOf(cohort.language);
  const said = words.proposalEmails.partnerProposed;
  const when = onDay(milestoneOf(stageOfKind(cohort, 'kickoff'), 'open').at, context);
  const name = firstNameOrFull(partner);
  const why: Block[] =
    reasons.length > 0
      ? [paragraph(said.why), { kind: 'list', of: reasonsForReader(reasons, { role, partner }, context) }]
      : [];
  return {
    subject: said.subject({ role, partner }),
    language: words.language,
    blocks: [
      greeting(context),
      paragraph(
        ...(instead.length > 0 ? [said.change({ instead: words.list(instead) })] : []),
        said.thought({ role, cohort: cohort.name, partner, when }),
      ),
      ...why,
      ...ifNot(name, said, context),
      paragraph(said.confidential({ name })),
      ...closing(context, takingPartWhy(context)),
    ],
  };
};

function ifNot(name: string, said: Words['proposalEmails']['partnerProposed'], context: EmailContext): Block[] {
  const { form } = context;
  if (!form) return [paragraph(...writeToCoordinator(said.ifNot, context))];
  const day = deadline({ purpose: 'consent' }, context);
  return [paragraph(...said.mayRefuse({ name, day, page: form.page })), questionsBlock(numbered(form.definition))];
}
