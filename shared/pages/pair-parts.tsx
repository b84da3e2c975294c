import type { ReactNode } from 'react';
import { oneLine } from '#shared/emails/render/clean.ts';
import type { Words } from '#shared/words/index.ts';
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
export function Strike({
  pair: { id, struck },
  words: { committeePage },
}: {
  pair: { id: string; struck?: string };
  words: Words;
}): ReactNode {
  return (
    <fieldset>
      <label className="option">
        <input type="checkbox" name={strikeField} value={id} form="answers" defaultChecked={struck !== undefined} />{' '}
        {committeePage.strike}
      </label>
      <label className="hint">
        {struck ? committeePage.whyStruckBefore : committeePage.whyStruck}{' '}
        <input type="text" name={reasonField(id)} form="answers" maxLength={500} />
      </label>
    </fieldset>
  );
}

export function Votes({ of, words }: { of: readonly string[]; words: Words }): ReactNode {
  const { votes } = words.committeePage;
  if (of.length === 0) return <p className="hint">{votes.none}</p>;
  return (
    <div className="others">
      <p>{votes.heading}</p>
      <Lines of={of} />
    </div>
  );
}

export function Speaks({
  pair: { score, speaks, work },
  words: { committeePage, proposedPairs },
}: {
  pair: ShownPair;
  words: Words;
}): ReactNode {
  return (
    <>
      <p className="score">{proposedPairs.score({ score })}</p>
      {work && <p className="work">{oneLine(work)}</p>}
      {speaks.length > 0 ? (
        <ul className="speaks">
          {speaks.map((reason) => (
            <li key={reason}>{oneLine(reason)}</li>
          ))}
        </ul>
      ) : (
        <p className="hint">{committeePage.factors.speakNot}</p>
      )}
    </>
  );
}

/** A row of figures for each factor, with its sentence below: four columns would not fit a telephone. */
export function Factors({
  pair: { score, factors, alternative },
  words: { committeePage },
}: {
  pair: ShownPair;
  words: Words;
}): ReactNode {
  const said = committeePage.factors;
  return (
    <details>
      <summary>{alternative ? said.allAndAlternative : said.all}</summary>
      <table className="factors">
        <caption>{said.caption({ points: score })}</caption>
        <thead>
          <tr>
            <th scope="col">{said.factor}</th>
            <th scope="col">{said.weight}</th>
            <th scope="col">{said.points}</th>
          </tr>
        </thead>
        {factors.map(({ title, share, points, words }) => (
          <tbody key={title}>
            <tr>
              <th scope="rowgroup">{oneLine(title)}</th>
              <td>{said.share({ percent: share })}</td>
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
