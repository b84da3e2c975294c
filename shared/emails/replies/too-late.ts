import * as z from 'zod';
import { isInvitation, type Purpose } from '#domain/forms/purposes.ts';
import type { EmailContext } from '../context.ts';
import type { Writer } from '../kind.ts';
import { closing, greeting, isCoordinator, language, paragraph, writeToCoordinator } from '../parts/phrases.ts';

export const TooLateFacts = z.object({
  /** The reply is kept, and the coordinator has been asked whether it can count. */
  waits: z.boolean().optional(),
  /** What they wrote answers nothing and has gone to the coordinator. */
  passedOn: z.boolean().optional(),
  /** An earlier reply of theirs still waits for the coordinator's word. */
  isBeside: z.boolean().optional(),
  /** There was no answer in it, and one that they send now could still count. */
  mayStill: z.boolean().optional(),
  /** The coordinator was asked, and said no. */
  decided: z.literal('no').optional(),
});

/** To somebody whose reply came after answers were closed. */
export const tooLate: Writer<typeof TooLateFacts> = (facts, context) => {
  const purpose = context.form?.asked.purpose ?? 'application';
  const { subject, closed, what } = words(purpose, context);
  const name = isCoordinator(context) ? 'you' : context.cohort.coordinator.name;
  const [first, then] = facts.waits
    ? [`${closed} We have kept it and asked ${name} whether it can still count.`, waiting(purpose, name)]
    : facts.decided
      ? [
          `Thank you for your reply. We asked ${name} whether it could still count, and it can't. We are sorry. ${regret(purpose)}`,
          '',
        ]
      : facts.passedOn
        ? [`${closed} ${name} has what you wrote and will write to you.`, facts.isBeside ? earlier(name) : '']
        : facts.mayStill
          ? [`${closed} We found no answer in it.`, stillPossible(name, purpose)]
          : [what, ''];
  return {
    subject: facts.decided ? 'About your late reply' : subject,
    language,
    blocks: [
      greeting(context.person),
      paragraph(first),
      paragraph(
        `There is nothing to do.${then}`,
        ...writeToCoordinator(' If this causes a difficulty, or you have a question,', context),
      ),
      ...closing(context, `You get this because you replied to an email about ${context.cohort.name}.`),
    ],
  };
};

/** What silence means, so that nobody waits for a word that does not come. */
function waiting(purpose: Purpose, name: string): string {
  const otherwise = isInvitation(purpose)
    ? 'it was too late for this round, and you are welcome in the next'
    : 'it could not be counted';
  return ` If ${name} ${name === 'you' ? 'say' : 'says'} yes, you hear from us what we understood; if you hear nothing, ${otherwise}.`;
}

function earlier(name: string): string {
  return ` Your earlier reply still waits: ${name} decides whether it can count.`;
}

function stillPossible(name: string, purpose: Purpose): string {
  const wish = isInvitation(purpose) ? 'you would still like to take part' : 'you would still like to answer';
  return ` If ${wish}, reply to our email with your answers, and ${name} decides whether they can count.`;
}

function regret(purpose: Purpose): string {
  return isInvitation(purpose) ? 'You are welcome in the next round.' : 'Nothing else changes for you.';
}

function words(purpose: Purpose, { cohort }: EmailContext): { subject: string; closed: string; what: string } {
  switch (purpose) {
    case 'application': {
      const closed = `Thank you for your reply. Applications for ${cohort.name} had closed when it came`;
      return {
        subject: 'Your reply came after applications had closed',
        closed: `${closed}.`,
        what: `${closed}, so we could not include it this time. We are sorry. You are welcome in the next round.`,
      };
    }
    case 'agreement': {
      const closed = `Thank you for your reply. The start of ${cohort.name} is over`;
      return {
        subject: 'Your reply came after we had moved on',
        closed: `${closed}.`,
        what: `${closed}, so we have not recorded it. You can work together all the same: what the two of you agree with each other is what counts.`,
      };
    }
    case 'survey': {
      const closed = 'Thank you for taking the time. The questions had closed when your reply came';
      return {
        subject: 'Your answers came after the questions had closed',
        closed: `${closed}.`,
        what: `${closed}, so we could not count your answers this time. Nothing else changes for you.`,
      };
    }
    case 'ballot':
    case 'decision': {
      const closed = `Thank you for your reply. The matches of ${cohort.name} had been decided when it came`;
      return {
        subject: 'Your reply came after the decision',
        closed: `${closed}.`,
        what: `${closed}, so we could not count it.`,
      };
    }
    case 'consent': {
      const closed = 'Thank you for your reply. The plan had changed when it came';
      return {
        subject: 'Your reply came after we had moved on',
        closed: `${closed}.`,
        what: `${closed}, so we have not recorded it. You hear from us when there is news of your partner in ${cohort.name}.`,
      };
    }
    case 'late':
    case 'opening':
    case 'confirm': {
      const closed = 'Thank you for your reply. The question that it answers had been closed';
      return {
        subject: 'Your reply came after we had closed the question',
        closed: `${closed}.`,
        what: `${closed}, so nothing has changed.`,
      };
    }
  }
}
