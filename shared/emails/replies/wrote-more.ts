import * as z from 'zod';
import { type ConfidentialPurpose, isConfidential, Purpose } from '#domain/forms/purposes.ts';
import { firstNameOrFull } from '#domain/names/called.ts';
import { surveyTime } from '#domain/outcomes/surveys.ts';
import { stageOf } from '#domain/program/milestones.ts';
import type { EmailContext } from '../context.ts';
import type { Writer } from '../kind.ts';
import { Name } from '../parts/partner.ts';
import { closing, greeting, language, paragraph, runningWhy } from '../parts/phrases.ts';

export const WroteMoreFacts = z.object({
  who: Name,
  email: z.string(),
  purpose: z.enum(Purpose.options.filter(isConfidential)),
  stage: z.string().optional(),
});

/** To the coordinator: somebody has written more than answers on a confidential form. Never what they wrote. */
export const wroteMore: Writer<typeof WroteMoreFacts> = ({ who, email, purpose, stage }, context) => {
  const { cohort, person } = context;
  const name = firstNameOrFull(who);
  return {
    subject: `${who} may welcome a word from you`,
    language,
    blocks: [
      greeting(person),
      paragraph(
        `In reply to ${what[purpose](stage, context)} of ${cohort.name}, ${who} wrote something that answers none of our questions. It may be a remark, or it may be a wish for help: we do not judge, and what is written there is confidential. We have told ${name} that you know this much; if ${name} says so, we pass the words on to you.`,
      ),
      paragraph(`Please write to ${name}, or call, and ask how things are going: `, {
        words: email,
        href: `mailto:${email}`,
      }),
      ...closing(context, runningWhy(context, 'coordinator')),
    ],
  };
};

const what: Record<ConfidentialPurpose, (stage: string | undefined, context: EmailContext) => string> = {
  agreement: () => 'the questions about working together',
  survey: (name, { cohort }) => {
    const stage = name === undefined ? undefined : stageOf(cohort, name);
    if (!stage) return 'the survey';
    return stage.kind === 'closeout' ? 'the closing questions' : `the ${surveyTime(stage)} questions`;
  },
};
