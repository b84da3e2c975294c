import { oneLine } from '#shared/emails/render/clean.ts';
import { type Page, type PageCohort, page } from './page.tsx';

interface Closed {
  cohort: PageCohort;
  title: string;
  mayReply?: boolean;
}

/** A form that takes no more answers. `mayReply`: a late reply by email would be put to the coordinator. */
export function closedPage({ cohort, title, mayReply = false }: Closed): Page {
  const { name } = cohort.coordinator;
  return page({
    title: 'No longer open',
    cohort,
    children: (
      <>
        <h1>These questions are no longer open</h1>
        <p>{`"${oneLine(title)}" takes no more answers. What you had answered before is kept. There is nothing to do.`}</p>
        <p>
          {mayReply
            ? `If you would still like to answer, reply to the email that brought you here. ${oneLine(name)} decides whether it can count.`
            : `If this causes a difficulty, write to ${oneLine(name)}.`}
        </p>
      </>
    ),
  });
}

/** A link that is not ours, was altered or has expired. It says no more: whoever opens it may not be who it was for. */
export function unknownLinkPage(): Page {
  return page({
    title: 'This link does not work',
    children: (
      <>
        <h1>This link does not work</h1>
        <p>It may have been cut when it was copied, or it is too old.</p>
        <p>
          Please open it once more from the email, or reply to the email instead: that works just as well. Nothing that
          you answered before is lost.
        </p>
      </>
    ),
  });
}

export interface ProblemContent {
  /** What went wrong, as a sentence without a full stop; ours to answer for when absent. */
  title?: string;
  /** What the reader can do. */
  detail?: string;
  /** What to quote when asking about it. */
  id?: string;
}

/** Anything else that went wrong. */
export function problemPage({ title, detail, id }: ProblemContent = {}): Page {
  const heading = title ?? 'Something went wrong on our side';
  return page({
    title: heading,
    children: (
      <>
        <h1>{heading}</h1>
        <p>
          {detail ??
            'Nothing that you answered before is lost. Please try again in a few minutes, or reply to the email instead.'}
        </p>
        {id && <p className="hint">{`If you ask us about it, please mention ${id}.`}</p>}
      </>
    ),
  });
}
