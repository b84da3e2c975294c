import * as z from 'zod';
import { numbered } from '#domain/forms/form.ts';
import { Finding } from '#domain/matching/scoring/reason.ts';
import { firstNameOrFull } from '#domain/names/called.ts';
import { milestoneOf, stageOfKind } from '#domain/program/milestones.ts';
import type { Block } from '../content.ts';
import type { EmailContext } from '../context.ts';
import type { Writer } from '../kind.ts';
import { Name, reasonsForReader } from '../parts/partner.ts';
import {
  closing,
  deadline,
  greeting,
  language,
  listed,
  onDay,
  paragraph,
  takingPartWhy,
  writeToCoordinator,
} from '../parts/phrases.ts';
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
  const { cohort, person, form } = context;
  const name = firstNameOrFull(partner);
  const introduced = onDay(milestoneOf(stageOfKind(cohort, 'kickoff'), 'open').at, context);
  const as = role === 'mentor' ? `you as the mentor of ${partner}` : `${partner} as your mentor`;
  const why: Block[] =
    reasons.length > 0
      ? [
          paragraph('Why we thought of you two:'),
          { kind: 'list', of: reasonsForReader(reasons, { role, partner }, context) },
        ]
      : [];
  const change = instead.length > 0 ? `There is a change: you will not be with ${listed(instead)}. ` : '';
  return {
    subject:
      role === 'mentor'
        ? `Would you like to be the mentor of ${partner}?`
        : `Would you like ${partner} as your mentor?`,
    language,
    blocks: [
      greeting(person),
      paragraph(
        `${change}For ${cohort.name} we thought of ${as}. If that suits you, there is nothing to do: we introduce you to each other ${introduced}.`,
      ),
      ...why,
      ...(form
        ? [...mayRefuse(name, form.page, context), questionsBlock(numbered(form.definition))]
        : [paragraph(...writeToCoordinator('If this would not do,', context))]),
      paragraph(`${name} is being asked the same. Please keep this to yourself until then.`),
      ...closing(context, takingPartWhy(context)),
    ],
  };
};

function mayRefuse(name: string, page: string, context: EmailContext): Block[] {
  return [
    paragraph(
      `If you would rather not, reply "no" by ${deadline({ purpose: 'consent' }, context)}. You need not say why; ${name} hears only that there is a change, and we look for someone else for you both. This can be done once. `,
      { words: 'Or answer on a page', href: page },
    ),
  ];
}
