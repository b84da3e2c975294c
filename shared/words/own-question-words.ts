import type { FormDefinition, Question } from '#domain/forms/form.ts';
import { isOfProgram, type Purpose } from '#domain/forms/purposes.ts';
import type { AskedWords } from './asked-words.ts';
import { type Saying, say } from './question-words.ts';

/** What each question is kept under, of forms that ask one. */
const keyOf = { decision: 'publish', consent: 'with', opening: 'introduce', confirm: 'mine', late: 'take' } as const;

/** What a question may name. */
interface Named {
  mentor?: string;
  mentee?: string;
  partner?: string;
  /** Whose late reply it is about. */
  name?: string;
}

/**
 * The question of a form that carries its own, as it is asked: yes or no. It is stored so, because a reply is compared with
 * what was asked.
 */
export function ownQuestion(purpose: keyof typeof keyOf, { ownQuestions }: AskedWords, named: Named = {}): Question {
  return { key: keyOf[purpose], ...asked(ownQuestions[purpose], named) };
}

/** The question of a ballot about one pair. */
export function voteQuestion(
  pair: string,
  named: { mentor: string; mentee: string },
  { ownQuestions }: AskedWords,
): Question {
  return { key: pair, ...asked(ownQuestions.ballot, named) };
}

/** A form with its own questions has the title of its purpose; one of the program has the program's. */
export function titled(definition: FormDefinition, purpose: Purpose, { ownQuestions }: AskedWords): FormDefinition {
  return isOfProgram(purpose) ? definition : { ...definition, title: ownQuestions.titles[purpose] };
}

const longestLabel = 40;

function asked({ ask, label }: { ask: Saying<Required<Named>>; label: Saying<Required<Named>> }, named: Named) {
  const all = { mentor: '', mentee: '', partner: '', name: '', ...named };
  return { ask: say(ask, all), label: say(label, all).slice(0, longestLabel), type: 'yesno' as const };
}
