import type { FormDefinition } from '#domain/forms/form.ts';
import { oneLine } from '#shared/emails/render/clean.ts';
import { Lines } from './lines.tsx';
import { type Page, type PageCohort, page } from './page.tsx';

interface Closed {
  cohort: PageCohort;
  title: string;
  mayReply?: boolean;
  /** Of a ballot: how others have voted, by question. */
  votes?: Readonly<Record<string, readonly string[]>> | undefined;
  definition?: FormDefinition;
}

/** A form that takes no more answers. `mayReply`: a late reply by email would be put to the coordinator. */
export function closedPage({ cohort, title, mayReply = false, votes = {}, definition }: Closed): Page {
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
        {Object.keys(votes).length > 0 && <h2>How the others have voted</h2>}
        {definition?.questions.map(
          ({ key, ask }) =>
            votes[key] && (
              <div className="others" key={key}>
                <p>{oneLine(ask)}</p>
                <Lines of={votes[key]} />
              </div>
            ),
        )}
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

/** A link that was ours and was ended, by its person or the coordinator. */
export function endedLinkPage({ cohort }: { cohort: PageCohort }): Page {
  return page({
    title: 'This link was ended',
    cohort,
    children: (
      <>
        <h1>This link was ended</h1>
        <p>It no longer opens anything. What was answered before is kept.</p>
        <p>Please use the link in our newest email, or reply to an email: that works just as well.</p>
      </>
    ),
  });
}

/** After all links of somebody were ended on one of their pages. */
export function linksEndedPage({ cohort }: { cohort: PageCohort }): Page {
  return page({
    title: 'Links ended',
    cohort,
    children: (
      <>
        <h1>Your links no longer open anything</h1>
        <p>
          That goes for all pages in the emails that we have sent you until now, this one included. What you answered is
          kept. You can answer by reply as before, and our next email brings new links.
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
