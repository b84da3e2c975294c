import type { Answers, FormDefinition } from '#domain/forms/form.ts';
import { givenName, shownName } from '#domain/names/called.ts';
import type { NamedAnswer } from '#domain/names/named-answers.ts';
import { understoodAnswers } from '#shared/emails/parts/answer-words.ts';
import { aboutNames, withNames } from '#shared/emails/parts/named-people.ts';
import { lines, oneLine } from '#shared/emails/render/clean.ts';
import { type Words, wordsOf } from '#shared/words/index.ts';
import { type Page, type PageCohort, page } from './page.tsx';
import { Said } from './words.tsx';

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
  const all = wordsOf(cohort.language);
  const words = all.pages.thankYou;
  const shown = understoodAnswers(definition, answers, all, comments);
  const understood = withNames(shown, { named, definition, answers }, all);
  return page({
    title: words.title,
    cohort,
    children: (
      <>
        <h1>{heading(person, words)}</h1>
        <p>{said(understood.length > 0, waits, shownName(person.name), words)}</p>
        {understood.length > 0 && <h2>{words.understood}</h2>}
        <dl>
          {understood.map(({ label, value }) => [
            <dt key={label}>{label}</dt>,
            <dd key={`${label} said`} dir="auto">
              {lines(value).join('\n')}
            </dd>,
          ])}
        </dl>
        {aboutNames(named, definition, 'on the page', all).map((sentence) => (
          <p key={sentence} dir="auto">
            {oneLine(sentence)}
          </p>
        ))}
        <p>
          <Said of={words.change({ form })} />
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
  const { thankYou, declined } = wordsOf(cohort.language).pages;
  return page({
    title: thankYou.title,
    cohort,
    children: (
      <>
        <h1>{heading(person, thankYou)}</h1>
        <p>{declined.effect({ until })}</p>
        <p>
          <Said of={declined.back({ form })} />
        </p>
      </>
    ),
  });
}

type ThankYouWords = Words['pages']['thankYou'];

/** "Thank you, Ada", or without a name where we can't tell what she is called. */
function heading({ name }: { name: string }, words: ThankYouWords): string {
  const given = givenName(name);
  return given ? words.heading({ name: given }) : words.title;
}

function said(isAnything: boolean, waits: boolean, name: string, words: ThankYouWords): string {
  if (!isAnything) return words.nothingChanged;
  return waits ? words.waits({ name }) : words.confirmed({ name });
}
