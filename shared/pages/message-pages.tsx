import type { FormDefinition } from '#domain/forms/form.ts';
import { oneLine } from '#shared/emails/render/clean.ts';
import { wordsOf } from '#shared/words/index.ts';
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
  const words = wordsOf(cohort.language).pages.closed;
  const coordinator = oneLine(cohort.coordinator.name);
  return page({
    title: words.title,
    cohort,
    children: (
      <>
        <h1>{words.heading}</h1>
        <p>{words.kept({ title: oneLine(title) })}</p>
        <p>{mayReply ? words.mayReply({ coordinator }) : words.mayWrite({ coordinator })}</p>
        {Object.keys(votes).length > 0 && <h2>{words.votes}</h2>}
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
  const { title, why, instead } = wordsOf().pages.unknownLink;
  return saying(title, [why, instead]);
}

/** A link that was ours and was ended, by its person or the coordinator. */
export function endedLinkPage({ cohort }: { cohort: PageCohort }): Page {
  const { title, effect, instead } = wordsOf(cohort.language).pages.endedLink;
  return saying(title, [effect, instead], { cohort });
}

/** After all links of somebody were ended on one of their pages. */
export function linksEndedPage({ cohort }: { cohort: PageCohort }): Page {
  const { title, heading, effect } = wordsOf(cohort.language).pages.linksEnded;
  return saying(title, [effect], { cohort, heading });
}

/** A page of a heading and some paragraphs. */
function saying(
  title: string,
  paragraphs: readonly string[],
  { cohort, heading = title }: { cohort?: PageCohort; heading?: string } = {},
): Page {
  return page({
    title,
    ...(cohort && { cohort }),
    children: (
      <>
        <h1>{heading}</h1>
        {paragraphs.map((words) => (
          <p key={words}>{words}</p>
        ))}
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
  const words = wordsOf().pages.problem;
  const heading = title ?? words.title;
  return page({
    title: heading,
    children: (
      <>
        <h1>{heading}</h1>
        <p>{detail ?? words.detail}</p>
        {id && <p className="hint">{words.mention({ id })}</p>}
      </>
    ),
  });
}
