import type { ReactNode } from 'react';
import type { Audit, PeopleRow, RoleRow } from '#domain/matching/audit.ts';
import { inNumbers } from '#domain/matching/four-fifths.ts';
import { capital, count } from '#shared/emails/parts/phrases.ts';
import { oneLine } from '#shared/emails/render/clean.ts';

/** How groups fared with the proposal: what stands out in words first, then the figures. */
export function AuditTables({ audits }: { audits: readonly Audit[] }): ReactNode {
  if (audits.length === 0) return <p>There are no groups to compare: nothing about any was asked or is known.</p>;
  const flags = audits.flatMap((audit) => audit.flags);
  const clear = flags.filter(({ tooSmall }) => !tooSmall);
  return (
    <>
      <p>
        This was looked at after the matching and is never part of a score. A rate under four fifths of another group's
        deserves a question; it is no proof of anything.
      </p>
      {clear.length > 0 ? (
        <Sentences of={clear.map(({ words }) => words)} />
      ) : (
        <p>
          <strong>No rate is clearly under four fifths of another's.</strong>
        </p>
      )}
      {audits.map((audit) => (
        <OfQuestion key={audit.about} audit={audit} />
      ))}
    </>
  );
}

/** More rows than this are folded away. */
const mostRows = 12;

function OfQuestion({ audit }: { audit: Audit }): ReactNode {
  const { title, people, mentees, mentors, notes, flags } = audit;
  const unsure = flags.filter(({ tooSmall }) => tooSmall).map(({ words }) => words);
  const tables = (
    <>
      {people && <People rows={people} title={title} />}
      {mentees && <OfRole rows={mentees} title={title} who="mentees" />}
      {mentors && <OfRole rows={mentors} title={title} who="mentors" />}
    </>
  );
  const rows = (people ?? mentees ?? mentors)?.length ?? 0;
  return (
    <>
      <h3>{oneLine(title)}</h3>
      {rows > mostRows ? (
        <details>
          <summary>{`Show ${rows} groups`}</summary>
          {tables}
        </details>
      ) : (
        tables
      )}
      {unsure.length > 0 && (
        <details>
          <summary>
            {`${capital(count(unsure.length, 'rate is', 'rates are'))} under four fifths, in numbers too small to mean anything`}
          </summary>
          <Sentences of={unsure} />
        </details>
      )}
      {[...notes, ...(isPlace(audit) ? [] : [frozen])].map((note) => (
        <p className="note" key={note}>
          {note}
        </p>
      ))}
    </>
  );
}

const frozen =
  'These figures stay as they were when the pairs were first proposed: following each change would show whose answer came or went.';

/** Departments and locations are known to everybody, so that their figures are of now. */
function isPlace({ about }: Audit): boolean {
  return about === 'department' || about === 'location';
}

function Sentences({ of }: { of: readonly string[] }): ReactNode {
  return (
    <ul className="people">
      {of.map((words) => (
        <li key={words}>{oneLine(words)}</li>
      ))}
    </ul>
  );
}

function People({ rows, title }: { rows: readonly PeopleRow[]; title: string }): ReactNode {
  const knowsInvited = rows.some(({ invited }) => invited !== undefined);
  const knowsEligible = rows.some(({ eligible }) => eligible !== undefined);
  return (
    <Table
      caption="Applications"
      heads={[
        title,
        knowsInvited ? 'Applied, of those invited' : 'Applied',
        ...(knowsEligible ? ['May take part'] : []),
      ]}
      rows={rows.map(({ group, isFew, invited, applied, eligible }) => ({
        group,
        isFew,
        cells: [
          invited === undefined ? String(applied) : inNumbers({ part: applied, of: invited }),
          ...(eligible === undefined ? [] : [inNumbers({ part: eligible, of: applied })]),
        ],
      }))}
    />
  );
}

function OfRole({
  rows,
  title,
  who,
}: {
  rows: readonly RoleRow[];
  title: string;
  who: 'mentees' | 'mentors';
}): ReactNode {
  const knowsMatched = rows.some(({ matched }) => matched !== undefined);
  const knowsScores = rows.some(({ mean }) => mean !== undefined);
  return (
    <Table
      caption={capital(who)}
      heads={[
        title,
        knowsMatched ? 'Have a partner' : 'Could be matched',
        ...(knowsScores ? ['Mean score', 'Worst score'] : []),
      ]}
      rows={rows.map(({ group, isFew, eligible, matched, mean, worst }) => {
        const missing = matched === 0 ? 'none' : 'not shown';
        return {
          group,
          isFew,
          cells: [
            matched === undefined ? String(eligible) : inNumbers({ part: matched, of: eligible }),
            ...(knowsScores ? (mean === undefined ? [missing, missing] : [String(mean), worst ?? missing]) : []),
          ],
        };
      })}
    />
  );
}

function Table({
  caption,
  heads,
  rows,
}: {
  caption: string;
  heads: readonly string[];
  rows: readonly { group: string; isFew: boolean; cells: readonly string[] }[];
}): ReactNode {
  return (
    <table className="audit">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th scope="col" key={head}>
              {oneLine(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ group, isFew, cells }) => (
          <tr key={group}>
            <th scope="row">
              {oneLine(group)}
              {isFew && <small> (few)</small>}
            </th>
            {cells.map((cell, index) => (
              <td key={heads[index + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export const auditStyle = `
.audit{table-layout:fixed}
.audit caption{font-weight:600;color:inherit;padding-block-start:.5rem}
.audit tbody tr{border-block-end:1px solid var(--line)}
.audit th:first-child{width:31%}.audit th:nth-child(2){width:29%}
.note,small{color:var(--soft);font-size:.875rem}
.note{margin:0 0 .5rem}
`;
