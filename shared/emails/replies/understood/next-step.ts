import { opensAt } from '#domain/forms/answer-period.ts';
import { asksAbout } from '#domain/names/named-answers.ts';
import type { EmailContext } from '../../context.ts';
import { oneOfSeveral } from '../../parts/partner.ts';
import { dayOf, deadline, isCoordinator } from '../../parts/phrases.ts';
import { whenAskedNext, whenWrittenNext } from '../../parts/survey-words.ts';
import { type AskedOf, hasRefused, type UnderstoodFacts } from './understood-facts.ts';

/** What happens next. Words that somebody else reads are not the end of the matter, so it does not say so. */
export function nextStep(facts: UnderstoodFacts, form: AskedOf, context: EmailContext): string {
  const step = stepAfter(facts, form, context);
  const { passedOn, unheard, confided } = facts;
  if (!passedOn && !unheard && !confided) return step;
  return step.replace(
    /^That is everything, and there is nothing more to do( here)?\./,
    'We have all your answers; there is nothing more to do for them.',
  );
}

function stepAfter({ answers, late, named }: UnderstoodFacts, form: AskedOf, context: EmailContext): string {
  const kickoff = dayOf(opensAt(context.cohort, { purpose: 'agreement' }), context);
  const partner = oneOfSeveral(form) ?? 'Your partner';
  switch (form.asked.purpose) {
    case 'application':
      if (named?.some(asksAbout) && !late) {
        return `Apart from that we have everything. Applications are open until ${deadline({ purpose: 'application' }, context)}; you will hear from us about a match around ${kickoff}.`;
      }
      if (late === 'list') {
        return `That is everything, and there is nothing more to do. The pairs of this round are made already. You are on the list, and hear from us if a place becomes free.`;
      }
      if (late) {
        return `That is everything, and there is nothing more to do. We look for a partner among those who are still free; you will hear from us around ${kickoff}.`;
      }
      return `That is everything, and there is nothing more to do. Applications are open until ${deadline({ purpose: 'application' }, context)}; you will hear from us about a match around ${kickoff}.`;
    case 'agreement':
      if (hasRefused(answers, form)) {
        const hears = `${context.cohort.coordinator.name} hears that you said no, and nothing else of what you wrote.`;
        return `You said no, and that is all right; you need not explain. ${isCoordinator(context) ? 'There is nothing more to do.' : hears}`;
      }
      return `That is everything, and there is nothing more to do here. ${whenAskedNext(context)}`.trim();
    case 'survey':
      return `That is everything, and there is nothing more to do. ${partner} does not see your answers. ${whenWrittenNext(form.asked.stage ?? '', context)}`.trim();
    case 'ballot':
      return `That is everything, and there is nothing more to do. You may change a vote until ${deadline({ purpose: 'ballot' }, context)}; the page shows how the others have voted when the committee is done.`;
    case 'late':
      return `${answers.take === true ? 'We read the reply now, and its writer hears what we understood.' : 'We leave the reply aside, and its writer hears so, kindly.'} There is nothing more to do.`;
    case 'decision':
      return answers.publish === true
        ? `That is everything, and there is nothing more to do. Both sides of each pair hear today, and those that stand are announced on ${kickoff}.`
        : `Nothing is published, then. When you are ready, reply "yes" to this email.${isCoordinator(context) ? '' : ` ${context.cohort.coordinator.name} hears of it, and can publish too.`}`;
    case 'opening':
      return answers.introduce === true
        ? 'That is everything, and there is nothing more to do. Both are introduced today, and asked how they want to work together.'
        : 'That is everything, and there is nothing more to do. Nobody is introduced, and neither of the two hears of it.';
    case 'consent':
      return answers.with === true
        ? `That is everything, and there is nothing more to do. We introduce you to each other on ${kickoff}.`
        : `That is all right; you need not explain, and there is nothing more to do. We look for someone else; either way you hear from us by ${kickoff}.`;
    case 'confirm':
      return 'That is everything, and there is nothing more to do.';
  }
}
