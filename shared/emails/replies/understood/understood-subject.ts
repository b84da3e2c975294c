import { isOfVotes } from '#domain/forms/confirming.ts';
import type { Answers, NumberedQuestion } from '#domain/forms/form.ts';
import { isAsking } from '#domain/forms/participant-questions.ts';
import { isDecision, isVote, provesSender } from '#domain/forms/purposes.ts';
import { oneOfSeveral } from '../../parts/partner.ts';
import { capital, count } from '../../parts/phrases.ts';
import { owedNow } from '../../parts/question-blocks.ts';
import type { AskedOf, UnderstoodFacts } from './understood-facts.ts';
import { subjectOfProposal } from './understood-proposals.ts';

/** `hasAnswers`: we have answers to tell of. */
export function subjectOf(
  hasAnswers: boolean,
  open: readonly NumberedQuestion[],
  proposed: Answers,
  facts: UnderstoodFacts,
  form: AskedOf,
): string {
  const isOfAnswers = hasAnswers || isUnclear(facts, form);
  const what = isOfAnswers ? subjectOfAnswers(open, proposed, facts, form) : subjectOfNothing(facts, form);
  return `${what}${ofWhom(open, proposed, form)}`;
}

/** Something was said to a question, though we are not sure what. A confirmation asks its one question again in its subject. */
function isUnclear({ unclear }: UnderstoodFacts, { asked }: AskedOf): boolean {
  return unclear.length > 0 && !provesSender(asked.purpose);
}

function subjectOfNothing({ passedOn = '', confided }: UnderstoodFacts, { asked }: AskedOf): string {
  if (provesSender(asked.purpose)) return 'Was that reply from you, yes or no?';
  if (passedOn) return isAsking(passedOn) ? 'We have passed on your question' : 'We have passed on what you wrote';
  return confided ? 'Thank you for what you wrote' : 'We could not find your answers';
}

/** What nobody has to answer is not missing, and what was answered in unclear words is not either. */
function howOpen(open: readonly NumberedQuestion[], { missing, unclear }: UnderstoodFacts): string {
  const [owed, said] = [new Set(missing), new Set(unclear.map(({ key }) => key))];
  if (!open.some(({ key }) => owed.has(key) && !said.has(key))) return 'not clear to us yet';
  return open.some(({ key, required }) => required === false && said.has(key)) ? 'still open' : 'still missing';
}

function subjectOfAnswers(
  open: readonly NumberedQuestion[],
  proposed: Answers,
  facts: UnderstoodFacts,
  form: AskedOf,
): string {
  const { asked } = form;
  if (Object.keys(proposed).length > 0) return subjectOfProposal(open.length);
  if (open.length > 0) {
    return `${capital(count(owedNow(open), 'answer is', 'answers are'))} ${howOpen(open, facts)}`;
  }
  if (isDecision(asked.purpose)) return 'Thank you, we have your decision';
  return isVote(asked.purpose) ? 'Thank you, we have your votes' : 'Thank you, we have all your answers';
}

/** In a subject, whom it is about: for somebody with two partners the subjects would be the same. */
export function ofWhom(open: readonly NumberedQuestion[], proposed: Answers, form: AskedOf): string {
  const one = oneOfSeveral(form);
  const isOfVote = Object.keys(proposed).length > 0 && isOfVotes(form.definition);
  return one === undefined || (open.length > 0 && isOfVote) ? '' : `: you and ${one}`;
}
