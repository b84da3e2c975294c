import * as z from 'zod';
import { numbered } from '#domain/forms/form.ts';
import {
  askedWhom,
  canRefusePartner,
  isInvitation,
  isRefusedByDecline,
  isVote,
  Purpose,
  publishesPairs,
} from '#domain/forms/purposes.ts';
import { firstNameOrFull } from '#domain/names/called.ts';
import { Instant } from '#domain/program/cohort.ts';
import { onLastDay } from '#domain/program/moments.ts';
import { wordsOf } from '#shared/words/index.ts';
import { whoSeesIt } from '../applying/invitation.ts';
import type { Block } from '../content.ts';
import type { EmailContext } from '../context.ts';
import type { Writer } from '../kind.ts';
import { confidential, howToVote, needed } from '../matching/ballot.ts';
import { askedAgain } from '../parts/asking-again.ts';
import { Partner } from '../parts/partner.ts';
import {
  closing,
  dayOf,
  greeting,
  invitedWhy,
  namedIn,
  paragraph,
  runningWhy,
  takingPartWhy,
  writeToCoordinator,
} from '../parts/phrases.ts';
import { formOf, owedNow, questionsBlock, stillAsked } from '../parts/question-blocks.ts';

export const DeadlineMovedFacts = z.object({
  purpose: Purpose,
  /** The close that we had written. */
  told: Instant,
  /** The close now. */
  until: Instant,
  /** It has passed: answers are no longer taken. */
  isClosed: z.boolean(),
  /** The other one of the pair that the answer is about. */
  partner: Partner.optional(),
});
type DeadlineMovedFacts = z.infer<typeof DeadlineMovedFacts>;

/** A reminder with more pairs than this would be put off again. */
const mostPairs = 20;

/** To somebody who owes an answer, when it is needed sooner than we had written. */
export const deadlineMoved: Writer<typeof DeadlineMovedFacts> = (facts, context) => {
  const { person, cohort } = context;
  const { common, language, scheduleEmails } = wordsOf(cohort.language);
  const words = scheduleEmails.deadlineMoved;
  const { purpose, isClosed } = facts;
  const said = saidOf(facts, context);
  const opening = isClosed
    ? [
        paragraph(`${words.closed(said)} ${words.sooner(said)}`),
        paragraph(common.nothingToDo, ...writeToCoordinator(words.orReply({ purpose }), context)),
      ]
    : [paragraph(words.moved(said), words.sorry, ...stillMissing(purpose, context)), ...stillToAnswer(said, context)];
  return {
    subject: isClosed ? words.subjectOfClosed(said) : words.subject(said),
    language,
    blocks: [
      greeting(context),
      ...opening,
      ...(isInvitation(purpose) && !isClosed ? [whoSeesIt(context)] : []),
      ...closing(context, whyOf(facts, cohort.chair === person.email, context)),
    ],
  };
};

/** What the sentences name: the last days, but of what is published the days on which that is. */
function saidOf({ purpose, told, until, partner }: DeadlineMovedFacts, context: EmailContext) {
  const dayFor = (moment: Instant) => dayOf(publishesPairs(purpose) ? moment : onLastDay(moment), context);
  return {
    ...namedIn(context),
    purpose,
    day: dayFor(until),
    was: dayFor(told),
    on: dayOf(until, context),
    hasPartner: partner ? 'yes' : 'no',
    partner: partner?.name ?? '',
    first: firstNameOrFull(partner?.name ?? ''),
  };
}
type Said = ReturnType<typeof saidOf>;

/** Of an application that was begun. */
function stillMissing(purpose: Purpose, context: EmailContext): string[] {
  const form = formOf(context);
  if (!isInvitation(purpose) || form.asked.status !== 'partial') return [];
  const { missing } = wordsOf(context.cohort.language).scheduleEmails.deadlineMoved;
  return [missing({ answers: owedNow(stillAsked(form)) })];
}

/** The questions once more, so that a reply to this email is enough. */
function stillToAnswer(said: Said, context: EmailContext): Block[] {
  const form = formOf(context);
  const words = wordsOf(context.cohort.language).scheduleEmails.deadlineMoved;
  const { purpose } = said;
  if (isVote(purpose)) {
    const open = needed(stillAsked(form));
    const shown = open.slice(0, mostPairs);
    const others = open.length - shown.length;
    return [
      ...askedAgain(context, shown, howToVote),
      paragraph([...(others > 0 ? [words.otherPairs({ others })] : []), words.silence.ballot].join(' ')),
      confidential(context),
    ];
  }
  if (publishesPairs(purpose) || isRefusedByDecline(purpose)) {
    return [
      paragraph(...words.howTo({ purpose, page: form.page })),
      questionsBlock(numbered(form.definition)),
      ...(publishesPairs(purpose) ? [] : [paragraph(words.confidential)]),
    ];
  }
  return [...askedAgain(context, stillAsked(form)), paragraph(silenceOf(said, context))];
}

function silenceOf(said: Said, { cohort }: EmailContext): string {
  const { pairsEmails, scheduleEmails } = wordsOf(cohort.language);
  const { silence } = scheduleEmails.deadlineMoved;
  if (isInvitation(said.purpose)) return silence.application(said);
  return canRefusePartner(said.purpose) ? pairsEmails.agreementReminder.silence(said) : silence.survey(said);
}

function whyOf({ purpose }: DeadlineMovedFacts, isChair: boolean, context: EmailContext): string {
  switch (askedWhom(purpose)) {
    case 'invitee':
      return invitedWhy(context);
    case 'committee':
      return runningWhy(context, 'committee');
    case 'publisher':
      return runningWhy(context, isChair ? 'committee' : 'coordinator');
    case 'coordinator':
      return runningWhy(context, 'coordinator');
    case 'member of a pair':
    case 'sender':
      return takingPartWhy(context);
  }
}
