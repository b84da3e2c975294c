import type { ReactNode } from 'react';
import { abstained, type FormDefinition, type NumberedQuestion, numbered, scaleOf } from '#domain/form.ts';
import { shownName } from '#domain/names/called.ts';
import { oneLine } from '#shared/emails/render/clean.ts';
import { wordsOf } from '#shared/emails/render/question.ts';
import { type Page, type PageCohort, page } from './page.tsx';
import { clearField, endLinksField, type PostError, reasonField } from './read-post.ts';

export interface FormPageContent {
  cohort: PageCohort;
  /** Whose form it is: a link may have been passed on. */
  person: { name: string };
  definition: FormDefinition;
  /** Where the form is sent to; the page's own address by default. */
  action?: string;
  /** Questions that were answered before, by reply or here. What the answers are is not shown: a link may have been passed on. */
  answered?: ReadonlySet<string>;
  /** What was sent just now and is not in order yet. It is shown as it was typed. */
  sent?: { body: URLSearchParams; errors: readonly PostError[] };
  /** One or two sentences under the title: until when, who sees it. */
  intro?: string;
  /** Whether "no thanks" is an answer, as it is to an invitation. */
  canDecline?: boolean;
  /** Whether each no needs a reason, as in a ballot. */
  asksReasons?: boolean;
  /** Whether the links of its person can be ended here. */
  endsLinks?: boolean;
  /** What the page has besides the form. */
  around?: Around;
}

/** What stands around a form, for pages that are more than one. */
export interface Around {
  before: ReactNode;
  after: ReactNode;
  /** By question: words in place of its hint, and what there is below them for who wants to know more. */
  questions: Readonly<Record<string, { words: ReactNode; more: ReactNode }>>;
  /** Questions that are not asked any more, by key, and what is said of them. */
  closed: Readonly<Record<string, string>>;
  /** Rules for all that. */
  style: string;
}

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

function Question({
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

/** The widest range of a number that is offered as choices rather than typed. */
const widestChoice = 10;

/** What can be ticked, for the types that have it; nothing for what is typed. An optional one can be left open again. */
function choicesOf(question: NumberedQuestion, isAnsweredBefore = false): { value: string; text: string }[] {
  const some = ticks(question);
  const canBeOpen = question.required === false && question.type !== 'choices' && some.length > 0;
  return canBeOpen && !isAnsweredBefore ? [...some, { value: '', text: 'no answer' }] : some;
}

function ticks(question: NumberedQuestion): { value: string; text: string }[] {
  const same = (value: string | number) => ({ value: String(value), text: oneLine(String(value)) });
  switch (question.type) {
    case 'choice':
    case 'choices':
      return (question.options ?? []).map(same);
    case 'yesno':
      return [...['yes', 'no'].map(same), ...(question.mayAbstain ? [notSaid] : [])];
    case 'scale': {
      const { min, max } = scaleOf(question);
      return numbers(min, max).map(same);
    }
    case 'number': {
      const { min, max } = question;
      const isShort = min !== undefined && max !== undefined && Number.isInteger(min) && max - min <= widestChoice;
      return isShort ? numbers(min, max).map(same) : [];
    }
    default:
      return [];
  }
}

const notSaid = { value: abstained, text: 'I would rather not say' };

function numbers(min: number, max: number): number[] {
  return Array.from({ length: Math.floor(max - min) + 1 }, (_, index) => min + index);
}

/** Ids of a question's place and of its options, for links, labels and rules. */
function fieldId(key: string): string {
  return `q-${key}`;
}

function optionId(key: string, index: number): string {
  return `q-${key}-${index + 1}`;
}
