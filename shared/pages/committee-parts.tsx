import type { ReactNode } from 'react';
import type { Audit } from '#domain/matching/audit/audit-tables.ts';
import { oneLine } from '#shared/emails/render/clean.ts';
import type { Words } from '#shared/words/index.ts';
import { AuditTables, auditStyle } from './audit-parts.tsx';
import type { PageSections } from './form-content.ts';
import { Factors, type ShownPair, Speaks, Strike, type VotedPair, Votes } from './pair-parts.tsx';
import { Said } from './words.tsx';

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
  const { words } = content;
  const { gone, askedAnew } = words.committeePage;
  return {
    before: <Before content={content} />,
    after: <After content={content} />,
    questions: Object.fromEntries(
      Object.entries(content.pairs).map(([key, pair]) => [
        key,
        { words: <Speaks pair={pair} words={words} />, more: <Factors pair={pair} words={words} /> },
      ]),
    ),
    closed: Object.fromEntries(
      Object.entries(content.closed).map(([key, why]) => [key, why === 'gone' ? gone : askedAnew]),
    ),
    style,
  };
}

/** The decision to publish as a page: below the question stands what it is about. */
export function decisionParts(content: DecisionContent): PageSections {
  return {
    before: content.isApplicant && <OwnLeftOut words={content.words} />,
    after: (
      <>
        <Standing content={content} />
        <Rejected content={content} />
        <After content={content} />
      </>
    ),
    questions: {},
    closed: {},
    style,
  };
}

function Standing({ content: { pairs, words } }: { content: DecisionContent }): ReactNode {
  const { committeePage } = words;
  return (
    <section>
      <h2>{committeePage.pairs}</h2>
      <p>{pairs.length === 0 ? committeePage.noPair : committeePage.howToStrike}</p>
      {pairs.map((pair) => (
        <div key={pair.id}>
          <h3>{named(pair, words)}</h3>
          <Speaks pair={pair} words={words} />
          <Votes of={pair.votes} words={words} />
          <Factors pair={pair} words={words} />
          <Strike pair={pair} words={words} />
        </div>
      ))}
    </section>
  );
}

function Rejected({ content: { rejected, words } }: { content: DecisionContent }): ReactNode {
  if (rejected.length === 0) return null;
  return (
    <section>
      <h2>{words.committeePage.rejected}</h2>
      {rejected.map((pair) => (
        <div key={pair.id}>
          <h3>{named(pair, words)}</h3>
          <Votes of={pair.votes} words={words} />
        </div>
      ))}
    </section>
  );
}

function named({ mentor, mentee }: VotedPair, { proposedPairs }: Words): string {
  return proposedPairs.asMentor({ mentor: oneLine(mentor), mentee: oneLine(mentee) });
}

function OwnLeftOut({ words }: { words: Words }): ReactNode {
  return <p>{words.committeePage.ownLeftOut}</p>;
}

function Before({
  content: { unmatched, held, isApplicant, hasVoted, words },
}: {
  content: CommitteeContent;
}): ReactNode {
  const { committeePage, ballot } = words;
  const { intro: _, ...prompts } = ballot.prompts;
  const below = committeePage.below({
    knowsUnmatched: unmatched ? 'yes' : 'no',
    areHeld: held.length > 0 ? 'yes' : 'no',
    ...{ unmatched: '#no-partner', held: '#held', audit: '#audit' },
  });
  return (
    <>
      <p>{committeePage.vote({ hasVoted: hasVoted ? 'yes' : 'no' })}</p>
      {isApplicant && <OwnLeftOut words={words} />}
      <h2>{committeePage.beforeVoting}</h2>
      <ul>
        {Object.values(prompts).map((prompt) => (
          <li key={prompt}>{prompt}</li>
        ))}
      </ul>
      <p className="jump">
        <Said of={below} />
      </p>
      <h2>{committeePage.pairs}</h2>
    </>
  );
}

function After({ content }: { content: Beside }): ReactNode {
  const { held, audits, words } = content;
  const said = words.committeePage;
  return (
    <>
      <WithoutPartner content={content} />
      {held.length > 0 && (
        <section>
          <h2 id="held">{said.held.heading}</h2>
          <p>{said.held.names({ names: words.enumeration(held.map(oneLine)) })}</p>
        </section>
      )}
      <section>
        <h2 id="audit">{said.audit}</h2>
        <AuditTables audits={audits} words={words} />
      </section>
    </>
  );
}

function WithoutPartner({ content: { unmatched, isApplicant, words } }: { content: Beside }): ReactNode {
  if (!unmatched) return null;
  const said = words.committeePage.unmatched;
  return (
    <section>
      <h2 id="no-partner">{said.heading}</h2>
      {unmatched.length === 0 && <p>{isApplicant ? said.nobodyElse : said.nobody}</p>}
      {(['mentee', 'mentor'] as const).map((role) => (
        <Unmatched key={role} role={role} of={unmatched.filter((one) => one.role === role)} words={words} />
      ))}
    </section>
  );
}

/** More names than this are folded away, so that what comes after them is found. */
const mostAtOnce = 12;

function Unmatched({
  role,
  of,
  words,
}: {
  role: 'mentor' | 'mentee';
  of: NonNullable<Beside['unmatched']>;
  words: Words;
}): ReactNode {
  if (of.length === 0) return null;
  const said = words.committeePage.unmatched;
  const list = (
    <ul className="people">
      {of.map(({ name, why, change }) => (
        <li key={`${name} ${why}`}>
          <Said of={said.why({ name: oneLine(name), why: oneLine(why) })} />
          {change && <span className="change">{` ${oneLine(change)}`}</span>}
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <h3>{said.ofRole({ role })}</h3>
      {of.length > mostAtOnce ? (
        <details>
          <summary>{said.show({ role, people: of.length })}</summary>
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
