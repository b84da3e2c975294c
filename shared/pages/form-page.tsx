import type { ReactNode } from 'react';
import { type NumberedQuestion, numbered } from '#domain/forms/form.ts';
import { shownName } from '#domain/names/called.ts';
import { oneLine } from '#shared/emails/render/clean.ts';
import type { FormPageContent } from './form-content.ts';
import { Question } from './form-question.tsx';
import { type Page, page } from './page.tsx';
import { choicesOf } from './question-choices.ts';
import { fieldId, optionId } from './question-ids.ts';
import { endLinksField, type PostError } from './read-post.ts';

/** A form as a page: native fields, which work with a keyboard, a screen reader, a printer and without scripts. */
export function formPage(content: FormPageContent): Page {
  const { cohort, person, definition, sent, intro, around } = content;
  const questions = numbered(definition);
  const errors = sent?.errors ?? [];
  const isOptional = questions.some(({ key, required }) => required === false && !around?.closed[key]);
  return page({
    title: errors.length > 0 ? `Not sent yet: ${definition.title}` : definition.title,
    cohort,
    extraStyle: hidingRules(questions) + (around?.style ?? ''),
    children: (
      <>
        <h1>{oneLine(definition.title)}</h1>
        <p>
          {`For ${oneLine(shownName(person.name))}. ${intro ? `${oneLine(intro)} ` : ''}`}
          {isOptional && 'Every question needs an answer, but for those marked optional.'}
        </p>
        {isAnswered(content) && (
          <p>
            Answers that you gave before are kept. They are not shown here, because a link can be passed on; you have
            them in our emails. Leave a question as it is to keep its answer, or answer it anew.
          </p>
        )}
        <Summary errors={errors} questions={questions} />
        {around?.before}
        <form id="answers" method="post" noValidate {...(content.action !== undefined && { action: content.action })}>
          {questions.map((question) =>
            around?.closed[question.key] ? (
              <div className="question" id={fieldId(question.key)} key={question.key}>
                <p className="gone">{`${question.number}. ${oneLine(question.ask)}`}</p>
                <p className="hint">{around.closed[question.key]}</p>
              </div>
            ) : (
              <Question key={question.key} question={question} among={questions} content={content} />
            ),
          )}
          <p className="buttons">
            <button type="submit">{isAnswered(content) ? 'Send the changes' : 'Send my answers'}</button>
            {content.canDecline && (
              <button type="submit" name="decline" value="yes" className="quiet">
                No thanks, not this time
              </button>
            )}
          </p>
        </form>
        {around?.after}
        {content.endsLinks && <EndLinks action={content.action} />}
      </>
    ),
  });
}

/**
 * Hides a question whose condition is answered otherwise, without a script. Where a browser doesn't know `:has`, the
 * question stays and its words say when it applies. Keys are safe in a selector: letters, digits, _ and -.
 */
function hidingRules(questions: readonly NumberedQuestion[]): string {
  return questions
    .flatMap(({ key, when }) => {
      const first = questions.find((one) => one.key === when?.key);
      if (!when || !first || first.type === 'choices') return [];
      return choicesOf(first).flatMap(({ value }, index) => {
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
}: {
  errors: readonly PostError[];
  questions: readonly NumberedQuestion[];
}): ReactNode {
  if (errors.length === 0) return null;
  const numberOf = (key: string) => questions.find((question) => question.key === key)?.number;
  return (
    <div className="summary" role="alert">
      <h2>
        {errors.length === 1
          ? 'Not sent yet: one answer needs a look'
          : `Not sent yet: ${errors.length} answers need a look`}
      </h2>
      <ul>
        {errors.map(({ key, message }) => (
          <li key={key}>
            <a href={`#${fieldId(key)}`}>{`Question ${numberOf(key)}: ${message}`}</a>
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
function EndLinks({ action }: Pick<FormPageContent, 'action'>): ReactNode {
  return (
    <details className="quietly">
      <summary>Has somebody else got this link?</summary>
      <p className="hint">
        You can end the links to all pages in the emails that we have sent you. What you answered is kept, and our next
        email brings new links. We write to you that it was done.
      </p>
      <form method="post" {...(action !== undefined && { action })}>
        <p className="buttons">
          <button type="submit" name={endLinksField} value="yes" className="quiet">
            End all my links
          </button>
        </p>
      </form>
    </details>
  );
}
