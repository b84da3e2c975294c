import * as z from 'zod';
import { kind } from './context.ts';
import { closing, coordinatorLink, deadline, language, paragraph, thankYou } from './phrases.ts';

/** To somebody who said "no thanks" to the invitation. */
export const declined = kind(z.object({}), (_facts, context) => ({
  subject: "That's fine, and thank you for telling us",
  language,
  blocks: [
    paragraph(`${thankYou(context.person)} We won't ask you about mentoring again this year.`),
    paragraph(
      `There is nothing to do. If you change your mind by ${deadline('application', context)}, reply to the invitation. For anything else, write to `,
      coordinatorLink(context),
    ),
    ...closing(context, 'You get this because you replied "no thanks" to our invitation.'),
  ],
}));
