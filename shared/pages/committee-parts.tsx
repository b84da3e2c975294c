import type { ReactNode } from 'react';
import type { Audit } from '#domain/matching/audit/audit-tables.ts';
import { count } from '#shared/emails/parts/phrases.ts';
import { oneLine } from '#shared/emails/render/clean.ts';
import type { Words } from '#shared/words/index.ts';
import { AuditTables, auditStyle } from './audit-parts.tsx';
import type { PageSections } from './form-content.ts';
import { Factors, type ShownPair, Speaks, Strike, type VotedPair, Votes } from './pair-parts.tsx';

/** What those who decide on pairs see beside the pairs. */
interface Beside {
  /** Who has nobody in a role they offered to take; undefined when that was not kept. */
  unmatched?: readonly { name: string; role: 'mentor' | 'mentee'; why: string; change?: string }[];
  /** Names of those whom the coordinator holds back. */
  held: readonly string[];
  audits: readonly Audit[];
  /** The reader has applied too, and is in nothing of this. */
  isApplicant: boolean;
  words: Words;
}

/** What the page of a ballot shows beside the votes. */
export interface CommitteeContent extends Beside {
  /** By the pair's question. */
  pairs: Readonly<Record<string, ShownPair>>;
  /** Questions that need no vote: their pair is no longer proposed, or it was and a newer email asks about it. */
  closed: Readonly<Record<string, 'gone' | 'asked anew'>>;
  /** All votes of the reader are in. */
  hasVoted: boolean;
}

/** What the page of the decision to publish shows beside the question. */
export interface DecisionContent extends Beside {
  /** `struck`: why it is left out, when it is. */
  pairs: readonly (VotedPair & ShownPair & { struck?: string })[];
  rejected: readonly VotedPair[];
}

/** The ballot of a committee as a page: how to vote before it, each pair explained, and what it is part of after it. */
export function committeeParts(content: CommitteeContent): PageSections {
  return {
    before: <Before content={content} />,
    after: <After content={content} />,
    questions: Object.fromEntries(
      Object.entries(content.pairs).map(([key, pair]) => [
        key,
        { words: <Speaks pair={pair} />, more: <Factors pair={pair} /> },
      ]),
    ),
    closed: Object.fromEntries(Object.entries(content.closed).map(([key, why]) => [key, closedWords[why]])),
    style,
  };
}

/** The decision to publish as a page: below the question stands what it is about. */
export function decisionParts(content: DecisionContent): PageSections {
  const { pairs, rejected } = content;
  return {
    before: content.isApplicant && <OwnLeftOut />,
    after: (
      <>
        <section>
          <h2>The pairs</h2>
          {pairs.length === 0 && <p>No pair stands.</p>}
          {pairs.length > 0 && (
            <p>
              To leave a pair out, strike it here, say why, and send the page with a yes above. The others are
              published.
            </p>
          )}
          {pairs.map((pair) => (
            <div key={pair.id}>
              <h3>{`${oneLine(pair.mentor)} as mentor of ${oneLine(pair.mentee)}`}</h3>
              <Speaks pair={pair} />
              <Votes of={pair.votes} />
              <Factors pair={pair} />
              <Strike pair={pair} />
            </div>
          ))}
        </section>
        {rejected.length > 0 && (
          <section>
            <h2>Rejected by the committee</h2>
            {rejected.map((pair) => (
              <div key={pair.id}>
                <h3>{`${oneLine(pair.mentor)} as mentor of ${oneLine(pair.mentee)}`}</h3>
                <Votes of={pair.votes} />
              </div>
            ))}
          </section>
        )}
        <After content={content} />
      </>
    ),
    questions: {},
    closed: {},
    style,
  };
}

function OwnLeftOut(): ReactNode {
  return (
    <p>
      You have applied yourself, so whatever concerns you is left out of this page. You hear about it when everybody
      does.
    </p>
  );
}

const closedWords = {
  gone: 'No longer proposed, no vote needed.',
  'asked anew': 'A newer email of ours asks for your vote on this pair.',
};

