import { type FormDefinition, labelOf, type NumberedQuestion, numbered, type Unclear } from '#domain/forms/form.ts';
import type { Block } from '../../content.ts';
import { quotedAtEnd } from '../../parts/answer-words.ts';
import { capital, listed, paragraph } from '../../parts/phrases.ts';

/** What was said and not understood, each of it once, whatever number of questions it is about. */
export function unclearWords(unclear: readonly Unclear[], definition: FormDefinition, isProposal: boolean): Block[] {
  const isAlone = definition.questions.length === 1;
  const bySaying = new Map<string, { said: string; why: string; to: NumberedQuestion[] }>();
  for (const question of numbered(definition)) {
    for (const { said, why } of unclear.filter(({ key }) => key === question.key)) {
      const saying = JSON.stringify([said, why]);
      const one = bySaying.get(saying) ?? { said, why, to: [] };
      one.to.push(question);
      bySaying.set(saying, one);
    }
  }
  return [...bySaying.values()].map(({ said, why, to }) => {
    const [first, ...more] = to;
    // What is confirmed by a bare "yes" is named in full, so that nobody has to look its number up.
    const name = isProposal && first && more.length === 0 ? ` (${labelOf(first)})` : '';
    const questions = `To ${to.length === 1 ? 'question' : 'questions'} ${listed(to.map(({ number }) => String(number)))}`;
    const isAll = more.length > 0 && isProposal;
    const lead = isAll || (isAlone && isProposal) ? 'You wrote' : `${questions}${name} you wrote`;
    return paragraph(`${lead} ${quotedAtEnd(said)} ${sentence(why)}`);
  });
}

/** Our reason as a sentence of its own, whether it was written as one or as a clause. */
function sentence(words: string): string {
  const trimmed = words.trim();
  return trimmed === '' ? '' : capital(/[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`);
}
