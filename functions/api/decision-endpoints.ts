import { isDeepStrictEqual } from 'node:util';
import { takesAnswers } from '#domain/forms/answer-period.ts';
import type { AskedForm } from '#domain/forms/form-record.ts';
import type { Cohort } from '#domain/program/cohort.ts';
import { doneAt } from '#domain/program/milestones.ts';
import { tally } from '#domain/votes.ts';
import type { Decision } from '#shared/http/api-bodies.ts';
import { api } from '#shared/http/api-routes.ts';
import { randomId } from '#shared/ids.ts';
import { decisionForm, decisionOf, decisionsOn, pairsToPublish } from '#shared/intake/decision-forms.ts';
import { recordPageOrApiAnswers } from '#shared/intake/record-page-or-api-answers.ts';
import { type Fault, pointer } from '#shared/problem.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as events from '#shared/store/events.ts';
import * as forms from '#shared/store/forms.ts';
import * as people from '#shared/store/people.ts';
import { wordsOf } from '#shared/words/index.ts';
import { wake } from '#shared/workflow/wake.ts';
import { type ApiRequest, bodyOf, cohortOf } from './api-request.ts';
import { problem } from './problem-words.ts';
import { json } from './responses.ts';

/** Once the votes have ended, the pairs that wait to be published, with the votes on them, and what the coordinator has said. */
export async function getDecision(request: ApiRequest) {
  return json(200, await view(await cohortOf(request), request));
}

/**
 * The coordinator's word on whether the pairs are published, and which are left out, each with a reason, as on the page of
 * the decision. Saying the same again changes nothing, also once the pairs are published.
 */
export async function giveDecision(request: ApiRequest) {
  const cohort = await cohortOf(request);
  const wanted = bodyOf(api.routes.giveDecision, request);
  const person = coordinatorOf(cohort);
  const before = await decisionOf(cohort, person);
  if (isSaid(before, wanted)) {
    // We may have been cut off between writing it and waking the workflow.
    await wake(cohort.id);
    return json(200, await view(cohort, request));
  }
  const why = await whyClosed(cohort, request);
  if (why) throw problem(409, ({ noDecision }) => [noDecision.title, why]);
  const waiting = await pairsToPublish(cohort, person);
  bodyOf(api.routes.giveDecision, request, () => faultsOf(wanted, new Set(waiting.map(({ pair }) => pair))));
  const form = before ?? (await opened(cohort, request));
  const { publish, without } = wanted;
  const given = { answers: { publish }, unclear: [], comments: {}, note: '', declines: false, isWhole: true };
  const struck = struckBy(without);
  const about = { cohort, program: await cohorts.program(cohort.id), now: request.now };
  const coordinator = { id: person, ...cohort.coordinator, ...(cohort.owner !== undefined && { owner: cohort.owner }) };
  await recordPageOrApiAnswers({ ...about, person: coordinator }, form, { ...given, reply: randomId('api'), struck });
  const details = { publish, without: without.length };
  await events.note(cohort, { at: request.now, what: 'pairs.decided', who: request.caller.who, of: form.id, details });
  return json(200, await view(cohort, request));
}

function coordinatorOf(cohort: Cohort): string {
  return people.personId(cohort.id, cohort.coordinator.email);
}

function struckBy(without: Decision['without']): Record<string, string> {
  return Object.fromEntries(without.map(({ pair, reason }) => [pair, reason]));
}

function isSaid(form: AskedForm | undefined, { publish, without }: Decision): boolean {
  return form?.answers.publish === publish && isDeepStrictEqual(form.struck ?? {}, struckBy(without));
}

/** The coordinator may decide although only the chair was asked so far. */
async function opened(cohort: Cohort, { now }: ApiRequest): Promise<AskedForm> {
  const form = decisionForm(cohort, coordinatorOf(cohort), now);
  if (await forms.open(form)) return form;
  return (await decisionOf(cohort, form.person)) ?? form;
}

async function whyClosed(cohort: Cohort, { now }: ApiRequest): Promise<string | undefined> {
  const { noDecision } = wordsOf().problems;
  const { status } = cohort;
  if (status === 'cancelled' || status === 'finished') return noDecision.over({ status });
  const published = doneAt(cohort, 'match', 'publish');
  if (published) return noDecision.published({ at: published });
  if (takesAnswers(cohort, { purpose: 'decision' }, now) && (await decisionsOn(cohort)).length > 0) return undefined;
  return noDecision.voting;
}

/** What the schema can't say: pairs that do not wait, that are named twice, or that are left out of nothing. */
function faultsOf({ publish, without }: Decision, waiting: ReadonlySet<string>): Fault[] {
  const { at: said } = wordsOf().problems;
  if (!publish && without.length > 0)
    return [
      {
        pointer: pointer(['without']),
        detail: said.leftOutOfNothing,
      },
    ];
  return without.flatMap(({ pair }, index) => {
    const at = pointer(['without', index, 'pair']);
    if (!waiting.has(pair)) return [{ pointer: at, detail: said.notWaiting({ pair }) }];
    const isFirst = without.findIndex((one) => one.pair === pair) === index;
    return isFirst ? [] : [{ pointer: at, detail: said.pairTwice }];
  });
}

async function view(cohort: Cohort, request: ApiRequest) {
  const person = coordinatorOf(cohort);
  const [form, waiting, ballots, why] = await Promise.all([
    decisionOf(cohort, person),
    pairsToPublish(cohort, person),
    forms.list(cohort.id, 'ballot'),
    whyClosed(cohort, request),
  ]);
  const votes = tally(ballots);
  const votesOn = (pair: string) => ({
    inFavour: votes.for.get(pair) ?? 0,
    against: votes.against.get(pair) ?? 0,
    abstained: votes.abstained.get(pair) ?? 0,
  });
  const hasEnded = doneAt(cohort, 'match', 'decide') !== undefined;
  return {
    open: why === undefined,
    ...(form?.answers.publish !== undefined && { publish: form.answers.publish }),
    without: Object.entries(form?.struck ?? {}).map(([pair, reason]) => ({ pair, reason })),
    // A coordinator who is on the committee votes without seeing the votes of others.
    pairs: hasEnded ? waiting.map((one) => ({ ...one, ...votesOn(one.pair) })) : [],
  };
}
