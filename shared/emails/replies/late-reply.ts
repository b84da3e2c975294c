import * as z from 'zod';
import { numbered } from '#domain/forms/form.ts';
import { countsLate, type LatePurpose, Purpose } from '#domain/forms/purposes.ts';
import { firstNameOrFull } from '#domain/names/called.ts';
import { surveyTime } from '#domain/outcomes/surveys.ts';
import { doneAt, stageOf } from '#domain/program/milestones.ts';
import type { Email } from '../content.ts';
import type { EmailContext } from '../context.ts';
import type { Writer } from '../kind.ts';
import { Name } from '../parts/partner.ts';
import { closing, greeting, language, paragraph, runningWhy } from '../parts/phrases.ts';
import { formOf, orPage, questionsBlock } from '../parts/question-blocks.ts';

export const LateReplyFacts = z.object({
  who: Name,
  about: z.enum(Purpose.options.filter(countsLate)),
  stage: z.string().optional(),
});

/** To the coordinator: a reply came after its form had closed. Should it count? Not a word of what it says. */
export const lateReply: Writer<typeof LateReplyFacts> = ({ who, about, stage }, context) => {
  const form = formOf(context);
  const { what, yes } = words({ about, stage }, firstNameOrFull(who), context);
  if (who === context.cohort.coordinator.name) return ofTheirOwn(what, yes, context);
  return {
    subject: `${who} answered after the deadline: take it?`,
    language,
    blocks: [
      greeting(context.person),
      paragraph(
        `${who} has answered ${what} after the deadline. We have kept the reply; nobody has read it, and ${firstNameOrFull(who)} knows that you decide. Please reply yes or no. `,
        ...orPage(form),
      ),
      questionsBlock(numbered(form.definition)),
      paragraph(yes),
      paragraph(
        `If no, ${firstNameOrFull(who)} is told so, kindly. If you don't answer, the reply does not count, and nobody is written to.`,
      ),
      ...closing(context, runningWhy(context, 'coordinator')),
    ],
  };
};

/** The coordinator takes part too, and has answered late. */
function ofTheirOwn(what: string, yes: string, context: EmailContext): Email {
  const form = formOf(context);
  return {
    subject: 'You answered after the deadline: does it count?',
    language,
    blocks: [
      greeting(context.person),
      paragraph(
        `You have answered ${what} after the deadline. As you coordinate ${context.cohort.name}, it is for you to say whether that counts. Please reply yes or no. `,
        ...orPage(form),
      ),
      questionsBlock(numbered(form.definition)),
      paragraph(`${yes} If you don't answer, the reply does not count.`),
      ...closing(context, runningWhy(context, 'coordinator')),
    ],
  };
}

function words(
  { about, stage }: { about: LatePurpose; stage: string | undefined },
  name: string,
  { cohort }: EmailContext,
): { what: string; yes: string } {
  switch (about) {
    case 'application':
      return {
        what: `the invitation to ${cohort.name}`,
        yes: doneAt(cohort, 'match', 'close')
          ? `If yes, the application counts. The pairs of this round are made, so ${name} is on the list in case a place becomes free.`
          : `If yes, the application counts, and we look for a partner among those who are still free when the pairs are decided. Pairs that the committee has seen stay as they are.`,
      };
    case 'agreement':
      return {
        what: 'the questions about working together',
        yes: 'If yes, we record the agreement. What it says stays with the two.',
      };
    case 'survey':
      return {
        what: stage ? `the questions at the ${surveyTime(stageOf(cohort, stage))}` : 'the survey',
        yes: 'If yes, the answers count in the report, with those of the others. You do not see them.',
      };
  }
}
