import type { ReactNode } from 'react';
import { type Weights, weightsInUse, whyFixed } from '#domain/matching/scoring/factor-weights.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import type { Factor } from '#domain/program/matching-definition.ts';
import { doneAt, milestoneOf, stageOfKind } from '#domain/program/milestones.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import { capital, dayOf, deadline } from '#shared/emails/parts/phrases.ts';
import { oneLine } from '#shared/emails/render/clean.ts';
import type { WeightsPreview } from '#shared/weights/preview.ts';
import { wordsOf } from '#shared/words/index.ts';
import { type Page, page } from './page.tsx';
import type { PostError } from './read-post.ts';
import { readWeights, weightField } from './read-weights.ts';
import { WeightsComparison } from './weights-comparison.tsx';

export interface WeightsPageContent {
  cohort: Cohort;
  program: ProgramDefinition;
  now: Instant;
  /** What was sent just now: it is shown as it was typed. */
  sent?: { body: URLSearchParams; errors: readonly PostError[] };
  /** What the weights that were sent would change. */
  comparison?: WeightsPreview;
  /** Whether they were put to use just now. */
  isUsed?: boolean;
}

const rules = `
h3{font-size:1rem;line-height:1.3;margin:1.5rem 0 .5rem}
.weight{display:grid;grid-template-columns:1fr 5.5rem;align-items:center;gap:0 1rem;margin:0 0 1rem}
.weight label{font-weight:600;grid-column:1}
.weight input{grid-column:2;grid-row:1/span 2;text-align:end}
.weight label:has(+input:last-child){grid-row:1/span 2}
.weight .hint{grid-column:1;margin:0}
.weight .error{grid-column:1/-1;margin:.25rem 0 0}
.notice{border:2px solid var(--accent);border-radius:.25rem;padding:.75rem 1rem;margin:0 0 1.5rem}
.changes{border-block-start:1px solid var(--line);padding-block-start:1.5rem;margin-block-start:1.5rem}
.pairs{list-style:none;padding:0}
.pairs>li{margin:0 0 1rem}
.pairs ul{margin:0;list-style:disc}
.names>li{margin:0 0 .25rem}`;

/** The weights of a cohort's matching, for its coordinator: to try out others, and to use them. Works without scripts. */
export function weightsPage(content: WeightsPageContent): Page {
  const { cohort, sent, comparison } = content;
  const errors = sent?.errors ?? [];
  const title = 'What counts in the matching';
  return page({
    title: errors.length > 0 ? `Not done yet: ${title}` : title,
    cohort,
    extraStyle: rules,
    children: (
      <>
        <h1>{title}</h1>
        <Summary errors={errors} factors={content.program.matching.factors} />
        {content.isUsed && (
          <p className="notice" role="status">
            <strong>These weights are in use now.</strong>
            {` ${afterwards(content)}`}
          </p>
        )}
        <p>
          {`For ${oneLine(cohort.coordinator.name)}. Each pair gets a score from 0 to 100. The weights say how much each of these counts for it. Only how they compare matters: twice the number counts twice as much, and 0 does not count at all.`}
        </p>
        <form method="post" noValidate id={formId}>
          <Fields content={content} />
          <p className="buttons">
            <button type="submit" name="do" value="show" formAction="#changes">
              Show what would change
            </button>
            <button type="submit" name="do" value="use" className="quiet">
              Use these weights
            </button>
          </p>
        </form>
        <p>{`Showing what would change saves nothing, and nobody is told. ${beforehand(content)}`}</p>
        {comparison && (
          <WeightsComparison comparison={comparison} cohort={cohort}>
            <button type="submit" form={formId} name="do" value="use" className="quiet">
              Use these weights
            </button>
          </WeightsComparison>
        )}
      </>
    ),
  });
}

/** Instead of that page when it is too late: which weights counted. */
export function fixedWeightsPage({ cohort, program }: Pick<WeightsPageContent, 'cohort' | 'program'>): Page {
  const used = weightsInUse(cohort, program);
  const shares = sharesOf(used);
  const why = whyFixed(cohort);
  return page({
    title: "The weights can't be changed any more",
    cohort,
    children: (
      <>
        <h1>The weights can't be changed any more</h1>
        {why && <p>{`${wordsOf(cohort.language).weights.fixed[why]} There is nothing to do.`}</p>}
        <h2>The weights of this cohort</h2>
        <dl>
          {program.matching.factors.map(({ id, title }) => [
            <dt key={id}>{oneLine(title)}</dt>,
            <dd key={`${id} weight`}>{`${used[id]} (${shares[id]} of the score)`}</dd>,
          ])}
        </dl>
      </>
    ),
  });
}

