import * as z from 'zod';
import { kind } from './context.ts';
import { called, closing, greeting, language, paragraph, runningWhy } from './phrases.ts';

/** To the coordinator: a pair that has not agreed to work together. What was written stays with its writer. */
export const pairNotAgreed = kind(
  z.object({ mentor: z.string(), mentee: z.string(), by: z.enum(['mentor', 'mentee']) }),
  ({ mentor, mentee, by }, context) => {
    const { cohort, person } = context;
    const [refused, other] = by === 'mentor' ? [mentor, mentee] : [mentee, mentor];
    return {
      subject: `A pair in ${cohort.name} needs a word from you`,
      language,
      blocks: [
        greeting(person),
        paragraph(
          `${mentor} and ${mentee} are a pair in ${cohort.name}, and ${refused} has said no to working together. Please talk to ${called(refused)} first, and then to ${called(other)}.`,
        ),
        paragraph(
          'No reason has to be given, and none is asked for; stepping back is allowed. We have told nobody else, and we send the pair no questions at the mid-point or the end.',
        ),
        ...closing(context, runningWhy(context, 'coordinator')),
      ],
    };
  },
);
