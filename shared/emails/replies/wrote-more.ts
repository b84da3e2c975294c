import * as z from 'zod';
import { isConfidential, Purpose } from '#domain/forms/purposes.ts';
import { firstNameOrFull } from '#domain/names/called.ts';
import { stageOf } from '#domain/program/milestones.ts';
import { wordsOf } from '#shared/words/index.ts';
import { surveyTime } from '#shared/words/report/figure-words.ts';
import type { EmailContext } from '../context.ts';
import type { Writer } from '../kind.ts';
import { Name } from '../parts/partner.ts';
import { closing, greeting, paragraph, runningWhy } from '../parts/phrases.ts';

export const WroteMoreFacts = z.object({
  who: Name,
  email: z.string(),
  purpose: z.enum(Purpose.options.filter(isConfidential)),
  stage: z.string().optional(),
});

/** To the coordinator: somebody has written more than answers on a confidential form. Never what they wrote. */
export const wroteMore: Writer<typeof WroteMoreFacts> = ({ who, email, purpose, stage }, context) => {
  const { cohort } = context;
  const name = firstNameOrFull(who);
  const { language, replies } = wordsOf(cohort.language);
  const words = replies.wroteMore;
  return {
    subject: words.subject({ who }),
    language,
    blocks: [
      greeting(context),
      paragraph(
        `${words.inReply({ ...what(purpose, stage, context), who, cohort: cohort.name })} ${words.confidential({ name })}`,
      ),
      paragraph(...words.ask({ name, email, address: `mailto:${email}` })),
      ...closing(context, runningWhy(context, 'coordinator')),
    ],
  };
};

/** Which of our questions they replied to. */
function what(
  purpose: z.infer<typeof WroteMoreFacts>['purpose'],
  name: string | undefined,
  { cohort }: EmailContext,
): { about: 'agreement' | 'survey' | 'closing' | 'stage'; time: string } {
  const stage = purpose === 'survey' && name !== undefined ? stageOf(cohort, name) : undefined;
  if (!stage) return { about: purpose, time: '' };
  if (stage.kind === 'closeout') return { about: 'closing', time: '' };
  return { about: 'stage', time: surveyTime(stage, wordsOf(cohort.language)) };
}
