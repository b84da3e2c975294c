import type { Answers, FormDefinition } from '#domain/form.ts';
import { shownName } from '#domain/names/called.ts';
import type { NamedAnswer } from '#domain/names/named-answers.ts';
import { understoodAnswers } from '#shared/emails/parts/answer-words.ts';
import { aboutNames, withNames } from '#shared/emails/parts/named-people.ts';
import { thankYou } from '#shared/emails/parts/phrases.ts';
import { lines, oneLine } from '#shared/emails/render/clean.ts';
import { type Page, type PageCohort, page } from './page.tsx';

export interface ThankYouContent {
  cohort: PageCohort;
  person: { name: string };
  definition: FormDefinition;
  /** What was sent just now. What stood before is not shown. */
  answers: Answers;
  comments?: Readonly<Record<string, string>>;
  /** The address of the form, to correct something. */
  form: string;
  /** Whom their answers name, where these ask for people. */
  named?: readonly NamedAnswer[];
  /** What was sent counts once its receipt has gone out. */
  waits: boolean;
}

/** After a form was sent from its page: what we understood, and how to correct it. */
export function thankYouPage(content: ThankYouContent): Page {
  const { cohort, person, definition, answers, comments, form, named, waits } = content;
  const understood = withNames(understoodAnswers(definition, answers, comments), { named, definition, answers });
  return page({
    title: 'Thank you',
    cohort,
    children: (
      <>
        <h1>{thankYou(person).replace(/\.$/, '')}</h1>
        <p>{`${said(understood.length > 0, waits, shownName(person.name))} There is nothing more to do.`}</p>
        {understood.length > 0 && <h2>This is what we understood</h2>}
        <dl>
          {understood.map(({ label, value }) => [
            <dt key={label}>{label}</dt>,
            <dd key={`${label} said`} dir="auto">
              {lines(value).join('\n')}
            </dd>,
          ])}
        </dl>
        {aboutNames(named, definition, 'on the page').map((words) => (
          <p key={words} dir="auto">
            {oneLine(words)}
          </p>
        ))}
        <p>
          {'Something wrong? '}
          <a href={form}>Change your answers</a>.
        </p>
      </>
    ),
  });
}

/** After "no thanks" was pressed on the page of an invitation. `until`: the day before which they are not asked, in words. */
export function declinedPage({
  cohort,
  person,
  form,
  until,
}: Pick<ThankYouContent, 'cohort' | 'person' | 'form'> & { until: string }): Page {
  return page({
    title: 'Thank you',
    cohort,
    children: (
      <>
        <h1>{thankYou(person).replace(/\.$/, '')}</h1>
        <p>{`We won't ask you about mentoring again before ${until}. There is nothing more to do.`}</p>
        <p>
          {'If you change your mind while applications are open, '}
          <a href={form}>go back to the questions</a>.
        </p>
      </>
    ),
  });
}

function said(isAnything: boolean, waits: boolean, name: string): string {
  if (!isAnything) return 'Nothing was changed: we have your answers as they were.';
  return waits
    ? `We have what you sent. It counts as soon as our email to ${name} that says so is on its way.`
    : `We have what you sent, and confirm it to ${name} by email.`;
}
