import { shownName } from '#domain/names/called.ts';
import { oneLine } from '#shared/emails/render/clean.ts';
import { type Page, type PageCohort, page } from './page.tsx';

interface StopContent {
  cohort: PageCohort;
  person: { name: string; email: string };
}

/** Asks whether all email should stop. Looking at it changes nothing: programs that check mail follow every link. */
export function stopPage({ cohort, person, action }: StopContent & { action?: string }): Page {
  return page({
    title: 'Stop all email',
    cohort,
    children: (
      <>
        <h1>Stop all email from this program?</h1>
        <p>
          {`${oneLine(shownName(person.name))} (${person.email}) would get no more email about ${oneLine(cohort.name)}: no questions, no reminders and no news of a match. Nor would we invite you to later rounds. Nobody is told why.`}
        </p>
        <form method="post" {...(action !== undefined && { action })}>
          <p className="buttons">
            <button type="submit">Stop all email</button>
          </p>
        </form>
        <p>If you leave this page, nothing changes.</p>
      </>
    ),
  });
}

/** After all email was stopped, on the page or by one click in a mail program. */
export function stoppedPage({ cohort, person }: StopContent): Page {
  return page({
    title: 'No more email',
    cohort,
    children: (
      <>
        <h1>You will get no more email from us</h1>
        <p>
          {`We have stopped all email to ${person.email} about ${oneLine(cohort.name)}, and leave you out of later rounds. There is nothing more to do. If you change your mind, write to ${oneLine(cohort.coordinator.name)}.`}
        </p>
      </>
    ),
  });
}
