import * as z from 'zod';
import { firstNameOrFull } from '#domain/names/called.ts';
import type { Writer } from '../kind.ts';
import { askedAgain } from '../parts/asking-again.ts';
import { oneOfSeveral, Partner } from '../parts/partner.ts';
import { closing, greeting, isCoordinator, language, paragraph, takingPartWhy } from '../parts/phrases.ts';
import { formOf, stillAsked } from '../parts/question-blocks.ts';
import { stepBack } from './introduction.ts';

export const AgreementReminderFacts = z.object({ partner: Partner });

/** To one of a pair who has not said yet how they want to work together. */
export const agreementReminder: Writer<typeof AgreementReminderFacts> = ({ partner }, context) => {
  const { cohort, person } = context;
  const form = formOf(context);
  const questions = stillAsked(form);
  return {
    subject: `How would you and ${oneOfSeveral(form) ?? firstNameOrFull(partner.name)} like to work together?`,
    language,
    blocks: [
      greeting(person),
      paragraph(
        `You and ${partner.name} are a pair in ${cohort.name}. ${
          form.asked.status === 'partial'
            ? 'Thank you for your answers so far; this is what is missing.'
            : 'We asked how you would like to work together and have not heard from you; perhaps our email got lost.'
        }`,
      ),
      ...askedAgain(context, questions),
      paragraph(
        `${stepBack(questions)} If you don't answer, you can still meet${isCoordinator(context) ? '' : `; ${cohort.coordinator.name} may ask you both how it is going`}.`.trim(),
      ),
      ...closing(context, takingPartWhy(context)),
    ],
  };
};
