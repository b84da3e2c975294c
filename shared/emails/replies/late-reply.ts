import * as z from 'zod';
import { numbered } from '#domain/forms/form.ts';
import { countsLate, type LatePurpose, Purpose } from '#domain/forms/purposes.ts';
import { firstNameOrFull } from '#domain/names/called.ts';
import { doneAt, stageOf } from '#domain/program/milestones.ts';
import { type Words, wordsOf } from '#shared/words/index.ts';
import { surveyTime } from '#shared/words/report/figure-words.ts';
import type { EmailContext } from '../context.ts';
import type { Writer } from '../kind.ts';
import { Name } from '../parts/partner.ts';
import { closing, greeting, paragraph, runningWhy } from '../parts/phrases.ts';
import { formOf, orPage, questionsBlock } from '../parts/question-blocks.ts';

export const LateReplyFacts = z.object({
  who: Name,
  about: z.enum(Purpose.options.filter(countsLate)),
  stage: z.string().optional(),
});

/** To the coordinator: a reply came after its form had closed. Should it count? Not a word of what it says. */
export const lateReply: Writer<typeof LateReplyFacts> = (facts, context) => {
  const { cohort } = context;
  const { who } = facts;
  const form = formOf(context);
  const { language, replies } = wordsOf(cohort.language);
  const words = replies.lateReply;
  const isOwn = who === cohort.coordinator.name;
  const name = firstNameOrFull(who);
  const about = { ...whatAbout(facts, context), cohort: cohort.name };
  const yes = yesWords(facts.about, name, words, context);
  return {
    subject: isOwn ? words.subjectOfOwn : words.subject({ who }),
    language,
    blocks: [
      greeting(context),
      paragraph(isOwn ? words.asksOfOwn(about) : words.asks({ ...about, who, name }), ...orPage(context)),
      questionsBlock(numbered(form.definition)),
      ...(isOwn ? [paragraph(`${yes} ${words.silenceOfOwn}`)] : [paragraph(yes), paragraph(words.no({ name }))]),
      ...closing(context, runningWhy(context, 'coordinator')),
    ],
  };
};

/** Which of our questions they answered late. */
function whatAbout(
  { about, stage }: z.infer<typeof LateReplyFacts>,
  { cohort }: EmailContext,
): { about: LatePurpose | 'stage'; time: string } {
  return about === 'survey' && stage
    ? { about: 'stage', time: surveyTime(stageOf(cohort, stage), wordsOf(cohort.language)) }
    : { about, time: '' };
}

function yesWords(
  about: LatePurpose,
  name: string,
  { yes }: Words['replies']['lateReply'],
  { cohort }: EmailContext,
): string {
  if (about !== 'application') return yes[about];
  return doneAt(cohort, 'match', 'close') ? yes.list({ name }) : yes.pool;
}
