import type { ReactNode } from 'react';
import { positiveReasons } from '#domain/matching/scoring/reason.ts';
import { firstNameOrFull } from '#domain/names/called.ts';
import type { Cohort } from '#domain/program/cohort.ts';
import { doneAt } from '#domain/program/milestones.ts';
import { oneLine } from '#shared/emails/render/clean.ts';
import type { WeightsPreview } from '#shared/weights/preview.ts';
import type { Words } from '#shared/words/index.ts';
import { Lines } from './lines.tsx';

/** How many are listed of each kind: nobody reads more, and a page of thousands would be too large to be served. */
const most = 100;

type Two = Pick<WeightsPreview['gone'][number], 'mentor' | 'mentee'>;

interface Props {
  comparison: WeightsPreview;
  cohort: Pick<Cohort, 'schedule' | 'done'>;
  words: Words;
  /** What to do about it, at the end of all that is to be read. */
  children: ReactNode;
}

/** What other weights would change: figures, pairs that come and go, and who would have nobody. */
export function WeightsComparison({ comparison, cohort, words, children }: Props): ReactNode {
  const { applied, before, after, pairs, gone } = comparison;
  const added = pairs.filter(({ isNew }) => isNew).sort((a, b) => b.score - a.score);
  const hasPairs = before.pairs > 0 || after.pairs > 0;
  const said = words.weights.changes;
  return (
    <section className="changes" id="changes">
      <h2>{said.heading}</h2>
      {(applied === 0 || !hasPairs) && <p>{applied === 0 ? said.nobodyApplied : said.nobodyPaired}</p>}
      {hasPairs && (
        <>
          <NotProposed applied={applied} cohort={cohort} words={words} />
          <p>
            <strong>
              {added.length + gone.length === 0
                ? said.none
                : said.some({ added: added.length, gone: gone.length, kept: pairs.length - added.length })}
            </strong>
          </p>
          <Figures before={before} after={after} words={words} />
          <p className="hint">{said.aboutScores}</p>
        </>
      )}
      <Added of={added} words={words} />
      <Gone of={gone} words={words} />
      <Unmatched comparison={comparison} words={words} />
      {hasPairs && <p className="buttons">{children}</p>}
    </section>
  );
}

function NotProposed({ applied, cohort, words }: Pick<Props, 'cohort' | 'words'> & { applied: number }): ReactNode {
  if (doneAt(cohort, 'match', 'open')) return null;
  const isClosed = doneAt(cohort, 'apply', 'close') ? 'yes' : 'no';
  return <p>{words.weights.changes.notProposed({ isClosed, applied })}</p>;
}

function Figures({ before, after, words }: Pick<WeightsPreview, 'before' | 'after'> & { words: Words }): ReactNode {
  const said = words.weights.changes;
  return (
    <dl>
      <dt>{said.pairs}</dt>
      <dd>{said.pairsMoved(movement(before.pairs, after.pairs))}</dd>
      <dt>{said.average}</dt>
      <dd>{said.scoreMoved(movement(ofHundred(before.mean), ofHundred(after.mean)))}</dd>
      <dt>{said.lowest}</dt>
      <dd>{said.scoreMoved(movement(ofHundred(before.worst), ofHundred(after.worst)))}</dd>
    </dl>
  );
}

function Added({ of, words }: { of: WeightsPreview['pairs']; words: Words }): ReactNode {
  const { added } = words.weights.changes;
  return (
    <Listed title={added({ people: of.length })} of={of} words={words}>
      {(pair) => (
        <li key={keyOf(pair)}>
          <strong dir="auto">{named(pair, words)}</strong>
          <br />
          {words.proposedPairs.score({ score: ofHundred(pair.score) })}
          <Lines of={positiveReasons(pair).map((reason) => reason.words)} />
        </li>
      )}
    </Listed>
  );
}

function Gone({ of, words }: { of: WeightsPreview['gone']; words: Words }): ReactNode {
  return (
    <Listed title={words.weights.changes.gone({ people: of.length })} of={of} words={words} namesOnly>
      {(pair) => (
        <li key={keyOf(pair)} dir="auto">
          {named(pair, words)}
        </li>
      )}
    </Listed>
  );
}

function Unmatched({ comparison: { unmatched, gone }, words }: Pick<Props, 'comparison' | 'words'>): ReactNode {
  const said = words.weights.changes;
  return (
    <Listed title={said.unmatched({ people: unmatched.length })} of={unmatched} words={words}>
      {({ person, role, why }) => (
        <li key={`${role} ${person.id}`}>
          <strong dir="auto">{said.inRole({ role, name: oneLine(person.name) })}</strong>
          <br />
          <span dir="auto">{oneLine(why)}</span>
          {gone.some((pair) => pair[role].id === person.id) && (
            <span dir="auto">{` ${said.hasInUse({ role, name: firstNameOrFull(oneLine(person.name)) })}`}</span>
          )}
        </li>
      )}
    </Listed>
  );
}

function Listed<T>({
  title,
  of,
  words,
  namesOnly = false,
  children,
}: {
  title: string;
  of: readonly T[];
  words: Words;
  namesOnly?: boolean;
  children: (one: T) => ReactNode;
}): ReactNode {
  if (of.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className={namesOnly ? 'pairs names' : 'pairs'}>{of.slice(0, most).map(children)}</ul>
      {of.length > most && <p>{words.weights.changes.more({ more: of.length - most })}</p>}
    </>
  );
}

/** As the committee is asked about them. */
function named({ mentor, mentee }: Two, { proposedPairs }: Words): string {
  return proposedPairs.asMentor({ mentor: oneLine(mentor.name), mentee: oneLine(mentee.name) });
}

function keyOf({ mentor, mentee }: Two): string {
  return `${mentor.id} ${mentee.id}`;
}

/** A score of 0..1 as the committee sees it. */
function ofHundred(score: number): number;
function ofHundred(score: number | undefined): number | undefined;
function ofHundred(score: number | undefined): number | undefined {
  return score === undefined ? undefined : Math.round(score * 100);
}

/** A figure with the weights in use and with others, and how it changes: there is none where there are no pairs. */
function movement(before: number | undefined, after: number | undefined) {
  const by = (after ?? 0) - (before ?? 0);
  const figures = { before: before ?? 0, after: after ?? 0, by: Math.abs(by) };
  if (before === undefined || after === undefined) {
    const change = before !== undefined ? 'ends' : after !== undefined ? 'begins' : 'never';
    return { ...figures, change };
  }
  return { ...figures, change: by === 0 ? 'same' : by > 0 ? 'up' : 'down' };
}
