import * as z from 'zod';
import type { Purpose } from '#domain/asked.ts';
import { type EmailContext, kind } from './context.ts';
import { closing, coordinatorLink, greeting, language, paragraph } from './phrases.ts';

/** To somebody whose reply came after answers were closed. */
export const tooLate = kind(z.object({}), (_facts, context) => {
  const { subject, what } = words(context.form?.asked.purpose ?? 'application', context);
  return {
    subject,
    language,
    blocks: [
      greeting(context.person),
      paragraph(what),
      paragraph(
        'There is nothing to do. If this causes a difficulty, or you have a question, write to ',
        coordinatorLink(context),
      ),
      ...closing(context, `You get this because you replied to an email about ${context.cohort.name}.`),
    ],
  };
});

function words(purpose: Purpose, { cohort }: EmailContext): { subject: string; what: string } {
  switch (purpose) {
    case 'application':
      return {
        subject: 'Your reply came after applications had closed',
        what: `Thank you for your reply. Applications for ${cohort.name} had closed when it came, so we could not include it this time. We are sorry. You are welcome in the next round.`,
      };
    case 'agreement':
      return {
        subject: 'Your reply came after we had moved on',
        what: `Thank you for your reply. The start of ${cohort.name} is over, so we have not recorded it. You can work together all the same: what the two of you agree with each other is what counts.`,
      };
    case 'midpoint':
    case 'closeout':
      return {
        subject: 'Your answers came after the questions had closed',
        what: 'Thank you for taking the time. The questions had closed when your reply came, so we could not count your answers this time. Nothing else changes for you.',
      };
    case 'ballot':
    case 'decision':
      return {
        subject: 'Your reply came after the decision',
        what: `Thank you for your reply. The matches of ${cohort.name} had been decided when it came, so we could not count it.`,
      };
    case 'consent':
      return {
        subject: 'Your reply came after we had moved on',
        what: `Thank you for your reply. The pairs of ${cohort.name} were final when it came, so it has changed nothing. If you would rather not work with your partner, you can still say so when you are introduced.`,
      };
    case 'confirm':
      return {
        subject: 'Your reply came after we had closed the question',
        what: 'Thank you for your reply. The question that it answers had been closed, so nothing has changed.',
      };
  }
}
