import * as z from 'zod';
import { stageOfKind } from '#domain/program/milestones.ts';
import type { Writer } from '../kind.ts';
import { askedAgain } from '../parts/asking-again.ts';
import {
  capital,
  closing,
  count,
  dayOf,
  deadline,
  greeting,
  invitedWhy,
  language,
  paragraph,
} from '../parts/phrases.ts';
import { formOf, owedNow, stillAsked } from '../parts/question-blocks.ts';
import { whoSeesIt } from './invitation.ts';

export const ApplicationReminderFacts = z.object({ nth: z.number().int().min(1) });

/** To somebody who was invited and has answered nothing or only a part. `nth` counts from 1. */
export const applicationReminder: Writer<typeof ApplicationReminderFacts> = ({ nth }, context) => {
  const { cohort, person } = context;
  const form = formOf(context);
  const questions = stillAsked(form);
  const begun = form.asked.status === 'partial';
  const reminders = stageOfKind(cohort, 'apply').milestones.filter((milestone) => milestone.kind === 'remind').length;
  const isLast = nth >= reminders;
  const asked = `On ${dayOf(form.asked.openedAt, context)} we asked whether you would like to take part in ${cohort.name}, ${cohort.organisation}'s mentoring`;
  const stillMissing = `${count(owedNow(questions), 'answer is', 'answers are')} still missing`;
  return {
    subject: begun ? capital(stillMissing) : 'Mentoring: is it for you this time?',
    language,
    blocks: [
      greeting(person),
      paragraph(
        begun
          ? `Thank you for your application to ${cohort.name}. ${capital(stillMissing)}; then it is complete.`
          : `${asked}. ${isLast ? 'We ask this last time, in case it got lost' : 'In case it got lost, here it is again'}.`,
      ),
      ...askedAgain(context, questions),
      paragraph(
        `If it's not for you, reply "no thanks" and we won't ask again this year. If we don't hear from you by ${deadline({ purpose: 'application' }, context)}, we'll leave you out this time.`,
      ),
      whoSeesIt(context),
      ...closing(context, invitedWhy(context)),
    ],
  };
};
