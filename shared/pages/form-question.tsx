import type { ReactNode } from 'react';
import type { NumberedQuestion } from '#domain/forms/form.ts';
import { wordsOf } from '#shared/emails/render/question.ts';
import type { FormPageContent } from './form-content.ts';
import { choicesOf } from './question-choices.ts';
import { fieldId, optionId } from './question-ids.ts';
import { clearField, reasonField } from './read-post.ts';

export function Question({
  question,
  among,
  content,
}: {
  question: NumberedQuestion;
  among: readonly NumberedQuestion[];
  content: FormPageContent;
}): ReactNode {
  const { key, type } = question;
  const { number, ask, hints } = wordsOf(question, among);
  const error = content.sent?.errors.find((one) => one.key === key)?.message;
  const around = content.around?.questions[key];
  const told = type === 'choice' || type === 'yesno' ? hints.slice(0, question.hint ? 1 : 0) : hints;
  const described = [(around || told.length > 0) && `${fieldId(key)}-hint`, error && `${fieldId(key)}-error`]
    .filter(Boolean)
    .join(' ');
  const about = {
    ...(described && { 'aria-describedby': described }),
    ...(error && { 'aria-invalid': true }),
  };
  const notes = (
    <>
      {around ? (
        <>
          <div id={`${fieldId(key)}-hint`}>{around.words}</div>
          {around.more}
        </>
      ) : (
        told.length > 0 && (
          <p className="hint" id={`${fieldId(key)}-hint`}>
            {told.join(' ')}
          </p>
        )
      )}
      <Earlier question={question} content={content} />
      {error && (
        <p className="error" id={`${fieldId(key)}-error`}>
          {error}
        </p>
      )}
    </>
  );
  const shown = content.sent?.body.getAll(key) ?? [];
  const choices = choicesOf(question, content.answered?.has(key));
  if (choices.length === 0) {
    return (
      <div className={error ? 'question wrong' : 'question'} id={fieldId(key)}>
        <label htmlFor={`${fieldId(key)}-field`}>{`${number}. ${ask}`}</label>
        {notes}
        <Field question={question} shown={shown[0] ?? ''} about={about} />
      </div>
    );
  }
  const isRow = question.mayAbstain || choices.every(({ text }) => text.length <= 3);
  return (
    <fieldset className={error ? 'wrong' : undefined} id={fieldId(key)} {...about}>
      <legend>{`${number}. ${ask}`}</legend>
      {notes}
      <div className={isRow ? 'row' : undefined}>
        {choices.map(({ value, text }, index) => (
          <label className="option" key={value} htmlFor={optionId(key, index)}>
            <input
              type={type === 'choices' ? 'checkbox' : 'radio'}
              name={key}
              value={value}
              id={optionId(key, index)}
              defaultChecked={shown.includes(value)}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
      {type === 'yesno' && content.asksReasons && <Reason question={question} content={content} />}
    </fieldset>
  );
}

function Field({
  question: { key, type, max },
  shown,
  about,
}: {
  question: NumberedQuestion;
  shown: string;
  about: Record<string, unknown>;
}): ReactNode {
  const field = { id: `${fieldId(key)}-field`, name: key, defaultValue: shown, ...about };
  if (type === 'text') return <textarea rows={3} dir="auto" {...field} />;
  if (type === 'date') return <input type="date" className="short" {...field} />;
  // Not type="number": a wheel would change it unseen, and what is no number would be lost before we could ask about it.
  return <input type="text" inputMode={max === undefined ? 'decimal' : 'numeric'} className="short" {...field} />;
}

function Reason({ question, content }: { question: NumberedQuestion; content: FormPageContent }): ReactNode {
  const name = reasonField(question.key);
  const id = `${fieldId(question.key)}-reason`;
  const shown = content.sent?.body.get(name);
  return (
    <div className="reason">
      <label htmlFor={id}>If no, why?</label>
      <input type="text" id={id} name={name} dir="auto" defaultValue={shown ?? ''} />
    </div>
  );
}

/** That a question was answered before, and how to take that back where it needs no answer. */
function Earlier({
  question: { key, required },
  content,
}: {
  question: NumberedQuestion;
  content: FormPageContent;
}): ReactNode {
  if (!content.answered?.has(key)) return null;
  const id = `${fieldId(key)}-clear`;
  return (
    <>
      <p className="hint">Answered.</p>
      {required === false && (
        <label className="option" htmlFor={id}>
          <input type="checkbox" id={id} name={clearField(key)} value="yes" />
          <span>take my answer back</span>
        </label>
      )}
    </>
  );
}
