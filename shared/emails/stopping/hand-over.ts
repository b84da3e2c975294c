import * as z from 'zod';
import { firstNameOrFull } from '#domain/names/called.ts';
import type { EmailContext } from '../context.ts';
import type { Writer } from '../kind.ts';
import { Name } from '../parts/partner.ts';
import { closing, greeting, language, paragraph } from '../parts/phrases.ts';

const Part = z.enum(['coordinator', 'committee']);
type Part = z.infer<typeof Part>;

export const StopOrHandOverFacts = z.object({ part: Part });

/** To somebody who is needed to run a cohort, and has asked us to stop: what would be lost, and what else they can do. */
export const stopOrHandOver: Writer<typeof StopOrHandOverFacts> = ({ part }, context) => {
  const { cohort, person, stop } = context;
  return {
    subject: 'Should we stop all email, or will you hand over?',
    language,
    blocks: [
      greeting(person),
      paragraph(`You asked us to stop all email to you. We have not done so yet, because ${needed(part, context)}`),
      paragraph('This page lets you hand over, and it can stop all email nevertheless: ', {
        words: 'Hand over, or stop',
        href: stop,
      }),
      paragraph('If you would rather go on, there is nothing to do: we write to you as before.'),
      ...closing(context, `You get this because you asked us to stop writing to you about ${cohort.name}.`),
    ],
  };
};

function needed(part: Part, { cohort }: EmailContext): string {
  return part === 'coordinator'
    ? `you coordinate ${cohort.name}: we ask you when something has to be decided, and tell you when something is stuck. Nobody else gets these emails.`
    : `you are on the matching committee of ${cohort.name}: without your votes the others decide alone, or have too few to decide.`;
}

export const HandOverFacts = z.object({
  who: Name,
  email: z.string(),
  part: Part,
  /** All email to them is stopped; else they want to be replaced, and go on until then. */
  hasLeft: z.boolean(),
});

/** To those who can find somebody else for a part in running a cohort. */
export const handOver: Writer<typeof HandOverFacts> = ({ who, email, part, hasLeft }, context) => {
  const { cohort, person } = context;
  const as =
    part === 'coordinator' ? `the coordinator of ${cohort.name}` : `on the matching committee of ${cohort.name}`;
  const now = hasLeft
    ? `${who} (${email}), who is ${as}, has stopped all email from us.`
    : `${who} (${email}), who is ${as}, would like to hand that over, and goes on until somebody else does it.`;
  return {
    subject: `${who} ${hasLeft ? 'gets no more email from us' : 'would like to hand over'}`,
    language,
    blocks: [
      greeting(person),
      paragraph(now),
      paragraph(
        part === 'coordinator'
          ? `What needs a decision in ${cohort.name}, and the word that something is stuck, goes to the coordinator alone${hasLeft ? ', and so to nobody now' : ''}. Please talk to ${firstNameOrFull(who)} about who takes it over, and tell whoever runs Telemachy for you.`
          : `${hasLeft ? `${firstNameOrFull(who)} votes no more. ` : ''}Please talk to ${firstNameOrFull(who)} about whether somebody else looks at the pairs, or the committee decides without.`,
      ),
      ...closing(context, `You get this because you have a part in running ${cohort.name}.`),
    ],
  };
};
