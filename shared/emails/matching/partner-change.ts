import * as z from 'zod';
import { firstNameOrFull } from '#domain/names/called.ts';
import { milestoneOf, stageOfKind } from '#domain/program/milestones.ts';
import { wordsOf } from '#shared/words/index.ts';
import type { Writer } from '../kind.ts';
import { Name } from '../parts/partner.ts';
import { closing, dayOf, greeting, paragraph, takingPartWhy, writeToCoordinator } from '../parts/phrases.ts';

export const PartnerChangeFacts = z.object({ partner: Name });

/** To one of a pair that was proposed and does not come about, when there is nobody else for them yet. It says of nobody why. */
export const partnerChange: Writer<typeof PartnerChangeFacts> = ({ partner }, context) => {
  const { cohort } = context;
  const { common, language, proposalEmails } = wordsOf(cohort.language);
  const words = proposalEmails.partnerChange;
  const said = { cohort: cohort.name, partner, name: firstNameOrFull(partner) };
  const introduced = milestoneOf(stageOfKind(cohort, 'kickoff'), 'open').at;
  return {
    subject: words.subject(said),
    language,
    blocks: [
      greeting(context),
      paragraph(words.change(said)),
      paragraph(words.next({ day: dayOf(introduced, context) }), ...writeToCoordinator(common.ifQuestion, context)),
      ...closing(context, takingPartWhy(context)),
    ],
  };
};
