import type { Answers, FormDefinition } from '#domain/form.ts';
import { understoodAnswers } from '#shared/emails/answers.ts';
import { thankYou } from '#shared/emails/phrases.ts';
import { lines } from '#shared/emails/render/clean.ts';
import { type Page, type PageCohort, page } from './page.tsx';

export interface ThankYouContent {
  cohort: PageCohort;
  person: { name: string };
  definition: FormDefinition;
  answers: Answers;
  comments?: Readonly<Record<string, string>>;
  /** The address of the form, to correct something. */
  form: string;
  /** What happens now; "There is nothing more to do." when absent. */
  next?: string;
}

/** After a form was sent from its page: what we understood, and how to correct it. */
export function thankYouPage({ cohort, person, definition, answers, comments, form, next }: ThankYouContent): Page {
  const understood = understoodAnswers(definition, answers, comments);
  return page({
    title: 'Thank you',
    cohort,
    children: (
      <>
        <h1>{thankYou(person).replace(/\.$/, '')}</h1>
        <p>{`We have your answers. ${next ?? 'There is nothing more to do.'}`}</p>
        <h2>This is what we understood</h2>
        <dl>
          {understood.map(({ label, value }) => [
            <dt key={label}>{label}</dt>,
            <dd key={`${label} said`} dir="auto">
              {lines(value).join('\n')}
            </dd>,
          ])}
        </dl>
        <p>
          {'Something wrong? '}
          <a href={form}>Change your answers</a>.
        </p>
      </>
    ),
  });
}

/** After "no thanks" was pressed on the page of an invitation. */
export function declinedPage({ cohort, person, form }: Pick<ThankYouContent, 'cohort' | 'person' | 'form'>): Page {
  return page({
    title: 'Thank you',
    cohort,
    children: (
      <>
        <h1>{thankYou(person).replace(/\.$/, '')}</h1>
        <p>We won't ask you about mentoring again this year. There is nothing more to do.</p>
        <p>
          {'If you change your mind while applications are open, '}
          <a href={form}>go back to the questions</a>.
        </p>
      </>
    ),
  });
}
