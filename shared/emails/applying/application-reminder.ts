import * as z from 'zod';
import { stageOfKind } from '#domain/program/milestones.ts';
import { wordsOf } from '#shared/words/index.ts';
import type { Writer } from '../kind.ts';
import { askedAgain } from '../parts/asking-again.ts';
import { closing, dayOf, deadline, greeting, invitedWhy, namedIn, paragraph } from '../parts/phrases.ts';
import { formOf, owedNow, stillAsked } from '../parts/question-blocks.ts';
import { whoSeesIt } from './invitation.ts';

export const ApplicationReminderFacts = z.object({ nth: z.number().int().min(1) });

/** To somebody who was invited and has answered nothing or only a part. `nth` counts from 1. */
export const applicationReminder: Writer<typeof ApplicationReminderFacts> = ({ nth }, context) => {
  const { applyingEmails, language } = wordsOf(context.cohort.language);
  const words = applyingEmails.reminder;
  const form = formOf(context);
  const questions = stillAsked(form);
  const begun = form.asked.status === 'partial';
  const { milestones } = stageOfKind(context.cohort, 'apply');
  const isLast = nth >= milestones.filter((milestone) => milestone.kind === 'remind').length;
  const said = { ...namedIn(context), n: owedNow(questions), day: dayOf(form.asked.openedAt, context) };
  return {
    subject: begun ? words.subjectBegun(said) : words.subject,
    language,
    blocks: [
      greeting(context),
      paragraph(begun ? words.begun(said) : words.asked({ ...said, isLast: isLast ? 'yes' : 'no' })),
      ...askedAgain(context, questions),
      paragraph(applyingEmails.notForYou({ day: deadline({ purpose: 'application' }, context) })),
      whoSeesIt(context),
      ...closing(context, invitedWhy(context)),
    ],
  };
};
