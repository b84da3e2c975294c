import type { ReactNode } from 'react';
import { oneLine } from '#shared/emails/render/clean.ts';
import { Lines } from './lines.tsx';
import { reasonField, strikeField } from './read-post.ts';

export interface VotedPair {
  id: string;
  mentor: string;
  mentee: string;
  /** A line each: who, what, and why not. */
  votes: readonly string[];
}

export interface ShownPair {
  /** In points of 100, like those of the factors. */
  score: number;
  /** Where the two work, as a sentence. */
  work?: string;
  speaks: readonly string[];
  /** All factors that count, the weightiest first; `share` is the part of the weights, in percent. */
  factors: readonly { title: string; share: number; points: number; words: string }[];
  alternative?: string;
}

/** Belongs to the form at the top of the page, wherever it stands. */
export function Strike({ pair: { id, struck } }: { pair: { id: string; struck?: string } }): ReactNode {
  return (
    <fieldset>
      <label className="option">
        <input type="checkbox" name={strikeField} value={id} form="answers" defaultChecked={struck !== undefined} />{' '}
        Leave this pair out
      </label>
      <label className="hint">
        {struck ? 'Why? (said before; leave it empty to keep that) ' : 'Why? '}
        <input type="text" name={reasonField(id)} form="answers" maxLength={500} />
      </label>
    </fieldset>
  );
}

export function Votes({ of }: { of: readonly string[] }): ReactNode {
  if (of.length === 0) return <p className="hint">Nobody has voted on it.</p>;
  return (
    <div className="others">
      <p>Votes:</p>
      <Lines of={of} />
    </div>
  );
}

export function Speaks({ pair: { score, speaks, work } }: { pair: ShownPair }): ReactNode {
  return (
    <>
      <p className="score">{`Score ${score} of 100.`}</p>
      {work && <p className="work">{oneLine(work)}</p>}
      {speaks.length > 0 ? (
        <ul className="speaks">
          {speaks.map((words) => (
            <li key={words}>{oneLine(words)}</li>
          ))}
        </ul>
      ) : (
        <p className="hint">No factor speaks clearly for this pair.</p>
      )}
    </>
  );
}

/** A row of figures for each factor, with its sentence below: four columns would not fit a telephone. */
export function Factors({ pair: { score, factors, alternative } }: { pair: ShownPair }): ReactNode {
  return (
    <details>
      <summary>{alternative ? 'All factors, and what would be without this pair' : 'All factors'}</summary>
      <table className="factors">
        <caption>{`What the ${score} points are made of`}</caption>
        <thead>
          <tr>
            <th scope="col">Factor</th>
            <th scope="col">Weight</th>
            <th scope="col">Points</th>
          </tr>
        </thead>
        {factors.map(({ title, share, points, words }) => (
          <tbody key={title}>
            <tr>
              <th scope="rowgroup">{oneLine(title)}</th>
              <td>{`${share}%`}</td>
              <td>{points}</td>
            </tr>
            <tr>
              <td colSpan={3}>{oneLine(words)}</td>
            </tr>
          </tbody>
        ))}
      </table>
      {alternative && <p>{oneLine(alternative)}</p>}
    </details>
  );
}
