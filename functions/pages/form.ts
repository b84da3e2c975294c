import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type AskedForm, definitionOf } from '#domain/asked.ts';
import type { Cohort, Instant } from '#domain/cohort.ts';
import type { FormDefinition } from '#domain/form.ts';
import { shownName } from '#domain/names/called.ts';
import type { Person } from '#domain/person.ts';
import type { ProgramDefinition } from '#domain/program.ts';
import { declinedUntil } from '#domain/promises.ts';
import { isOpen, lateCounts, takesAnswers } from '#domain/purposes.ts';
import { withShownNames } from '#shared/emails/context.ts';
import { dayOf, deadline } from '#shared/emails/phrases.ts';
import { randomId } from '#shared/ids.ts';
import { isGranted, settleLate } from '#shared/intake/late.ts';
import { namedPeople } from '#shared/intake/named-people.ts';
import { heardFrom } from '#shared/intake/reachable.ts';
import { receipt } from '#shared/intake/receipt.ts';
import { stillStands } from '#shared/intake/standing.ts';
import { take } from '#shared/intake/take.ts';
import { committeeParts, decisionParts } from '#shared/pages/committee-parts.tsx';
import { type Around, formPage } from '#shared/pages/form-page.tsx';
import { closedPage, unknownLinkPage } from '#shared/pages/message-pages.tsx';
import { readFormPost, readStrikes } from '#shared/pages/read-post.ts';
import { declinedPage, thankYouPage } from '#shared/pages/thank-you-page.tsx';
import { idIn } from '#shared/signing.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as forms from '#shared/store/forms.ts';
import * as pairs from '#shared/store/pairs.ts';
import * as people from '#shared/store/people.ts';
import { committeeContent, decisionContent } from './committee.ts';
import { answer, type Visit } from './visit.ts';
import { othersVotes } from './votes.ts';

interface Opened {
  cohort: Cohort;
  program: ProgramDefinition;
  person: Person;
  form: AskedForm;
  definition: FormDefinition;
}

/** The form that a link opens, or the page that says why it opens none. */
async function open({ token, now }: Visit): Promise<Opened | { instead: APIGatewayProxyStructuredResultV2 }> {
  const id = await idIn('page', token);
  const form = id === undefined ? undefined : await forms.formById(id);
  const found = form && (await cohorts.cohort(form.cohort));
  const cohort = found && withShownNames(found);
  const person = form && (await people.person(form.cohort, form.person));
  // A confirmation is answered from the mailbox that it is about: a page would prove nothing.
  if (!form || !cohort || !person || form.purpose === 'confirm') return { instead: answer(404, unknownLinkPage()) };
  const program = await cohorts.program(cohort.id);
  const definition = definitionOf(form, program);
  const isInTime = isOpen(cohort, form, now) && (await stillStands(form));
  if (!isInTime && !(await isGranted(cohort, form, now))) {
    const mayReply = lateCounts(cohort, form.purpose, now);
    return { instead: answer(410, closedPage({ cohort, title: definition.title, mayReply })) };
  }
  return { cohort, program, person, form, definition: await asAskedNow(form, definition) };
}

/** A ballot needs no vote on pairs that are no longer proposed, not even where one was cast. */
async function asAskedNow(form: AskedForm, definition: FormDefinition): Promise<FormDefinition> {
  if (form.purpose !== 'ballot') return definition;
  const proposed = new Set(
    (await pairs.pairs(form.cohort)).filter(({ status }) => status === 'proposed').map(({ id }) => id),
  );
  const questions = definition.questions.map((one) => (proposed.has(one.key) ? one : { ...one, required: false }));
  return { ...definition, questions };
}

export async function asked(visit: Visit): Promise<APIGatewayProxyStructuredResultV2> {
  const opened = await open(visit);
  return 'instead' in opened ? opened.instead : answer(200, await shown(opened, visit));
}

