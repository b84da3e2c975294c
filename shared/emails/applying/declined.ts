import * as z from 'zod';
import { takesAnswers } from '#domain/forms/answer-period.ts';
import { acceptsDecline, type DeclinablePurpose, isInvitation } from '#domain/forms/purposes.ts';
import { Instant } from '#domain/program/cohort.ts';
import type { EmailContext } from '../context.ts';
import type { Writer } from '../kind.ts';
import { notYou } from '../page/not-you.ts';
import { ReceiptFacts } from '../page/receipt-facts.ts';
import { oneOfSeveral } from '../parts/partner.ts';
import {
  closing,
  dayOf,
  deadline,
  isCoordinator,
  language,
  paragraph,
  thankYou,
  writeToCoordinator,
} from '../parts/phrases.ts';

const PassedOn = z.enum(['question', 'words']);

export const DeclinedFacts = ReceiptFacts.extend({
  /** Before when they are not asked again; absent for what is no invitation. */
  until: Instant.optional(),
  /** They said so on the page. */
  onPage: z.boolean().optional(),
  /** What they wrote besides, where the coordinator has been given it. */
  passedOn: PassedOn.optional(),
});

/** To somebody who said "no thanks" to what we asked. */
export const declined: Writer<typeof DeclinedFacts> = ({ passedOn, until, onPage }, context) => {
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
      ...(onPage ? [notYou()] : []),
      ...closing(
        context,
        onPage
          ? 'You get this because you said "no thanks" on the page of our invitation.'
          : `You get this because you replied "no thanks" to our ${isInvitation(purpose) ? 'invitation' : 'email'}.`,
      ),
    ],
  };
};

function has(passedOn: z.infer<typeof PassedOn>, name: string): string {
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
