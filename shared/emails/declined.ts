import * as z from 'zod';
import { takesAnswers } from '#domain/forms/answer-period.ts';
import { acceptsDecline, type DeclinablePurpose, isInvitation } from '#domain/forms/purposes.ts';
import { Instant } from '#domain/program/cohort.ts';
import { type EmailContext, kind } from './context.ts';
import { notYou } from './page/not-you.ts';
import { oneOfSeveral } from './partner.ts';
import {
  closing,
  dayOf,
  deadline,
  isCoordinator,
  language,
  paragraph,
  thankYou,
  writeToCoordinator,
} from './phrases.ts';

const Facts = z.object({
  /** What they wrote besides, where the coordinator has been given it; `true` in emails that were queued when only questions were. */
  /** Before when they are not asked again; absent for what is no invitation, and in emails that were queued before it was kept. */
  until: Instant.optional(),
  /** They said so on the page. */
  onPage: z.boolean().optional(),
  /** Of that: which receipt this is, and that it counts once this was sent. */
  receipt: z.string().optional(),
  acts: z.boolean().optional(),
  passedOn: z.union([z.boolean(), z.enum(['question', 'words'])]).optional(),
});

/** To somebody who said "no thanks" to what we asked. */
export const declined = kind(Facts, ({ passedOn, until, onPage }, context) => {
  const { cohort, person, form } = context;
  const asked = form?.asked.purpose;
  const purpose = asked && acceptsDecline(asked) ? asked : 'application';
  return {
    subject: "That's fine, and thank you for telling us",
    language,
    blocks: [
      paragraph(`${thankYou(person)} ${whatFollows(purpose, until, context)}`),
      ...(passedOn ? [paragraph(has(passedOn, cohort.coordinator.name))] : []),
      paragraph(
        `There is nothing to do.${changeOfMind(purpose, context)}`,
        ...writeToCoordinator(' For anything else,', context),
      ),
      ...(onPage ? [notYou] : []),
      ...closing(
        context,
        onPage
          ? 'You get this because you said "no thanks" on the page of our invitation.'
          : `You get this because you replied "no thanks" to our ${isInvitation(purpose) ? 'invitation' : 'email'}.`,
      ),
    ],
  };
});

function has(passedOn: true | 'question' | 'words', name: string): string {
  return passedOn === 'words' ? `${name} has what you wrote besides.` : `${name} has your question and will answer it.`;
}

function whatFollows(purpose: DeclinablePurpose, until: Instant | undefined, context: EmailContext): string {
  switch (purpose) {
    case 'agreement':
      return isCoordinator(context)
        ? 'You need not say why.'
        : `You need not say why. ${context.cohort.coordinator.name} hears that you would rather not work together, and nothing else of what you wrote.`;
    case 'survey':
      return `We won't ask you these questions again, and nothing changes for you and ${context.form ? (oneOfSeveral(context.form) ?? 'your partner') : 'your partner'}.`;
    case 'application':
      return `We won't ask you about mentoring again ${until ? `before ${dayOf(until, context)}` : 'this year'}.`;
  }
}

function changeOfMind(purpose: DeclinablePurpose, context: EmailContext): string {
  if (!isInvitation(purpose) || !takesAnswers(context.cohort, { purpose }, context.now)) return '';
  return ` If you change your mind by ${deadline({ purpose }, context)}, reply to the invitation.`;
}
