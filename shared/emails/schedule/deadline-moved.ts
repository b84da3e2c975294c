import { Temporal } from 'temporal-polyfill';
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
import { lastDay } from '#domain/program/moments.ts';
import { whoSeesIt } from '../applying/invitation.ts';
import type { Block } from '../content.ts';
import type { EmailContext } from '../context.ts';
import type { Writer } from '../kind.ts';
import { confidential, howToVote, needed } from '../matching/ballot.ts';
import { askedAgain } from '../parts/asking-again.ts';
import { Partner } from '../parts/partner.ts';
import {
  capital,
  closing,
  count,
  dayOf,
  dayWords,
  greeting,
  invitedWhy,
  isCoordinator,
  language,
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
  const day = lastDayWords(facts.until, context);
  const opening = facts.isClosed
    ? [paragraph(closedWords(facts, context)), paragraph(...afterwards(facts, context))]
    : [paragraph(`${openWords(facts, day, context)} ${sorry(facts, context)}`), ...stillToAnswer(facts, context)];
  return {
    subject: subjectOf(facts, day, context),
    language,
    blocks: [
      greeting(person),
      ...opening,
      ...(isInvitation(facts.purpose) && !facts.isClosed ? [whoSeesIt(context)] : []),
      ...closing(context, whyOf(facts, cohort.chair === person.email, context)),
    ],
  };
};

function lastDayWords(moment: Instant, { cohort, now }: EmailContext): string {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(cohort.timeZone).toPlainDate();
  return dayWords(lastDay(moment, cohort.timeZone), today);
}

/** Subjects name no partner: that somebody is in a pair is nothing to read over a shoulder. */
function subjectOf({ purpose, until, isClosed }: DeadlineMovedFacts, day: string, context: EmailContext): string {
  const { cohort } = context;
  if (isVote(purpose)) {
    return isClosed ? `${cohort.name}: the votes have ended earlier` : `${cohort.name}: your votes by ${day}, please`;
  }
  if (publishesPairs(purpose)) {
    const on = dayOf(until, context);
    return isClosed ? `${cohort.name}: the pairs are published today` : `${cohort.name}: the pairs go out on ${on}`;
  }
  if (isClosed) {
    return isInvitation(purpose)
      ? 'Applications have closed earlier than we wrote'
      : 'Our questions have closed earlier than we wrote';
  }
  return `An earlier day for your answer: ${day}`;
}

/** What has changed, with both days. */
function openWords({ purpose, told, until, partner }: DeadlineMovedFacts, day: string, context: EmailContext): string {
  const { cohort } = context;
  const was = lastDayWords(told, context);
  const two = partner ? `you and ${firstNameOrFull(partner.name)}` : 'the two of you';
  switch (purpose) {
    case 'application':
      return `Applications for ${cohort.name}, ${cohort.organisation}'s mentoring, close sooner than we wrote: the last day is ${day}, not ${was}.`;
    case 'ballot':
      return `We need your votes on the pairs of ${cohort.name} sooner than we wrote: by ${day}, not ${was}.`;
    case 'decision':
      return `The pairs of ${cohort.name} can go out sooner than we wrote: on ${dayOf(until, context)}, not on ${dayOf(told, context)}. All else that we wrote stands.`;
    case 'consent':
      return `You can tell us that you would rather not work with the partner we thought of until ${day}, not ${was} as we wrote. If the partner suits you, there is nothing to do.`;
    case 'agreement':
      return `We need to know how ${two} would like to work together sooner than we wrote: by ${day}, not ${was}.`;
    case 'survey':
    case 'opening':
    case 'confirm':
    case 'late':
      return `We need your answers about your mentoring${partner ? ` with ${partner.name}` : ''} sooner than we wrote: by ${day}, not ${was}.`;
  }
}

function sorry({ purpose }: DeadlineMovedFacts, context: EmailContext): string {
  const form = formOf(context);
  if (isInvitation(purpose) && form.asked.status === 'partial') {
    const open = owedNow(stillAsked(form));
    return `We are sorry for the change. ${capital(count(open, 'answer of yours is', 'answers of yours are'))} still missing.`;
  }
  return 'We are sorry for the change.';
}

/** The questions once more, so that a reply to this email is enough. */
function stillToAnswer({ purpose, partner, until }: DeadlineMovedFacts, context: EmailContext): Block[] {
  const form = formOf(context);
  const { cohort } = context;
  if (isVote(purpose)) {
    const open = needed(stillAsked(form));
    const shown = open.slice(0, mostPairs);
    const others = open.length - shown.length;
    return [
      ...askedAgain(context, shown, howToVote),
      paragraph(
        `${others > 0 ? `The other ${others} are on the page alone, and "approve" counts for them too. ` : ''}If you don't vote, the others' votes decide.`,
      ),
      confidential(context),
    ];
  }
  if (publishesPairs(purpose) || isRefusedByDecline(purpose)) {
    const how = publishesPairs(purpose) ? 'Just reply "yes" or "no". ' : 'If you would rather not, just reply "no". ';
    return [
      paragraph(how, { words: 'Or answer on a page', href: form.page }),
      questionsBlock(numbered(form.definition)),
      ...(publishesPairs(purpose) ? [] : [paragraph('Please keep this to yourself until you are introduced.')]),
    ];
  }
  const questions = stillAsked(form);
  const otherwise = isInvitation(purpose)
    ? `If it's not for you, reply "no thanks". If we don't hear from you by ${lastDayWords(until, context)}, we'll leave you out this time.`
    : canRefusePartner(purpose)
      ? `If you don't answer, you can still meet${isCoordinator(context) ? '' : `; ${cohort.coordinator.name} may ask you both how it is going`}.`
      : `${partner ? `${partner.name} does not see your answers. ` : ''}If you don't answer, nothing changes for the two of you.`;
  return [...askedAgain(context, questions), paragraph(otherwise)];
}

/** What has ended, and what that means for the reader. */
function closedWords({ purpose, told, until, partner }: DeadlineMovedFacts, context: EmailContext): string {
  const { cohort } = context;
  const [on, was] = [dayOf(until, context), lastDayWords(told, context)];
  const early = `closed on ${on}. We had written that you have until ${was}, and we are sorry that it came sooner.`;
  switch (purpose) {
    case 'application':
      return `Applications for ${cohort.name}, ${cohort.organisation}'s mentoring, ${early} We have no whole application from you, so you are not in this round.`;
    case 'ballot':
      return `The votes on the pairs of ${cohort.name} ${early} The votes that are in decide.`;
    case 'decision':
      return `The pairs of ${cohort.name} are published on ${on}. We had written ${dayOf(told, context)}, and we are sorry that it comes sooner.`;
    case 'consent':
      return `The time in which you could say that you would rather not work with the partner we thought of ${early}`;
    case 'agreement':
      return `Our questions about how you${partner ? ` and ${firstNameOrFull(partner.name)}` : ''} would like to work together ${early} You can meet all the same.`;
    case 'survey':
    case 'opening':
    case 'confirm':
    case 'late':
      return `Our questions about your mentoring${partner ? ` with ${partner.name}` : ''} ${early} Nothing changes for the two of you.`;
  }
}

function afterwards({ purpose }: DeadlineMovedFacts, context: EmailContext): Parameters<typeof paragraph> {
  const when = isInvitation(purpose)
    ? ' If you were about to answer and would still like to take part, reply to this email, or'
    : ' If this causes a difficulty, reply to this email, or';
  return ['There is nothing to do.', ...writeToCoordinator(when, context)];
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
