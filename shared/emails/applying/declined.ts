import * as z from 'zod';
import { takesAnswers } from '#domain/forms/answer-period.ts';
import { acceptsDecline, type DeclinablePurpose, isInvitation } from '#domain/forms/purposes.ts';
import { Instant } from '#domain/program/cohort.ts';
import { type Words, wordsOf } from '#shared/words/index.ts';
import type { EmailContext } from '../context.ts';
import type { Writer } from '../kind.ts';
import { notYou } from '../page/not-you.ts';
import { ReceiptFacts } from '../page/receipt-facts.ts';
import { oneOfSeveral } from '../parts/partner.ts';
import { closing, dayOf, deadline, namedIn, paragraph, thankYou, writeToCoordinator } from '../parts/phrases.ts';

const PassedOn = z.enum(['question', 'words']);

export const DeclinedFacts = ReceiptFacts.extend({
  /** Before when they are not asked again; absent for what is no invitation. */
  until: Instant.optional(),
  /** They said so on the page. */
  onPage: z.boolean().optional(),
  /** What they wrote besides, where the coordinator has been given it. */
  passedOn: PassedOn.optional(),
});

/** To somebody who said "no thanks" to what we asked. */
export const declined: Writer<typeof DeclinedFacts> = ({ passedOn, until, onPage }, context) => {
  const { applyingEmails, common, language } = wordsOf(context.cohort.language);
  const words = applyingEmails.declined;
  const asked = context.form?.asked.purpose;
  const purpose = asked && acceptsDecline(asked) ? asked : 'application';
  const canReturn = isInvitation(purpose) && takesAnswers(context.cohort, { purpose }, context.now);
  const why = isInvitation(purpose) ? words.why.invitation : words.why.email;
  return {
    subject: words.subject,
    language,
    blocks: [
      paragraph(whatFollows(purpose, until, context, words)),
      ...(passedOn ? [paragraph(words.passedOn[passedOn](namedIn(context)))] : []),
      paragraph(
        canReturn ? words.changeOfMind({ day: deadline({ purpose }, context) }) : common.nothingToDo,
        ...writeToCoordinator(common.forAnythingElse, context),
      ),
      ...(onPage ? [notYou(context)] : []),
      ...closing(context, onPage ? words.why.page : why),
    ],
  };
};

function whatFollows(
  purpose: DeclinablePurpose,
  until: Instant | undefined,
  context: EmailContext,
  words: Words['applyingEmails']['declined'],
): string {
  const said = { ...namedIn(context), thanks: thankYou(context) };
  switch (purpose) {
    case 'agreement':
      return words.agreement(said);
    case 'survey': {
      const partner = context.form && oneOfSeveral(context.form);
      return partner === undefined ? words.surveyUnnamed(said) : words.survey({ ...said, partner });
    }
    case 'application':
      return until ? words.applicationUntil({ ...said, day: dayOf(until, context) }) : words.application(said);
  }
}
