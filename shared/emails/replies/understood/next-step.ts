import { opensAt } from '#domain/forms/answer-period.ts';
import { asksAbout } from '#domain/names/named-answers.ts';
import { wordsOf } from '#shared/words/index.ts';
import type { EmailContext } from '../../context.ts';
import { oneOfSeveral } from '../../parts/partner.ts';
import { dayOf, deadline, namedIn } from '../../parts/phrases.ts';
import { whenAskedNext, whenWrittenNext } from '../../parts/survey-words.ts';
import { type AskedOf, hasRefused, type UnderstoodFacts } from './understood-facts.ts';

/** What happens next. Words that somebody else reads are not the end of the matter, so it does not say so. */
export function nextStep(facts: UnderstoodFacts, form: AskedOf, context: EmailContext): string {
  const { answers, passedOn, unheard, confided } = facts;
  const { purpose, stage = '' } = form.asked;
  const words = wordsOf(context.cohort.language).nextStep;
  const hasWords = { hasWords: passedOn || unheard || confided ? 'yes' : 'no' };
  const done = words.done(hasWords);
  const names = namedIn(context);
  const kickoff = dayOf(opensAt(context.cohort, { purpose: 'agreement' }), context);
  switch (purpose) {
    case 'application':
      return afterApplication(done, facts, kickoff, context);
    case 'agreement':
      if (hasRefused(answers, form)) return words.agreement.refused(names);
      return `${words.agreement.done(hasWords)} ${whenAskedNext(context)}`.trim();
    case 'survey': {
      const partner = oneOfSeveral(form);
      const unseen = partner === undefined ? words.surveyUnnamed : words.survey({ partner });
      return `${done}${unseen} ${whenWrittenNext(stage, context)}`.trim();
    }
    case 'ballot':
      return done + words.ballot({ day: deadline({ purpose }, context) });
    case 'late':
      return words.late({ answer: answers.take === true ? 'yes' : 'no' });
    case 'decision':
      return answers.publish === true ? done + words.published({ kickoff }) : words.notPublished(names);
    case 'opening':
      return done + words.opening({ answer: answers.introduce === true ? 'yes' : 'no' });
    case 'consent':
      return answers.with === true ? done + words.consent({ kickoff }) : words.refusedPartner({ kickoff });
    case 'confirm':
      return done;
  }
}

function afterApplication(
  done: string,
  { late, named }: UnderstoodFacts,
  kickoff: string,
  context: EmailContext,
): string {
  const words = wordsOf(context.cohort.language).nextStep.application;
  if (late === 'list') return done + words.list;
  if (late) return done + words.pool({ kickoff });
  const days = { day: deadline({ purpose: 'application' }, context), kickoff };
  return named?.some(asksAbout) ? words.namesOpen(days) : done + words.inTime(days);
}
