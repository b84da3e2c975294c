import type { ReactNode } from 'react';
import type { NumberedQuestion } from '#domain/forms/form.ts';
import type { Field } from '#domain/forms/questions/question-type.ts';
import { questionTypes } from '#domain/forms/questions/question-types.ts';
import { cleanWords } from '#shared/emails/render/question.ts';
import type { Words } from '#shared/words/index.ts';
import type { FormPageContent } from './form-content.ts';
import { choicesOf } from './question-choices.ts';
import { fieldId, optionId } from './question-ids.ts';
import { clearField, reasonField } from './read-post.ts';

export function Question({
  question,
  among,
  content,
  words,
}: {
  question: NumberedQuestion;
  among: readonly NumberedQuestion[];
  content: FormPageContent;
  words: Words;
}): ReactNode {
  const { key, type } = question;
  const { number, ask, hints } = cleanWords(question, among, words);
  const error = content.sent?.errors.find((one) => one.key === key)?.message;
  const explanation = content.sections?.questions[key];
  const field = questionTypes[type].field(question);
  const told = field.kind === 'ticks' && field.areWords ? hints.slice(0, question.hint ? 1 : 0) : hints;
  const described = [(explanation || told.length > 0) && `${fieldId(key)}-hint`, error && `${fieldId(key)}-error`]
    .filter(Boolean)
    .join(' ');
  const about = {
    ...(described && { 'aria-describedby': described }),
    ...(error && { 'aria-invalid': true }),
  };
  const notes = (
    <>
      {explanation ? (
        <>
          <div id={`${fieldId(key)}-hint`}>{explanation.words}</div>
          {explanation.more}
        </>
      ) : (
        told.length > 0 && (
          <p className="hint" id={`${fieldId(key)}-hint`}>
            {told.join(' ')}
          </p>
        )
      )}
      <Earlier question={question} content={content} words={words.formPage} />
      {error && (
        <p className="error" id={`${fieldId(key)}-error`}>
          {error}
        </p>
      )}
    </>
  );
  const shown = content.sent?.body.getAll(key) ?? [];
  if (field.kind !== 'ticks') {
    return (
      <div className={error ? 'question wrong' : 'question'} id={fieldId(key)}>
        <label htmlFor={`${fieldId(key)}-field`}>{`${number}. ${ask}`}</label>
        {notes}
        <Typed question={question} field={field} shown={shown[0] ?? ''} about={about} />
      </div>
    );
  }
  const choices = choicesOf(question, words, content.answered?.has(key));
  const isRow = question.mayAbstain || choices.every(({ text }) => text.length <= 3);
  return (
    <fieldset className={error ? 'wrong' : undefined} id={fieldId(key)} {...about}>
      <legend>{`${number}. ${ask}`}</legend>
      {notes}
      <div className={isRow ? 'row' : undefined}>
        {choices.map(({ value, text }, index) => (
          <label className="option" key={value} htmlFor={optionId(key, index)}>
            <input
              type={field.several ? 'checkbox' : 'radio'}
              name={key}
              value={value}
              id={optionId(key, index)}
              defaultChecked={shown.includes(value)}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
      {type === 'yesno' && content.asksReasons && (
        <Reason question={question} content={content} ask={words.formPage.ifNoWhy} />
      )}
    </fieldset>
  );
}

function Typed({
  question: { key },
  field,
  shown,
  about,
}: {
  question: NumberedQuestion;
  field: Exclude<Field, { kind: 'ticks' }>;
  shown: string;
  about: Record<string, unknown>;
}): ReactNode {
  const own = { id: `${fieldId(key)}-field`, name: key, defaultValue: shown, ...about };
  if (field.kind === 'lines') return <textarea rows={3} dir="auto" {...own} />;
  return <input type={field.input} inputMode={field.inputMode} className="short" {...own} />;
}

function Reason({
  question,
  content,
  ask,
}: {
  question: NumberedQuestion;
  content: FormPageContent;
  ask: string;
}): ReactNode {
  const name = reasonField(question.key);
  const id = `${fieldId(question.key)}-reason`;
  const shown = content.sent?.body.get(name);
  return (
    <div className="reason">
      <label htmlFor={id}>{ask}</label>
      <input type="text" id={id} name={name} dir="auto" defaultValue={shown ?? ''} />
    </div>
  );
}

/** That a question was answered before, and how to take that back where it needs no answer. */
function Earlier({
  question: { key, required },
  content,
  words,
}: {
  question: NumberedQuestion;
  content: FormPageContent;
  words: Words['formPage'];
}): ReactNode {
  if (!content.answered?.has(key)) return null;
  const id = `${fieldId(key)}-clear`;
  return (
    <>
      <p className="hint">{words.answered}</p>
      {required === false && (
        <label className="option" htmlFor={id}>
          <input type="checkbox" id={id} name={clearField(key)} value="yes" />
          <span>{words.takeBack}</span>
        </label>
      )}
    </>
  );
}
