import { lateCounts } from '#domain/forms/answer-period.ts';
import { type AskedForm, askedForOf, newForm } from '#domain/forms/form-record.ts';
import { countsLate } from '#domain/forms/purposes.ts';
import type { Understood } from '#domain/replies/understand/understood-reply.ts';
import { forwardQuestion, wroteMore } from './forwarding.ts';
import type { Letter } from './letters.ts';
import type { ReplyOutcome } from './reply-outcome.ts';
import type { Situation } from './situation.ts';

/**
 * A reply whose form has closed. Answers that can still change something wait for the coordinator's word; words that
 * answer nothing go to the coordinator as they are. Either way the person hears what happens, once a form and reason.
 */
export function decideLate({ said, beside }: Extract<Understood, { is: 'late' }>, situation: Situation): ReplyOutcome {
  const { cohort, form, person, now, reply } = situation;
  const answers = said !== undefined && (Object.keys(said.answers).length > 0 || said.unclear.length > 0);
  const counts = lateCounts(cohort, form, now);
  const waits = answers && counts;
  // Whoever has been told that the coordinator decides is not told otherwise while they do.
  const word = counts ? wordOnLate(situation.lateQuestion) : 'decided';
  const isBeside = !waits && word === 'decides';
  const forwarding = forwardQuestion({ words: beside.passOn, reply }, situation);
  const isForwarded = typeof forwarding === 'object';
  const question = waits ? lateQuestion(situation) : undefined;

  const isWaiting = waits || (isBeside && !isForwarded);
  const occasion = isWaiting ? `${form.id}.waits` : isForwarded ? `${form.id}.passed-on` : form.id;
  const facts = { waits: isWaiting, passedOn: isForwarded, isBeside, mayStill: word === 'not asked' };
  const closed = isBeside ? 'beside one that waits' : 'closed';
  return {
    reply: {
      became: 'late',
      why: waits ? 'waits for the coordinator' : isForwarded ? 'passed on' : closed,
      ...(forwarding === 'not forwarded' && { unheard: true as const }),
      ...(waits && { given: said }),
    },
    ...(question && { opened: question }),
    ...(beside.kept && { lettersBefore: wroteMore(situation) }),
    forwarded: isForwarded ? [forwarding] : [],
    letters: [
      ...(question ? lateReply(question, situation) : []),
      // Once per form and reason, whatever else they send: the answer would be the same.
      { person: person.id, kind: 'too-late', occasion, form, facts },
    ],
  };
}

/** What the coordinator has made of late replies to a form: nothing was asked yet, they decide, or they have said so. */
function wordOnLate(question: AskedForm | undefined): 'not asked' | 'decides' | 'decided' {
  if (question === undefined) return 'not asked';
  return question.answers.take === undefined ? 'decides' : 'decided';
}

/** Asks the coordinator, once a form, whether what came late should count. Not a word of it: it is not theirs to read yet. */
function lateQuestion({ cohort, form, reply, original, now, ids, asks }: Situation): AskedForm {
  return newForm({
    id: ids.lateQuestion,
    person: ids.coordinator,
    cohort: cohort.id,
    purpose: 'late',
    occasion: form.id,
    about: { reply, mail: original, form: form.id, ...askedForOf(form) },
    questions: [asks.late],
    openedAt: now,
    expiresAt: cohort.expiresAt,
  });
}

function lateReply(question: AskedForm, { form, person, ids }: Situation): Letter[] {
  const { purpose: about } = form;
  if (!countsLate(about)) return [];
  const facts = { who: person.name, about, ...(form.stage && { stage: form.stage }) };
  return [{ person: ids.coordinator, kind: 'late-reply', occasion: form.id, form: question, facts }];
}
