import * as z from 'zod';
import { firstNameOrFull } from '#domain/names/called.ts';
import { milestoneOf, stageOfKind } from '#domain/program/milestones.ts';
import type { Writer } from '../kind.ts';
import { Name } from '../parts/partner.ts';
import { closing, dayOf, greeting, language, paragraph, takingPartWhy, writeToCoordinator } from '../parts/phrases.ts';

export const PartnerChangeFacts = z.object({ partner: Name });

/** To one of a pair that was proposed and does not come about, when there is nobody else for them yet. It says of nobody why. */
export const partnerChange: Writer<typeof PartnerChangeFacts> = ({ partner }, context) => {
  const { cohort, person } = context;
  const introduced = dayOf(milestoneOf(stageOfKind(cohort, 'kickoff'), 'open').at, context);
  return {
    subject: `A change in ${cohort.name}`,
    language,
    blocks: [
      greeting(person),
      paragraph(
        `There is a change: you and ${partner} will not be a pair in ${cohort.name}. This happens, and it says nothing about you. Please don't ask ${firstNameOrFull(partner)} about it.`,
      ),
      paragraph(
        `We are looking for someone else for you, and you hear from us by ${introduced} either way. There is nothing to do.`,
        ...writeToCoordinator(' If you have a question,', context),
      ),
      ...closing(context, takingPartWhy(context)),
    ],
  };
};
