import * as z from 'zod';
import { Purpose } from '#domain/asked.ts';
import { firstNameOrFull } from '#domain/names/called.ts';
import type { Writer } from '../kind.ts';
import { Name } from '../parts/partner.ts';
import { closing, greeting, language, paragraph, runningWhy } from '../parts/phrases.ts';

export const WroteMoreFacts = z.object({ who: Name, email: z.string(), purpose: Purpose });

/** To the coordinator: somebody has written more than answers on a confidential form. Never what they wrote. */
export const wroteMore: Writer<typeof WroteMoreFacts> = ({ who, email, purpose }, context) => {
  const { cohort, person } = context;
  const name = firstNameOrFull(who);
  return {
    subject: `${who} may welcome a word from you`,
    language,
    blocks: [
      greeting(person),
      paragraph(
        `In reply to ${what(purpose)} of ${cohort.name}, ${who} wrote something that answers none of our questions. It may be a remark, or it may be a wish for help: we do not judge, and what is written there is confidential. We have told ${name} that you know this much; if ${name} says so, we pass the words on to you.`,
      ),
      paragraph(`Please write to ${name}, or call, and ask how things are going: `, {
        words: email,
        href: `mailto:${email}`,
      }),
      ...closing(context, runningWhy(context, 'coordinator')),
    ],
  };
};

function what(purpose: z.infer<typeof Purpose>): string {
  switch (purpose) {
    case 'agreement':
      return 'the questions about working together';
    case 'midpoint':
      return 'the mid-point questions';
    default:
      return 'the closing questions';
  }
}
