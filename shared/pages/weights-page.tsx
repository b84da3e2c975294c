import type { ReactNode } from 'react';
import { type Weights, weightsInUse, whyFixed } from '#domain/matching/scoring/factor-weights.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import type { Factor } from '#domain/program/matching-definition.ts';
import { doneAt, milestoneOf, stageOfKind } from '#domain/program/milestones.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import { dayOf, deadline } from '#shared/emails/parts/phrases.ts';
import { oneLine } from '#shared/emails/render/clean.ts';
import type { WeightsPreview } from '#shared/weights/preview.ts';
import { type Words, wordsOf } from '#shared/words/index.ts';
import { type Page, page } from './page.tsx';
import { readWeights, type WeightFault, weightField } from './read-weights.ts';
import { WeightsComparison } from './weights-comparison.tsx';
import { Said } from './words.tsx';

export interface WeightsPageContent {
  cohort: Cohort;
  program: ProgramDefinition;
  now: Instant;
  /** What was sent just now: it is shown as it was typed. */
  sent?: { body: URLSearchParams; errors: readonly WeightFault[] };
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
  const words = wordsOf(cohort.language);
  const { weights } = words;
  const isUsedWhen = matchingWhen(content);
  return page({
    title: errors.length > 0 ? weights.titleOfFaults : weights.title,
    cohort,
    extraStyle: rules,
    children: (
      <>
        <h1>{weights.title}</h1>
        <Summary errors={errors} factors={content.program.matching.factors} words={weights} />
        {content.isUsed && (
          <p className="notice" role="status">
            <Said of={weights.used(isUsedWhen)} />
          </p>
        )}
        <p>{weights.intro({ coordinator: oneLine(cohort.coordinator.name) })}</p>
        <form method="post" noValidate id={formId}>
          <Fields content={content} words={weights} />
          <p className="buttons">
            <button type="submit" name="do" value="show" formAction="#changes">
              {weights.show}
            </button>
            <button type="submit" name="do" value="use" className="quiet">
              {weights.use}
            </button>
          </p>
        </form>
        <p>{weights.beforehand(isUsedWhen)}</p>
        {comparison && (
          <WeightsComparison comparison={comparison} cohort={cohort} words={words}>
            <button type="submit" form={formId} name="do" value="use" className="quiet">
              {weights.use}
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
  const shareOf = sharesOf(used);
  const why = whyFixed(cohort);
  const { common, weights } = wordsOf(cohort.language);
  const { fixed } = weights;
  return page({
    title: fixed.title,
    cohort,
    children: (
      <>
        <h1>{fixed.title}</h1>
        {why && <p>{`${fixed[why]} ${common.nothingToDo}`}</p>}
        <h2>{fixed.heading}</h2>
        <dl>
          {program.matching.factors.map(({ id, title }) => [
            <dt key={id}>{oneLine(title)}</dt>,
            <dd key={`${id} weight`}>{fixed.weight({ weight: String(used[id]), ...shareOf(id) })}</dd>,
          ])}
        </dl>
      </>
    ),
  });
}

function Summary({
  errors,
  factors,
  words: { faults },
}: {
  errors: readonly WeightFault[];
  factors: readonly Factor[];
  words: Words['weights'];
}): ReactNode {
  if (errors.length === 0) return null;
  const titleOf = (key: string) => oneLine(factors.find(({ id }) => id === key)?.title ?? key);
  return (
    <div className="summary" role="alert">
      <h2>{faults.heading({ weights: errors.length })}</h2>
      <ul>
        {errors.map(({ key, why }) => (
          <li key={key}>
            <a href={`#${fieldId(key)}`}>{faults.fault({ title: titleOf(key), why: faults[why] })}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Fields({
  content: { cohort, program, sent },
  words,
}: {
  content: WeightsPageContent;
  words: Words['weights'];
}): ReactNode {
  const { factors } = program.matching;
  const used = weightsInUse(cohort, program);
  const errors = sent?.errors ?? [];
  const given = { ...used, ...(sent && readWeights(factors, sent.body).weights) };
  // What a share would be of numbers that are in part no numbers, nobody can say.
  const shareOf = errors.length === 0 ? sharesOf(given) : undefined;
  return factors.map(({ id, title, weight }) => {
    const why = errors.find(({ key }) => key === id)?.why;
    const error = why && words.faults[why];
    const hint = [
      ...(shareOf ? [words.share(shareOf(id))] : []),
      ...(given[id] !== used[id] || error ? [words.inUse({ weight: String(used[id]) })] : []),
      ...(used[id] !== weight ? [words.own({ weight: String(weight) })] : []),
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

/** What each makes up of the score: in percent, or little, which is less than 1%. */
function sharesOf(weights: Readonly<Weights>): (id: string) => { percent: number; isLittle: 'yes' | 'no' } {
  const sum = Object.values(weights).reduce((total, weight) => total + weight, 0);
  return (id) => {
    const percent = sum > 0 ? (100 * (weights[id] ?? 0)) / sum : 0;
    return { percent: Math.round(percent), isLittle: percent > 0 && percent < 1 ? 'yes' : 'no' };
  };
}

/** When pairs are proposed with weights that are used now. */
function matchingWhen({ cohort, now }: WeightsPageContent) {
  const opens = milestoneOf(stageOfKind(cohort, 'match'), 'open').at;
  const isOpen = doneAt(cohort, 'match', 'open') !== undefined;
  return {
    matching: isOpen ? 'open' : opens > now ? 'later' : 'soon',
    day: dayOf(opens, { cohort, now }),
    votesEnd: deadline({ purpose: 'ballot' }, { cohort, now }),
  };
}