export async function answered(visit: Visit): Promise<APIGatewayProxyStructuredResultV2> {
  const opened = await open(visit);
  if ('instead' in opened) return opened.instead;
  const { cohort, program, person, form, definition } = opened;
  const { answers, comments, errors, declines } = readFormPost(definition, visit.body, {
    needsReasons: form.purpose === 'ballot',
  });
  const strikes = form.purpose === 'decision' ? await strikesOf(opened, visit.body) : undefined;
  errors.push(...(strikes?.errors ?? []));
  if (errors.length > 0) return answer(422, await shown(opened, visit, { body: visit.body, errors }));
  // A ballot's page leaves out pairs that are no longer proposed: votes on them are kept, for they may come back.
  const isWhole = !declines && form.purpose !== 'ballot';
  const given = {
    reply: randomId('web'),
    answers,
    comments,
    unclear: [],
    note: '',
    declines,
    isWhole,
    ...(strikes && { struck: strikes.struck }),
  };
  await heardFrom(person, visit.now);
  const stored = await take(cohort, program, form, given, visit.now);
  if (form.purpose === 'late') await settleLate(cohort, program, stored, visit.now);
  await receipt(cohort, program, { before: form, stored, reply: given.reply, declines }, visit.now);
  const back = { cohort, person, form: `/f/${visit.token}` };
  if (declines) {
    const until = declinedUntil(visit.now, cohort.timeZone);
    return answer(200, declinedPage({ ...back, until: dayOf(until, { cohort, now: visit.now }) }));
  }
  const next = nextOnPage(stored);
  const named = await namedPeople(program, stored);
  const thanks = {
    ...back,
    named,
    definition,
    answers: stored.answers,
    comments: stored.comments,
    ...(next && { next }),
  };
  return answer(200, thankYouPage(thanks));
}

async function strikesOf({ cohort, program, form }: Opened, body: URLSearchParams) {
  return readStrikes(body, (await decisionContent(cohort, program, form)).pairs);
}

function nextOnPage({ purpose, status }: AskedForm): string | undefined {
  if (purpose !== 'ballot' || status !== 'complete') return undefined;
  return 'If you go back to your answers, you now see how the others have voted.';
}

async function shown(
  { cohort, program, person, form, definition }: Opened,
  { now }: Visit,
  sent?: Parameters<typeof formPage>[0]['sent'],
) {
  const others = await othersVotes(cohort, form);
  const around = await aroundOf(cohort, program, form, definition);
  return formPage({
    cohort,
    person,
    definition,
    answers: form.answers,
    comments: form.comments,
    canDecline: form.purpose === 'application',
    asksReasons: form.purpose === 'ballot',
    ...(others && { others }),
    ...(around && { around }),
    intro: `${aboutPartner(form)}${introOf(form, { cohort, now })}`,
    ...(sent && { sent }),
  });
}

/** What those who decide on pairs see besides their form. */
async function aroundOf(
  cohort: Cohort,
  program: ProgramDefinition,
  form: AskedForm,
  { questions }: FormDefinition,
): Promise<Around | undefined> {
  if (form.purpose === 'ballot') return committeeParts(await committeeContent(cohort, program, { ...form, questions }));
  if (form.purpose === 'decision') return decisionParts(await decisionContent(cohort, program, form));
  return undefined;
}

/** Whoever has two partners has two pages that ask the same. */
function aboutPartner({ partner }: AskedForm): string {
  return partner ? `About you and ${shownName(partner.name)}. ` : '';
}

/** Until when it is open, unless that is past or nobody's to say: then who has let it be open. */
function introOf(form: AskedForm, { cohort, now }: { cohort: Cohort; now: Instant }): string {
  if (form.purpose === 'late') return 'Take as long as you need.';
  if (form.purpose === 'decision') return 'The pairs, the votes and how groups fared are below.';
  if (takesAnswers(cohort, form.purpose, now)) return `Open until ${deadline(form.purpose, { cohort, now })}.`;
  return `${cohort.coordinator.name} has said that late answers count.`;
}
