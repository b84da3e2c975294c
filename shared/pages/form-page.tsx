import type { ReactNode } from 'react';
import { type NumberedQuestion, numbered } from '#domain/forms/form.ts';
import { shownName } from '#domain/names/called.ts';
import { oneLine } from '#shared/emails/render/clean.ts';
import { type Words, wordsOf } from '#shared/words/index.ts';
import type { FormPageContent } from './form-content.ts';
import { Question } from './form-question.tsx';
import { type Page, page } from './page.tsx';
import { choicesOf } from './question-choices.ts';
import { fieldId, optionId } from './question-ids.ts';
import { endLinksField, type PostError } from './read-post.ts';

/** A form as a page: native fields, which work with a keyboard, a screen reader, a printer and without scripts. */
export function formPage(content: FormPageContent): Page {
  const { cohort, person, definition, sent, intro, sections } = content;
  const questions = numbered(definition);
  const errors = sent?.errors ?? [];
  const all = wordsOf(cohort.language);
  const words = all.formPage;
  const isOptional = questions.some(({ key, required }) => required === false && !sections?.closed[key]);
  return page({
    title: errors.length > 0 ? words.notSent({ title: definition.title }) : definition.title,
    cohort,
    extraStyle: hidingRules(questions, all) + (sections?.style ?? ''),
    children: (
      <>
        <h1>{oneLine(definition.title)}</h1>
        <p>
          {`${words.whose({ name: oneLine(shownName(person.name)) })} ${intro ? `${oneLine(intro)} ` : ''}`}
          {isOptional && words.required}
        </p>
        {isAnswered(content) && <p>{words.kept}</p>}
        <Summary errors={errors} questions={questions} words={words} />
        {sections?.before}
        <form id="answers" method="post" noValidate {...(content.action !== undefined && { action: content.action })}>
          {questions.map((question) =>
            sections?.closed[question.key] ? (
              <div className="question" id={fieldId(question.key)} key={question.key}>
                <p className="gone">{`${question.number}. ${oneLine(question.ask)}`}</p>
                <p className="hint">{sections.closed[question.key]}</p>
              </div>
            ) : (
              <Question key={question.key} question={question} among={questions} content={content} words={all} />
            ),
          )}
          <p className="buttons">
            <button type="submit">{isAnswered(content) ? words.sendChanges : words.send}</button>
            {content.canDecline && (
              <button type="submit" name="decline" value="yes" className="quiet">
                {words.decline}
              </button>
            )}
          </p>
        </form>
        {sections?.after}
        {content.endsLinks && <EndLinks action={content.action} words={words.endLinks} />}
      </>
    ),
  });
}

/**
 * Hides a question whose condition is answered otherwise, without a script. Where a browser doesn't know `:has`, the
 * question stays and its words say when it applies. Keys are safe in a selector: letters, digits, _ and -.
 */
function hidingRules(questions: readonly NumberedQuestion[], words: Words): string {
  return questions
    .flatMap(({ key, when }) => {
      const first = questions.find((one) => one.key === when?.key);
      if (!when || !first || first.type === 'choices') return [];
      return choicesOf(first, words).flatMap(({ value }, index) => {
        const answer = first.type === 'yesno' ? value === 'yes' : value;
        return when.is.includes(answer)
          ? []
          : [`\nform:has(#${optionId(first.key, index)}:checked) #${fieldId(key)}{display:none}`];
      });
    })
    .join('');
}

function Summary({
  errors,
  questions,
  words,
}: {
  errors: readonly PostError[];
  questions: readonly NumberedQuestion[];
  words: Words['formPage'];
}): ReactNode {
  if (errors.length === 0) return null;
  const numberOf = (key: string) => questions.find((question) => question.key === key)?.number ?? 0;
  return (
    <div className="summary" role="alert">
      <h2>{words.errors({ n: errors.length })}</h2>
      <ul>
        {errors.map(({ key, message }) => (
          <li key={key}>
            <a href={`#${fieldId(key)}`}>{words.error({ number: numberOf(key), message })}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function isAnswered({ answered }: FormPageContent): boolean {
  return answered !== undefined && answered.size > 0;
}

/** Whoever has passed an email on may want its link, and those of all others, to open nothing any more. */
function EndLinks({
  action,
  words,
}: Pick<FormPageContent, 'action'> & { words: Words['formPage']['endLinks'] }): ReactNode {
  return (
    <details className="quietly">
      <summary>{words.summary}</summary>
      <p className="hint">{words.effect}</p>
      <form method="post" {...(action !== undefined && { action })}>
        <p className="buttons">
          <button type="submit" name={endLinksField} value="yes" className="quiet">
            {words.button}
          </button>
        </p>
      </form>
    </details>
  );
}
