import { type FormDefinition, labelOf, type NumberedQuestion, numbered, type Unclear } from '#domain/forms/form.ts';
import type { Block } from '#shared/emails/content.ts';
import { quotedAtEnd } from '#shared/emails/parts/answer-words.ts';
import { paragraph } from '#shared/emails/parts/phrases.ts';
import type { Words } from '#shared/words/index.ts';
import { unclearReasonWords } from '#shared/words/unclear-words.ts';

/** What was said and not understood, each of it once, whatever number of questions it is about. */
export function unclearWords(
  unclear: readonly Unclear[],
  definition: FormDefinition,
  isProposal: boolean,
  words: Words,
): Block[] {
  const isAlone = definition.questions.length === 1;
  const bySaying = new Map<string, Pick<Unclear, 'said' | 'why'> & { to: [NumberedQuestion, ...NumberedQuestion[]] }>();
  for (const question of numbered(definition)) {
    for (const { said, why } of unclear.filter(({ key }) => key === question.key)) {
      const saying = JSON.stringify([said, why]);
      const one = bySaying.get(saying);
      if (one) one.to.push(question);
      else bySaying.set(saying, { said, why, to: [question] });
    }
  }
  return [...bySaying.values()].map(({ said, why, to }) => {
    const [first, ...more] = to;
    const isOne = more.length === 0;
    // What is confirmed by a bare "yes" is named in full, so that nobody has to look its number up.
    const ofProposal = isOne && !isAlone ? 'named' : 'all';
    return paragraph(
      words.unclear.youWrote({
        to: isProposal ? ofProposal : isOne ? 'one' : 'several',
        numbers: words.list(to.map(({ number }) => String(number))),
        label: labelOf(first),
        said: quotedAtEnd(said, words),
        why: unclearReasonWords(why, first, words, to.length),
      }),
    );
  });
}
