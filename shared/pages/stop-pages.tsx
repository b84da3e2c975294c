import type { ReactNode } from 'react';
import { shownName } from '#domain/names/called.ts';
import type { Needed } from '#domain/person.ts';
import { oneLine } from '#shared/emails/render/clean.ts';
import { type Page, type PageCohort, page } from './page.tsx';

interface StopContent {
  cohort: PageCohort;
  person: { name: string; email: string };
}

/** The field that the buttons of these pages send. */
export const stopField = 'stop';

interface Asking extends StopContent {
  action?: string;
  /** The part that they have in running the cohort. */
  needed?: Needed | undefined;
}

/** Asks whether all email should stop. Looking at it changes nothing: programs that check mail follow every link. */
export function stopPage({ cohort, person, action, needed }: Asking): Page {
  return page({
    title: 'Stop all email',
    cohort,
    children: (
      <>
        <h1>Stop all email from this program?</h1>
        {needed && <p>{lost(needed, cohort)}</p>}
        <p>
          {`${oneLine(shownName(person.name))} (${person.email}) would get no more email about ${oneLine(cohort.name)}: no questions, no reminders and no news of a match. Nor would we invite you to later rounds. ${needed ? '' : 'Nobody is told why.'}`}
        </p>
        <form method="post" {...(action !== undefined && { action })}>
          <p className="buttons">
            {needed && <Button value="hand-over">{`Ask ${whoFinds(needed, cohort)} to find somebody else`}</Button>}
            <Button value="yes" isQuiet={needed !== undefined}>
              {needed ? 'Stop all email nevertheless' : 'Stop all email'}
            </Button>
          </p>
        </form>
        <p>If you leave this page, nothing changes.</p>
      </>
    ),
  });
}

function Button({ value, isQuiet = false, children }: { value: string; isQuiet?: boolean; children: ReactNode }) {
  return (
    <button type="submit" name={stopField} value={value} {...(isQuiet && { className: 'quiet' })}>
      {children}
    </button>
  );
}

function lost(needed: Needed, { name, coordinator }: PageCohort): string {
  return needed === 'coordinator'
    ? `You coordinate ${oneLine(name)}. We ask you when something has to be decided and tell you when something is stuck; without email from us, nobody hears of it. You can ask for somebody to take over, and go on until then.`
    : `You are on the matching committee of ${oneLine(name)}. Without your votes the others decide alone, or are too few to decide. You can ask ${oneLine(coordinator.name)} to find somebody else, and go on until then.`;
}

function whoFinds(needed: Needed, { coordinator }: PageCohort): string {
  return needed === 'coordinator' ? 'leadership and the committee' : oneLine(coordinator.name);
}

/** After a button of hand-over: who was asked, and that nothing has stopped. */
export function handOverPage({ cohort, needed }: StopContent & { needed: Needed }): Page {
  return page({
    title: 'We have asked',
    cohort,
    children: (
      <>
        <h1>We have asked for somebody else</h1>
        <p>
          {`We have written to ${whoFinds(needed, cohort)} that you would like to hand over. Until somebody does it, we go on writing to you as before. There is nothing more to do.`}
        </p>
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
          {`We have stopped all email to ${person.email} about ${oneLine(cohort.name)}, and leave you out of later rounds. There is nothing more to do. Our last email has a link that undoes it for 30 days; later than that, write to ${oneLine(cohort.coordinator.name)}.`}
        </p>
      </>
    ),
  });
}

/** Behind the link in the last email: whether to write to somebody again. Looking at it changes nothing. */
export function startPage({ cohort, person, action }: StopContent & { action?: string }): Page {
  return page({
    title: 'Write to me again',
    cohort,
    children: (
      <>
        <h1>Shall we write to you again?</h1>
        <p>
          {`All email to ${oneLine(shownName(person.name))} (${person.email}) about ${oneLine(cohort.name)} was stopped. This undoes it.`}
        </p>
        <form method="post" {...(action !== undefined && { action })}>
          <p className="buttons">
            <Button value="undo">Write to me again</Button>
          </p>
        </form>
        <p>If you leave this page, nothing changes.</p>
      </>
    ),
  });
}

/** The same once it is undone, or the link is too old for it. */
export function backPage({ cohort, person }: StopContent & { person: { unreachable?: string | undefined } }): Page {
  const isBack = person.unreachable !== 'stopped';
  return page({
    title: isBack ? 'We write to you again' : 'This link is too old',
    cohort,
    children: (
      <>
        <h1>{isBack ? 'We write to you again' : 'This link is too old'}</h1>
        <p>
          {isBack
            ? `Email to ${person.email} about ${oneLine(cohort.name)} is not stopped any more. There is nothing more to do.`
            : `Please write to ${oneLine(cohort.coordinator.name)} if you want email about ${oneLine(cohort.name)} again.`}
        </p>
      </>
    ),
  });
}