function Summary({ errors, factors }: { errors: readonly PostError[]; factors: readonly Factor[] }): ReactNode {
  if (errors.length === 0) return null;
  const titleOf = (key: string) => oneLine(factors.find(({ id }) => id === key)?.title ?? key);
  return (
    <div className="summary" role="alert">
      <h2>
        {errors.length === 1
          ? 'Nothing was changed yet: one weight needs a look'
          : `Nothing was changed yet: ${errors.length} weights need a look`}
      </h2>
      <ul>
        {errors.map(({ key, message }) => (
          <li key={key}>
            <a href={`#${fieldId(key)}`}>{`${titleOf(key)}: ${message}`}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Fields({ content: { cohort, program, sent } }: { content: WeightsPageContent }): ReactNode {
  const { factors } = program.matching;
  const used = weightsInUse(cohort, program);
  const errors = sent?.errors ?? [];
  const given = { ...used, ...(sent && readWeights(factors, sent.body).weights) };
  // What a share would be of numbers that are in part no numbers, nobody can say.
  const shares = errors.length === 0 ? sharesOf(given) : undefined;
  return factors.map(({ id, title, weight }) => {
    const error = errors.find(({ key }) => key === id)?.message;
    const hint = [
      ...(shares ? [`${shares[id]} of the score.`] : []),
      ...(given[id] !== used[id] || error ? [`In use now: ${used[id]}.`] : []),
      ...(used[id] !== weight ? [`The program's own: ${weight}.`] : []),
    ].join(' ');
    const described = [hint && `${fieldId(id)}-hint`, error && `${fieldId(id)}-error`].filter(Boolean).join(' ');
    return (
      <div className={error ? 'weight wrong' : 'weight'} key={id}>
        <label htmlFor={fieldId(id)}>{oneLine(title)}</label>
        {/* Not type="number": a wheel would change it unseen, and what is no number would be lost before we could ask. */}
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          id={fieldId(id)}
          name={weightField(id)}
          defaultValue={sent?.body.get(weightField(id)) ?? String(used[id])}
          {...(described && { 'aria-describedby': described })}
          {...(error && { 'aria-invalid': true })}
        />
        {hint && (
          <p className="hint" id={`${fieldId(id)}-hint`}>
            {hint}
          </p>
        )}
        {error && (
          <p className="error" id={`${fieldId(id)}-error`}>
            {error}
          </p>
        )}
      </div>
    );
  });
}

const formId = 'weights';

function fieldId(factor: string): string {
  return `w-${factor}`;
}

/** "30%", and "less than 1%" for what counts but little. */
function sharesOf(weights: Readonly<Weights>): Record<string, string> {
  const sum = Object.values(weights).reduce((total, weight) => total + weight, 0);
  const words = (weight: number) => {
    const percent = sum > 0 ? (100 * weight) / sum : 0;
    return percent > 0 && percent < 1 ? 'less than 1%' : `${Math.round(percent)}%`;
  };
  return Object.fromEntries(Object.entries(weights).map(([id, weight]) => [id, words(weight)]));
}

/** What using other weights would do, as the cohort stands. */
function beforehand({ cohort, now }: WeightsPageContent): string {
  if (!doneAt(cohort, 'match', 'open')) return `If you use other weights, ${whenMatchingOpens({ cohort, now })}.`;
  return `If you use other weights, the pairs are proposed anew with them: pairs that stay keep their votes, and the committee is asked about the new ones only. You can do so until the votes have ended, on ${deadline({ purpose: 'ballot' }, { cohort, now })} at the latest.`;
}

/** What comes of it now that they are used. */
function afterwards({ cohort, now }: WeightsPageContent): string {
  if (!doneAt(cohort, 'match', 'open')) return capital(`${whenMatchingOpens({ cohort, now })}.`);
  return 'The pairs are proposed anew with them. Pairs that stay keep their votes, and the committee is asked about the new ones only.';
}

function whenMatchingOpens({ cohort, now }: Pick<WeightsPageContent, 'cohort' | 'now'>): string {
  const opens = milestoneOf(stageOfKind(cohort, 'match'), 'open').at;
  return `the pairs will be proposed with them when matching opens${opens > now ? `, on ${dayOf(opens, { cohort, now })}` : ''}`;
}
