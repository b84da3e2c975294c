import * as z from 'zod';
import { firstNameOrFull } from '#domain/names/called.ts';
import { wordsOf } from '#shared/words/index.ts';
import type { Writer } from '../kind.ts';
import { askedAgain } from '../parts/asking-again.ts';
import { oneOfSeveral, Partner } from '../parts/partner.ts';
import { closing, greeting, namedIn, paragraph, takingPartWhy } from '../parts/phrases.ts';
import { formOf, stillAsked } from '../parts/question-blocks.ts';
import { stepBack } from './introduction.ts';

export const AgreementReminderFacts = z.object({ partner: Partner });

/** To one of a pair who has not said yet how they want to work together. */
export const agreementReminder: Writer<typeof AgreementReminderFacts> = ({ partner }, context) => {
  const { language, pairsEmails } = wordsOf(context.cohort.language);
  const words = pairsEmails.agreementReminder;
  const form = formOf(context);
  const questions = stillAsked(form);
  const names = { ...namedIn(context), partner: partner.name };
  return {
    subject: words.subject({ partner: oneOfSeveral(form) ?? firstNameOrFull(partner.name) }),
    language,
    blocks: [
      greeting(context),
      paragraph(words.asked({ ...names, hasBegun: form.asked.status === 'partial' ? 'yes' : 'no' })),
      ...askedAgain(context, questions),
      paragraph([...stepBack(questions, pairsEmails), words.silence(names)].join(' ')),
      ...closing(context, takingPartWhy(context)),
    ],
  };
};
