import * as z from 'zod';
import type { Writer } from '../kind.ts';
import { oneOfSeveral } from '../parts/partner.ts';
import { byDeadline, closing, greeting, language, paragraph } from '../parts/phrases.ts';
import { formOf, orPage } from '../parts/question-blocks.ts';
import { filesWords } from './attachments-and-questions.ts';

const reasons = {
  empty: 'there were no words of yours in it. Sometimes a mail program drops what was typed between the lines',
  'too-large': 'it is larger than we can open, perhaps because of a picture or a file',
  'no-text': 'the answers were not in the message itself, perhaps in a file or a picture, which we do not open',
  outlook: 'the words in it are in a format that only Outlook can open (a file called winmail.dat)',
  encrypted: 'it is encrypted, and we have no key to open it',
  reaction: 'it is a reaction, and we could not tell what it answers',
  damaged: 'it arrived damaged, and we could not open it',
};

const inOutlook =
  'In Outlook, choose "Plain Text" under "Format Text" before you send it: then your words arrive as you typed them.';

export const CouldNotReadFacts = z.object({
  why: z.enum(['empty', 'too-large', 'no-text', 'outlook', 'encrypted', 'reaction', 'damaged']),
  kept: z.array(z.string()).optional(),
  refused: z.array(z.string()).optional(),
});

/** To somebody whose reply has arrived but holds nothing that we can read. */
export const couldNotRead: Writer<typeof CouldNotReadFacts> = ({ why, ...files }, context) => {
  const form = formOf(context);
  const one = oneOfSeveral(form);
  return {
    subject: 'We could not read your reply',
    language,
    blocks: [
      greeting(context.person),
      paragraph(
        `Your reply${one ? ` about you and ${one}` : ''} has arrived, thank you, but ${reasons[why]}. Nothing that you told us before is lost.`,
      ),
      ...filesWords(files),
      paragraph(
        `Please reply once more${why === 'encrypted' ? ', without encryption,' : ''}${byDeadline(form.asked, context)}, with the number of each question and your answer as ordinary text. `,
        ...orPage(form),
      ),
      ...(why === 'outlook' ? [paragraph(inOutlook)] : []),
      ...closing(context, `You get this because you replied to an email about ${context.cohort.name}.`),
    ],
  };
};