function Before({
  content: { unmatched, held, isApplicant, hasVoted, words },
}: {
  content: CommitteeContent;
}): ReactNode {
  const { intro: _, ...prompts } = words.ballot.prompts;
  return (
    <>
      <p>
        {hasVoted
          ? 'All your votes are in, and you can still change them. '
          : 'Please vote on your own: yes or no for each pair. '}
        You see how the others have voted here once the committee has decided. A no needs a reason, which helps to find
        a better partner. A pair that you would rather not judge counts as answered, and for neither side. Nobody
        outside the committee sees a pair before the pairs are published.
      </p>
      {isApplicant && <OwnLeftOut />}
      <h2>Before you vote</h2>
      <ul>
        {Object.values(prompts).map((prompt) => (
          <li key={prompt}>{prompt}</li>
        ))}
      </ul>
      <p className="jump">
        {'Below the pairs: '}
        {unmatched && (
          <>
            <a href="#no-partner">who has no partner</a>
            {', '}
          </>
        )}
        {held.length > 0 && (
          <>
            <a href="#held">who is held back</a>
            {', '}
          </>
        )}
        <a href="#audit">how groups fared</a>.
      </p>
      <h2>The pairs</h2>
    </>
  );
}

function After({ content: { unmatched, held, audits, isApplicant, words } }: { content: Beside }): ReactNode {
  return (
    <>
      {unmatched && (
        <section>
          <h2 id="no-partner">Who has no partner</h2>
          {unmatched.length === 0 && (
            <p>{isApplicant ? 'Everybody else has a partner.' : 'Everybody has a partner.'}</p>
          )}
          {(['mentee', 'mentor'] as const).map((role) => (
            <Unmatched key={role} role={role} of={unmatched.filter((one) => one.role === role)} />
          ))}
        </section>
      )}
      {held.length > 0 && (
        <section>
          <h2 id="held">Held back this time</h2>
          <p>{`${held.map(oneLine).join(', ')}. This is for the committee alone: please don't speak of it to anybody else.`}</p>
        </section>
      )}
      <section>
        <h2 id="audit">How groups fared</h2>
        <AuditTables audits={audits} words={words} />
      </section>
    </>
  );
}

/** More names than this are folded away, so that what comes after them is found. */
const mostAtOnce = 12;

function Unmatched({ role, of }: { role: 'mentor' | 'mentee'; of: NonNullable<Beside['unmatched']> }): ReactNode {
  if (of.length === 0) return null;
  const list = (
    <ul className="people">
      {of.map(({ name, why, change }) => (
        <li key={`${name} ${why}`}>
          <strong>{oneLine(name)}</strong>
          {`: ${oneLine(why)}`}
          {change && <span className="change">{` ${oneLine(change)}`}</span>}
        </li>
      ))}
    </ul>
  );
  const many = count(of.length, role);
  return (
    <>
      <h3>{role === 'mentee' ? 'Mentees without a mentor' : 'Mentors without a mentee'}</h3>
      {of.length > mostAtOnce ? (
        <details>
          <summary>{`Show ${many}`}</summary>
          {list}
        </details>
      ) : (
        list
      )}
    </>
  );
}

/**
 * The field for a reason shows with a no, so that forty pairs are not twice as long. A closed part opens on paper: what is
 * voted on by hand needs its reasons, and room for one's own.
 */
const style = `
h3{font-size:1rem;line-height:1.4;margin:1.25rem 0 .25rem}
section{border-block-start:1px solid var(--line);margin-block-start:2rem;padding-block-start:1.5rem}
form{margin-block-start:.5rem}
legend{font-size:1.0625rem}
.jump{color:var(--soft)}
.score{margin:0;font-weight:600}
.work{margin:0}
.gone{font-weight:600;margin:0;color:var(--soft)}
.speaks,.people{margin:.25rem 0 .5rem;padding-inline-start:1.25rem}
.people li{margin-block-end:.5rem}
.change{color:var(--soft)}
summary{cursor:pointer;color:var(--accent);min-height:2.75rem;padding:.625rem 0}
details{margin:0 0 .25rem}
table{border-collapse:collapse;width:100%;margin:0 0 1rem;font-variant-numeric:tabular-nums}
caption{text-align:start;color:var(--soft);padding-block-end:.25rem}
th,td{text-align:start;vertical-align:top;padding:.375rem .5rem .375rem 0;font-weight:400}
thead th{color:var(--soft);border-block-end:1px solid var(--line);font-size:.875rem}
.factors td{text-align:end;padding-inline-end:0;min-width:3.5rem}
.factors thead th:not(:first-child){text-align:end;padding-inline-end:0}
.factors tbody th{font-weight:600}
.factors td[colspan]{text-align:start;color:var(--soft);padding-block-start:0;border-block-end:1px solid var(--line)}
@media screen{@supports selector(:has(*)){fieldset:not(:has(input[value=no]:checked)) .reason{display:none}}}
@media print{details::details-content{content-visibility:visible;display:block;block-size:auto}summary,.jump{display:none}tr,tbody,li{break-inside:avoid}h2,h3,caption{break-after:avoid}}
${auditStyle}`;
