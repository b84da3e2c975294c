import * as z from 'zod';
import { firstNameOrFull } from '#domain/names/called.ts';
import type { Email } from '../content.ts';
import type { EmailContext } from '../context.ts';
import type { Writer } from '../kind.ts';
import { Name } from '../parts/partner.ts';
import { closing, greeting, language, paragraph, runningWhy } from '../parts/phrases.ts';
import { surveyTimes } from '../parts/survey-words.ts';

export const PairNotAgreedFacts = z.object({
  mentor: Name,
  mentee: Name,
  /** Who of the two it is because of. */
  by: z.enum(['mentor', 'mentee']),
  /** Why the two were not introduced in the first place; absent when they were, and one has said no. */
  why: z.enum(['declined', 'held', 'stopped', 'bounced', 'complained']).optional(),
});

/** To the coordinator: a pair that does not come about. What was written stays with its writer. */
export const pairNotAgreed: Writer<typeof PairNotAgreedFacts> = ({ mentor, mentee, by, why }, context) => {
  const { cohort, person } = context;
  const [refused, other] = by === 'mentor' ? [mentor, mentee] : [mentee, mentor];
  if (refused === cohort.coordinator.name && !why) return ofTheirOwn(other, context);
  const words = why
    ? [
        `${mentor} and ${mentee} were to be a pair in ${cohort.name}, but ${refused} ${reasons[why]}. So the two are not introduced. ${firstNameOrFull(other)} does not hear why.`,
        `If we find somebody else for ${firstNameOrFull(other)} before the kickoff, ${firstNameOrFull(other)} is asked; if not, ${firstNameOrFull(other)} hears at the kickoff that there is no partner. Please write to ${firstNameOrFull(other)} if you can think of someone.`,
      ]
    : [
        `${mentor} and ${mentee} are a pair in ${cohort.name}, and ${refused} has said no to working together. Please talk to ${firstNameOrFull(refused)} first, and then to ${firstNameOrFull(other)}.`,
        `No reason has to be given, and none is asked for; stepping back is allowed. We have told nobody else, and we send the pair no questions at ${surveyTimes(context)}.`,
      ];
  return {
    subject: `A pair in ${cohort.name} needs a word from you`,
    language,
    blocks: [
      greeting(person),
      ...words.map((one) => paragraph(one)),
      ...closing(context, runningWhy(context, 'coordinator')),
    ],
  };
};

/** The coordinator takes part too, and is the one who has said no. */
function ofTheirOwn(other: string, context: EmailContext): Email {
  const { cohort, person } = context;
  return {
    subject: `A pair in ${cohort.name} needs a word from you`,
    language,
    blocks: [
      greeting(person),
      paragraph(
        `You have said no to working with ${other} in ${cohort.name}. Please talk to ${firstNameOrFull(other)} yourself: we have told nobody, and we send the two of you no questions at ${surveyTimes(context)}.`,
      ),
      ...closing(context, runningWhy(context, 'coordinator')),
    ],
  };
}

const reasons = {
  held: 'is held back from this round',
  declined: 'has said "no thanks" since the pairs were decided',
  stopped: 'has asked us since then to stop writing',
  complained: 'has asked us since then to stop writing',
  bounced: 'can no longer be reached: our mail comes back',
};
