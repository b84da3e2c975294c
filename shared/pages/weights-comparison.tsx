import type { ReactNode } from 'react';
import { positiveReasons } from '#domain/matching/scoring/reason.ts';
import { firstNameOrFull } from '#domain/names/called.ts';
import type { Cohort } from '#domain/program/cohort.ts';
import { doneAt } from '#domain/program/milestones.ts';
import { oneLine } from '#shared/emails/render/clean.ts';
import type { WeightsPreview } from '#shared/weights/preview.ts';
import { Lines } from './lines.tsx';

/** How many are listed of each kind: nobody reads more, and a page of thousands would be too large to be served. */
const most = 100;

type Two = Pick<WeightsPreview['gone'][number], 'mentor' | 'mentee'>;

interface Props {
  comparison: WeightsPreview;
  cohort: Pick<Cohort, 'schedule' | 'done'>;
  /** What to do about it, at the end of all that is to be read. */
  children: ReactNode;
}

/** What other weights would change: figures, pairs that come and go, and who would have nobody. */
export function WeightsComparison({ comparison, cohort, children }: Props): ReactNode {
  const { applied, before, after, pairs, gone, unmatched } = comparison;
  const added = pairs.filter(({ isNew }) => isNew).sort((a, b) => b.score - a.score);
  const isProposed = doneAt(cohort, 'match', 'open') !== undefined;
  const hasPairs = before.pairs > 0 || after.pairs > 0;
  return (
    <section className="changes" id="changes">
      <h2>What would change</h2>
      {applied === 0 && <p>Nobody has applied yet, so there are no pairs to compare.</p>}
      {applied > 0 && !hasPairs && <p>Nobody who has applied can be paired, whatever the weights are. Below is why.</p>}
      {hasPairs && (
        <>
          {!isProposed && (
            <p>
              {`No pairs are proposed yet. This is what would be, with the weights in use and with these, for those who have applied${doneAt(cohort, 'apply', 'close') ? '' : ' so far'} (${applied}).`}
            </p>
          )}
          {added.length === 0 && gone.length === 0 ? (
            <p>
              <strong>No pair would change.</strong>
            </p>
          ) : (
            <p>
              <strong>{`${counted(added.length, 'pair')} would be new, ${gone.length || 'none'} would go, and ${pairs.length - added.length || 'none'} would stay.`}</strong>
            </p>
          )}
          <dl>
            <dt>Pairs</dt>
            <dd>{moved(before.pairs, after.pairs, ['more', 'fewer'])}</dd>
            <dt>Average score</dt>
            <dd>{moved(ofHundred(before.mean), ofHundred(after.mean), ['higher', 'lower'])}</dd>
            <dt>Lowest score</dt>
            <dd>{moved(ofHundred(before.worst), ofHundred(after.worst), ['higher', 'lower'])}</dd>
          </dl>
          <p className="hint">
            Scores go from 0 to 100, and each set of pairs is measured by its own weights. So a higher score does not by
            itself mean better pairs: look at who would meet whom.
          </p>
        </>
      )}
      <Listed title="Pairs that would be new" of={added}>
        {(pair) => (
          <li key={keyOf(pair)}>
            <strong dir="auto">{named(pair)}</strong>
            <br />
            {`Score ${ofHundred(pair.score)} of 100.`}
            <Lines of={positiveReasons(pair).map(({ words }) => words)} />
          </li>
        )}
      </Listed>
      <Listed title="Pairs that would go" of={gone} namesOnly>
        {(pair) => (
          <li key={keyOf(pair)} dir="auto">
            {named(pair)}
          </li>
        )}
      </Listed>
      <Listed title="Who would have nobody" of={unmatched}>
        {({ person, role, why }) => (
          <li key={`${role} ${person.id}`}>
            <strong dir="auto">{`${oneLine(person.name)}, as a ${role}`}</strong>
            <br />
            <span dir="auto">{oneLine(why)}</span>
            {gone.some((pair) => pair[role].id === person.id) && (
              <span dir="auto">
                {` With the weights in use, ${firstNameOrFull(oneLine(person.name))} has a ${role === 'mentor' ? 'mentee' : 'mentor'}.`}
              </span>
            )}
          </li>
        )}
      </Listed>
      {hasPairs && <p className="buttons">{children}</p>}
    </section>
  );
}

function Listed<T>({
  title,
  of,
  namesOnly = false,
  children,
}: {
  title: string;
  of: readonly T[];
  namesOnly?: boolean;
  children: (one: T) => ReactNode;
}): ReactNode {
  if (of.length === 0) return null;
  return (
    <>
      <h3>{`${title} (${of.length})`}</h3>
      <ul className={namesOnly ? 'pairs names' : 'pairs'}>{of.slice(0, most).map(children)}</ul>
      {of.length > most && <p>{`And ${of.length - most} more, which are not shown here.`}</p>}
    </>
  );
}

/** As the committee is asked about them. */
function named({ mentor, mentee }: Two): string {
  return `${oneLine(mentor.name)} as mentor of ${oneLine(mentee.name)}`;
}

function keyOf({ mentor, mentee }: Two): string {
  return `${mentor.id} ${mentee.id}`;
}

function counted(count: number, thing: string): string {
  return `${count || 'No'} ${thing}${count === 1 ? '' : 's'}`;
}

/** A score of 0..1 as the committee sees it. */
function ofHundred(score: number): number;
function ofHundred(score: number | undefined): number | undefined;
function ofHundred(score: number | undefined): number | undefined {
  return score === undefined ? undefined : Math.round(score * 100);
}

/** "61 now, 64 with these: 3 higher". */
function moved(before: number | undefined, after: number | undefined, [up, down]: [string, string]): string {
  const words = `${before ?? 'none'} now, ${after ?? 'none'} with these weights`;
  if (before === undefined || after === undefined) return words;
  if (before === after) return `${words}: no change`;
  return `${words}: ${Math.abs(after - before)} ${after > before ? up : down}`;
}
