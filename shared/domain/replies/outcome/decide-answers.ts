import type { AskedForm } from '#domain/forms/form-record.ts';
import { releasesUnconfirmedReplies, settlesLateReplies } from '#domain/forms/purposes.ts';
import { isSame } from '#domain/page-change.ts';
import type { UnderstoodAnswers } from '#domain/replies/understand/understood-reply.ts';
import { acknowledge } from './acknowledgement.ts';
import { stopOrNot } from './decide-stop.ts';
import { type Forwarding, forwardQuestion, placesBeside, wroteMore } from './forwarding.ts';
import type { Letter } from './letters.ts';
import { decideRecording, givenIn } from './recording.ts';
import type { Effects, ReplyOutcome } from './reply-outcome.ts';
import type { Situation } from './situation.ts';

/** Answers per form and day to replies that change nothing, so that a machine that answers our answers falls silent. */
const mostAnswersADay = 6;
/** And to those that do: nobody is left without a word on what they have changed, and even that ends. */
const mostChangesADay = 20;

/** Stores a reply, says what was understood and what is open, and gives the coordinator what is for them. */
export function decideAnswers(understood: UnderstoodAnswers, situation: Situation): ReplyOutcome {
  const { form } = situation;
  const { back } = understood;
  const { recorded, letters } = decideRecording(givenIn(understood, situation.reply), situation);
  const stored = recorded.form;
  const agreed = back?.about === 'offer' && back.agrees ? forwardKept(stored, situation) : undefined;
  const sofar = {
    recorded,
    forwarded: agreed?.forwarded ?? [],
    letters: [...letters, ...(agreed?.letters ?? [])],
    ...(settlesLateReplies(form.purpose) && { settles: 'late replies' as const }),
  };
  if (back?.about === 'offer' && understood.isOnlyWord) {
    const isUnheard = agreed?.forwarding === 'not forwarded';
    const why = back.agrees ? 'agrees to pass on' : 'keeps words';
    return { reply: { became: 'read', why, ...(isUnheard && { unheard: true as const }) }, ...sofar };
  }
  if (releasesUnconfirmedReplies(form.purpose) && stored.answers.mine !== undefined) {
    return {
      reply: { became: 'read' },
      ...sofar,
      ...(stored.answers.mine === true && { settles: 'confirmed replies' as const }),
    };
  }
  if (isAnsweredEnough(stored, situation)) {
    return { reply: { became: 'read', why: 'too many replies today to answer', unheard: true }, ...sofar };
  }
  const places = agreed ? placesBeside(agreed.forwarding, situation.places) : situation.places;
  const answer = answerTo(understood, stored, { ...situation, places });
  const why = [
    ...(understood.isReaction ? ['reaction'] : []),
    ...whatFollows(stored, understood),
    ...(understood.stopWords === undefined ? [] : ['asked whether to stop']),
  ];
  return {
    reply: { became: 'read', ...(why.length > 0 && { why: why.join(', ') }) },
    ...sofar,
    forwarded: [...sofar.forwarded, ...answer.forwarded],
    letters: [...sofar.letters, ...answer.letters],
  };
}

/** Gives the coordinator the words that were kept, at their writer's word, and tells the writer. */
function forwardKept(
  stored: AskedForm,
  situation: Situation,
): (Pick<Effects, 'forwarded' | 'letters'> & { forwarding: Forwarding }) | undefined {
  if (!stored.offer) return undefined;
  const { reply, words } = stored.offer;
  const forwarding = forwardQuestion({ words, reply, isAgreed: true }, situation);
  if (typeof forwarding !== 'object') return { forwarding, forwarded: [], letters: [] };
  const told: Letter = {
    person: stored.person,
    kind: 'passed-on',
    occasion: `${reply}.agreed`,
    form: stored,
    facts: { words },
  };
  return { forwarding, forwarded: [forwarding], letters: [told] };
}

function isAnsweredEnough(stored: AskedForm, { form, now }: Situation): boolean {
  const dayAgo = new Date(Date.parse(now) - 24 * 3600 * 1000).toISOString();
  const most = isSame(stored.answers, form.answers) ? mostAnswersADay : mostChangesADay;
  return stored.replies.filter(({ at }) => at > dayAgo).length > most;
}

function answerTo(
  { beside, attachments, isCut, isLate, stopWords }: UnderstoodAnswers,
  stored: AskedForm,
  situation: Situation,
): Pick<Effects, 'forwarded' | 'letters'> {
  const { reply } = situation;
  const words = beside.passOn;
  const forwarding = forwardQuestion({ words, reply }, situation);
  const isForwarded = typeof forwarding === 'object';
  const about = {
    ...(words && (isForwarded ? { passedOn: words } : { unheard: words })),
    ...(beside.kept && { confided: beside.kept }),
  };
  return {
    forwarded: isForwarded ? [forwarding] : [],
    letters: [
      ...(beside.kept ? wroteMore(situation) : []),
      ...acknowledge(stored, { reply, attachments, isCut, isLate, beside: about }, situation),
      ...(stopWords === undefined ? [] : [stopOrNot(stopWords, true, situation)]),
    ],
  };
}

/** What a reply has set going besides being stored, for the record of it. */
function whatFollows(
  { unclear, status, followUp }: AskedForm,
  { beside }: Pick<UnderstoodAnswers, 'beside'>,
): string[] {
  return [
    ...(unclear.length > 0 || (status === 'partial' && followUp?.asks !== 'nothing') ? ['asked again'] : []),
    ...(beside.passOn ? ['passed on'] : []),
    ...(beside.kept ? ['words kept'] : []),
  ];
}
