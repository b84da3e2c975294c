import * as z from 'zod';
import { kind } from './context.ts';
import { closing, greeting, language, paragraph, runningWhy } from './phrases.ts';

/** Passes on to the coordinator what somebody asked or remarked in a reply to us. */
export const questionFrom = kind(
  z.object({ from: z.string(), text: z.string(), email: z.string().optional() }),
  ({ from, text, email }, context) => {
    const { cohort, person } = context;
    return {
      subject: `${from} wrote to you about ${cohort.name}`,
      language,
      blocks: [
        greeting(person),
        paragraph(
          `In a reply to us ${from} wrote something that is for you rather than for a program. We have not answered it.`,
        ),
        { kind: 'quote', of: text },
        email
          ? paragraph(`Please write to ${from} yourself (a reply to this email does not reach them): `, {
              words: email,
              href: `mailto:${email}`,
            })
          : paragraph(`Please write to ${from} yourself; a reply to this email does not reach them.`),
        ...closing(context, runningWhy(context, 'coordinator')),
      ],
    };
  },
);
