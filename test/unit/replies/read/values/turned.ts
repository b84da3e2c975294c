import { type Answer, numbered, type Question } from '#domain/forms/form.ts';
import { understand } from '#domain/replies/read/values/understand-answer.ts';
import { forms } from '#test/corpus/forms.ts';
import { handedAnswers } from '#test/corpus/handed.ts';
import { languages } from '#test/corpus/languages.ts';
import { Random } from '#test/corpus/random.ts';
import { sayingOf } from '#test/corpus/sayings.ts';
import { writtenCorpus, writtenOn } from '#test/corpus/written.ts';

interface Said {
  question: Question;
  said: string;
}

/** Everything that is accepted as an answer: generated in all languages, handed in, and what people wrote. */
export function accepted(): (Said & { value: Answer })[] {
  const random = new Random(4711);
  const generated = languages.flatMap((language) =>
    forms.flatMap((form) =>
      numbered(form).flatMap(({ number: _, ...question }) =>
        Array.from({ length: 3 }, (): Said => {
          const { said } = sayingOf({ ...question, number: 1 }, language, random);
          return { question, said };
        }),
      ),
    ),
  );
  const handed = handedAnswers();
  const written = writtenCorpus().words;
  return [...generated, ...handed, ...written].flatMap(({ question, said }) => {
    if (question.type === 'text') return [];
    const understood = understand(question, said, writtenOn);
    return understood.kind === 'answer' ? [{ question, said, value: understood.value }] : [];
  });
}

/** What turns an answer, limits it or leaves it open, wherever it is added. */
export const additions: Record<string, (said: string) => string> = {
  'not before it': (said) => `not ${said}`,
  'maybe before it': (said) => `maybe ${said}`,
  'if before it': (said) => `if ${said}`,
  'not behind it': (said) => `${said} not`,
  'maybe behind it': (said) => `${said}, maybe`,
  'if behind it': (said) => `${said} if I can`,
  'except 4 behind it': (said) => `${said} except 4`,
  'but not behind it': (said) => `${said}, but not really`,
  'a doubt behind it': (said) => `${said}, not sure though`,
};
