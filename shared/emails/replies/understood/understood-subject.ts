import { isOfVotes } from '#domain/forms/confirming.ts';
import type { Answers, NumberedQuestion } from '#domain/forms/form.ts';
import { isAsking } from '#domain/forms/participant-questions.ts';
import { isDecision, isVote, provesSender } from '#domain/forms/purposes.ts';
import type { Words } from '#shared/words/index.ts';
import { oneOfSeveral } from '../../parts/partner.ts';
import { owedNow } from '../../parts/question-blocks.ts';
import type { AskedOf, UnderstoodFacts } from './understood-facts.ts';

/** `hasAnswers`: we have answers to tell of. */
export function subjectOf(
  hasAnswers: boolean,
  open: readonly NumberedQuestion[],
  proposed: Answers,
  facts: UnderstoodFacts,
  form: AskedOf,
  words: Words['understood'],
): string {
  const isOfAnswers = hasAnswers || isUnclear(facts, form);
  const subject = isOfAnswers
    ? subjectOfAnswers(open, proposed, facts, form, words)
    : subjectOfNothing(facts, form, words);
  return ofWhom(subject, open, proposed, form, words);
}

/** Something was said to a question, though we are not sure what. A confirmation asks its one question again in its subject. */
function isUnclear({ unclear }: UnderstoodFacts, { asked }: AskedOf): boolean {
  return unclear.length > 0 && !provesSender(asked.purpose);
}

function subjectOfNothing(
  { passedOn = '', confided }: UnderstoodFacts,
  { asked }: AskedOf,
  { subject }: Words['understood'],
): string {
  if (provesSender(asked.purpose)) return subject.confirm;
  if (passedOn) return subject.passedOn({ isAsking: isAsking(passedOn) ? 'yes' : 'no' });
  return confided ? subject.confided : subject.nothing;
}

/** What nobody has to answer is not missing, and what was answered in unclear words is not either. */
function howOpen(
  open: readonly NumberedQuestion[],
  { missing, unclear }: UnderstoodFacts,
): 'unclear' | 'open' | 'missing' {
  const [owed, said] = [new Set(missing), new Set(unclear.map(({ key }) => key))];
  if (!open.some(({ key }) => owed.has(key) && !said.has(key))) return 'unclear';
  return open.some(({ key, required }) => required === false && said.has(key)) ? 'open' : 'missing';
}

function subjectOfAnswers(
  open: readonly NumberedQuestion[],
  proposed: Answers,
  facts: UnderstoodFacts,
  { asked: { purpose } }: AskedOf,
  { subject }: Words['understood'],
): string {
  if (Object.keys(proposed).length > 0) return subject.proposal({ n: open.length });
  if (open.length > 0) return subject.open({ n: owedNow(open), how: howOpen(open, facts) });
  return subject.complete({ what: isDecision(purpose) ? 'decision' : isVote(purpose) ? 'votes' : 'answers' });
}

/** A subject with whom it is about: for somebody with two partners the subjects would be the same. */
export function ofWhom(
  subject: string,
  open: readonly NumberedQuestion[],
  proposed: Answers,
  form: AskedOf,
  words: Words['understood'],
): string {
  const partner = oneOfSeveral(form);
  const isOfVote = Object.keys(proposed).length > 0 && isOfVotes(form.definition);
  return partner === undefined || (open.length > 0 && isOfVote)
    ? subject
    : words.subject.ofPartner({ subject, partner });
}
