import type { ReactNode } from 'react';
import type { Audit, PeopleRow, RoleRow } from '#domain/matching/audit/audit-tables.ts';
import { flagsIn } from '#domain/matching/audit/group-audit.ts';
import { oneLine } from '#shared/emails/render/clean.ts';
import {
  auditNoteWords,
  auditTitle,
  flagWords,
  groupWords,
  shareWords,
  worstWords,
} from '#shared/words/audit-words.ts';
import type { Words } from '#shared/words/index.ts';

/** How groups fared with the proposal: what stands out in words first, then the figures. */
export function AuditTables({ audits, words }: { audits: readonly Audit[]; words: Words }): ReactNode {
  const { page } = words.audit;
  if (audits.length === 0) return <p>{page.nothing}</p>;
  const clear = flagsIn(audits) ?? [];
  return (
    <>
      <p>{page.about}</p>
      {clear.length > 0 ? (
        <Sentences of={clear.map((flag) => flagWords(flag, words))} />
      ) : (
        <p>
          <strong>{page.even}</strong>
        </p>
      )}
      {audits.map((audit) => (
        <OfQuestion key={audit.about} audit={audit} words={words} />
      ))}
    </>
  );
}

/** More rows than this are folded away. */
const mostRows = 12;

function OfQuestion({ audit, words }: { audit: Audit; words: Words }): ReactNode {
  const { people, mentees, mentors, notes, flags } = audit;
  const { page } = words.audit;
  const title = auditTitle(audit, words);
  const unsure = flags.filter(({ tooSmall }) => tooSmall).map((flag) => flagWords({ ...audit, ...flag }, words));
  const tables = (
    <>
      {people && <People rows={people} title={title} words={words} />}
      {mentees && <OfRole rows={mentees} title={title} who="mentees" words={words} />}
      {mentors && <OfRole rows={mentors} title={title} who="mentors" words={words} />}
    </>
  );
  const rows = (people ?? mentees ?? mentors)?.length ?? 0;
  return (
    <>
      <h3>{oneLine(title)}</h3>
      {rows > mostRows ? (
        <details>
          <summary>{page.show({ groups: rows })}</summary>
          {tables}
        </details>
      ) : (
        tables
      )}
      {unsure.length > 0 && (
        <details>
          <summary>{page.unsure({ rates: unsure.length })}</summary>
          <Sentences of={unsure} />
        </details>
      )}
      {[...notes.map((note) => auditNoteWords(note, words)), ...(isPlace(audit) ? [] : [page.frozen])].map((note) => (
        <p className="note" key={note}>
          {note}
        </p>
      ))}
    </>
  );
}

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

function People({ rows, title, words }: { rows: readonly PeopleRow[]; title: string; words: Words }): ReactNode {
  const knowsInvited = rows.some(({ invited }) => invited !== undefined);
  const knowsEligible = rows.some(({ eligible }) => eligible !== undefined);
  const { page } = words.audit;
  return (
    <Table
      caption={page.applications}
      heads={[title, knowsInvited ? page.appliedOfInvited : page.applied, ...(knowsEligible ? [page.mayTakePart] : [])]}
      few={page.few}
      rows={rows.map(({ group, isFew, invited, applied, eligible }) => ({
        group: groupWords(group, words),
        isFew,
        cells: [
          invited === undefined ? String(applied) : shareWords({ part: applied, of: invited }, words),
          ...(eligible === undefined ? [] : [shareWords({ part: eligible, of: applied }, words)]),
        ],
      }))}
    />
  );
}

function OfRole({
  rows,
  title,
  who,
  words,
}: {
  rows: readonly RoleRow[];
  title: string;
  who: 'mentees' | 'mentors';
  words: Words;
}): ReactNode {
  const knowsMatched = rows.some(({ matched }) => matched !== undefined);
  const knowsScores = rows.some(({ mean }) => mean !== undefined);
  const { page } = words.audit;
  return (
    <Table
      caption={page[who]}
      heads={[title, knowsMatched ? page.matched : page.eligible, ...(knowsScores ? [page.mean, page.worst] : [])]}
      few={page.few}
      rows={rows.map(({ group, isFew, eligible, matched, mean, worst }) => {
        const missing = matched === 0 ? page.none : page.withheld;
        return {
          group: groupWords(group, words),
          isFew,
          cells: [
            matched === undefined ? String(eligible) : shareWords({ part: matched, of: eligible }, words),
            ...(knowsScores
              ? mean === undefined
                ? [missing, missing]
                : [String(mean), worst ? worstWords(worst, words) : missing]
              : []),
          ],
        };
      })}
    />
  );
}

function Table({
  caption,
  heads,
  few,
  rows,
}: {
  caption: string;
  heads: readonly string[];
  /** What stands beside a group of few. */
  few: string;
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
              {isFew && <small>{few}</small>}
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
