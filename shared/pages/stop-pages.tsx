import type { ReactNode } from 'react';
import { shownName } from '#domain/names/called.ts';
import type { Needed } from '#domain/person.ts';
import { oneLine } from '#shared/emails/render/clean.ts';
import { type Words, wordsOf } from '#shared/words/index.ts';
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

/** What the sentences of these pages name. */
function named({ cohort, person }: StopContent) {
  return {
    name: oneLine(shownName(person.name)),
    email: person.email,
    cohort: oneLine(cohort.name),
    coordinator: oneLine(cohort.coordinator.name),
  };
}

/** Asks whether all email should stop. Looking at it changes nothing: programs that check mail follow every link. */
export function stopPage({ cohort, person, action, needed }: Asking): Page {
  const { stopPages } = wordsOf(cohort.language);
  const words = stopPages.stop;
  const names = named({ cohort, person });
  return page({
    title: words.title,
    cohort,
    children: (
      <>
        <h1>{words.heading}</h1>
        {needed && <p>{needed === 'coordinator' ? words.coordinatorIsLost(names) : words.reviewerIsLost(names)}</p>}
        <p>{words.effect({ ...names, needed: needed ?? 'no' })}</p>
        <form method="post" {...(action !== undefined && { action })}>
          <p className="buttons">
            {needed && (
              <Button value="hand-over">{words.handOver({ whom: whoFinds(needed, cohort, stopPages) })}</Button>
            )}
            <Button value="yes" isQuiet={needed !== undefined}>
              {needed ? words.buttonNevertheless : words.button}
            </Button>
          </p>
        </form>
        <p>{stopPages.nothingChanges}</p>
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

function whoFinds(needed: Needed, { coordinator }: PageCohort, { leadership }: Words['stopPages']): string {
  return needed === 'coordinator' ? leadership : oneLine(coordinator.name);
}

/** After a button of hand-over: who was asked, and that nothing has stopped. */
export function handOverPage({ cohort, needed }: StopContent & { needed: Needed }): Page {
  const { stopPages } = wordsOf(cohort.language);
  const words = stopPages.handOver;
  return page({
    title: words.title,
    cohort,
    children: (
      <>
        <h1>{words.heading}</h1>
        <p>{words.effect({ whom: whoFinds(needed, cohort, stopPages) })}</p>
      </>
    ),
  });
}

/** After all email was stopped, on the page or by one click in a mail program. */
export function stoppedPage(content: StopContent): Page {
  const { cohort } = content;
  const words = wordsOf(cohort.language).stopPages.stopped;
  return page({
    title: words.title,
    cohort,
    children: (
      <>
        <h1>{words.heading}</h1>
        <p>{words.effect(named(content))}</p>
      </>
    ),
  });
}

/** Behind the link in the last email: whether to write to somebody again. Looking at it changes nothing. */
export function startPage({ cohort, person, action }: StopContent & { action?: string }): Page {
  const { stopPages } = wordsOf(cohort.language);
  const words = stopPages.start;
  return page({
    title: words.title,
    cohort,
    children: (
      <>
        <h1>{words.heading}</h1>
        <p>{words.effect(named({ cohort, person }))}</p>
        <form method="post" {...(action !== undefined && { action })}>
          <p className="buttons">
            <Button value="undo">{words.button}</Button>
          </p>
        </form>
        <p>{stopPages.nothingChanges}</p>
      </>
    ),
  });
}

/** The same once it is undone, or the link is too old for it. */
export function backPage(content: StopContent & { person: { unreachable?: string | undefined } }): Page {
  const { cohort, person } = content;
  const { back, tooOld } = wordsOf(cohort.language).stopPages;
  const words = person.unreachable === 'stopped' ? tooOld : back;
  return page({
    title: words.title,
    cohort,
    children: (
      <>
        <h1>{words.title}</h1>
        <p>{words.effect(named(content))}</p>
      </>
    ),
  });
}
