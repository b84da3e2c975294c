import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { lateCounts, takesAnswers } from '#domain/forms/answer-period.ts';
import type { FormDefinition } from '#domain/forms/form.ts';
import { type AskedForm, definitionOf } from '#domain/forms/form-record.ts';
import { hasPage, isAwaited, isInvitation, isVote, needsReasons, publishesPairs } from '#domain/forms/purposes.ts';
import { shownName } from '#domain/names/called.ts';
import type { Person } from '#domain/person.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import { declinedUntil } from '#domain/promised.ts';
import { namedPeople } from '#domain/replies/outcome/acknowledgement.ts';
import { withWaiting } from '#domain/replies/outcome/decide-page.ts';
import { replyTiming } from '#domain/replies/outcome/reply-timing.ts';
import { whoSeesItWords } from '#shared/emails/applying/invitation.ts';
import { withShownNames } from '#shared/emails/context.ts';
import { dayOf, deadline } from '#shared/emails/parts/phrases.ts';
import { namesFor } from '#shared/intake/load-named-people.ts';
import { endAllLinks } from '#shared/intake/page/end-all-links.ts';
import { takeFromPage } from '#shared/intake/page/from-page.ts';
import { loadTaking } from '#shared/intake/taking.ts';
import { linkedTo, stillOpens } from '#shared/page-links.ts';
import { committeeParts, decisionParts } from '#shared/pages/committee-parts.tsx';
import type { PageSections } from '#shared/pages/form-content.ts';
import { formPage } from '#shared/pages/form-page.tsx';
import { closedPage, endedLinkPage, linksEndedPage, unknownLinkPage } from '#shared/pages/message-pages.tsx';
import { endLinksField, readFormPost, readStrikes } from '#shared/pages/read-post.ts';
import { stoppedPage } from '#shared/pages/stop-pages.tsx';
import { declinedPage, thankYouPage } from '#shared/pages/thank-you-page.tsx';
import { idIn } from '#shared/signing.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as forms from '#shared/store/forms.ts';
import * as pageChanges from '#shared/store/page-changes.ts';
import * as pairs from '#shared/store/pairs.ts';
import * as people from '#shared/store/people.ts';
import { type Words, wordsOf } from '#shared/words/index.ts';
import { titled } from '#shared/words/own-question-words.ts';
import { committeeContent, decisionContent } from './committee-content.ts';
import { othersVotes } from './others-votes.ts';
import { type PageRequest, respond } from './page-request.ts';

interface Opened {
  cohort: Cohort;
  program: ProgramDefinition;
  person: Person;
  stored: AskedForm;
  /** The same with what was sent from the page and waits for its receipt. */
  form: AskedForm;
  definition: FormDefinition;
}

/** The form that a link opens, or the page that says why it opens none. */
async function openForm({ token, now }: PageRequest): Promise<Opened | { instead: APIGatewayProxyStructuredResultV2 }> {
  const signedId = await idIn('page', token);
  const link = signedId === undefined ? undefined : linkedTo(signedId);
  const form = link && (await forms.getById(link.id));
  const found = form && (await cohorts.get(form.cohort));
  const cohort = found && withShownNames(found);
  const person = form && (await people.get(form.cohort, form.person));
  // A confirmation is answered from the mailbox that it is about: a page would prove nothing.
  if (!link || !form || !cohort || !person || !hasPage(form.purpose))
    return { instead: respond(404, unknownLinkPage()) };
  if (!stillOpens(link.edition, person, form)) return { instead: respond(410, endedLinkPage({ cohort })) };
  // They could be sent no receipt, and nothing is asked of them any more.
  if (person.unreachable === 'stopped' || person.unreachable === 'complained')
    return { instead: respond(410, stoppedPage({ cohort, person })) };
  const program = await cohorts.program(cohort.id);
  const definition = titled(definitionOf(form, program), form.purpose, wordsOf(cohort.language));
  if (replyTiming({ cohort, form, now, ...(await loadTaking(cohort, form, { now })) }) === 'too late') {
    const mayReply = lateCounts(cohort, form, now);
    const votes = await othersVotes(cohort, form);
    return { instead: respond(410, closedPage({ cohort, title: definition.title, mayReply, definition, votes })) };
  }
  const left = withWaiting(form, await pageChanges.changesOf(form), program, now);
  return { cohort, program, person, stored: form, form: left, definition: await asAskedNow(form, definition) };
}

/** A ballot needs no vote on pairs that are no longer proposed, not even where one was cast. */
async function asAskedNow(form: AskedForm, definition: FormDefinition): Promise<FormDefinition> {
  if (!isVote(form.purpose)) return definition;
  const proposed = new Set(
    (await pairs.list(form.cohort)).filter(({ status }) => status === 'proposed').map(({ id }) => id),
  );
  const questions = definition.questions.map((one) => (proposed.has(one.key) ? one : { ...one, required: false }));
  return { ...definition, questions };
}

export async function showForm(request: PageRequest): Promise<APIGatewayProxyStructuredResultV2> {
  const opened = await openForm(request);
  return 'instead' in opened ? opened.instead : respond(200, await render(opened, request));
}

export async function submitForm(request: PageRequest): Promise<APIGatewayProxyStructuredResultV2> {
  const opened = await openForm(request);
  if ('instead' in opened) return opened.instead;
  const { cohort, program, person, form, definition } = opened;
  if (request.body.get(endLinksField) !== null) return endLinks(opened, request);
  const { errors, ...sent } = readFormPost(definition, request.body, {
    needsReasons: needsReasons(form.purpose),
    canDecline: isInvitation(form.purpose),
    before: form,
    words: wordsOf(cohort.language),
  });
  const strikes = publishesPairs(form.purpose) ? await strikesOf(opened, request.body) : undefined;
  errors.push(...(strikes?.errors ?? []));
  if (errors.length > 0) return respond(422, await render(opened, request, { body: request.body, errors }));
  const { answers, comments, declines } = sent;
  // A ballot's page leaves out pairs that are no longer proposed: votes on them are kept, for they may come back.
  const isWhole = !declines && !isVote(form.purpose);
  if (person.unreachable === 'bounced') await people.markReachable(cohort.id, person.id, request.now);
  const given = { answers, comments, declines, isWhole, ...(strikes && { struck: strikes.struck }) };
  const { waits } = await takeFromPage({ cohort, program, person, now: request.now }, opened.stored, given);
  const back = { cohort, person, form: `/f/${request.token}` };
  if (declines) {
    const until = declinedUntil(request.now, cohort.timeZone);
    return respond(200, declinedPage({ ...back, until: dayOf(until, { cohort, now: request.now }) }));
  }
  const news = { answers: without(answers, sent.kept), comments: without(comments, sent.kept) };
  const after = { ...form, ...news };
  const named = namedPeople(program, after, (await namesFor(program, after)).everyone);
  return respond(200, thankYouPage({ ...back, named, definition, ...news, waits }));
}

function without<T>(record: Readonly<Record<string, T>>, keys: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}

async function endLinks({ cohort, person }: Opened, { now }: PageRequest): Promise<APIGatewayProxyStructuredResultV2> {
  await endAllLinks(cohort, person, { by: 'page', who: person.id }, now);
  return respond(200, linksEndedPage({ cohort }));
}

async function strikesOf({ cohort, program, form }: Opened, body: URLSearchParams) {
  const { pairs: shown, words } = await decisionContent(cohort, program, form);
  return readStrikes(body, shown, words);
}

async function render(
  { cohort, program, person, form, definition }: Opened,
  { now }: PageRequest,
  sent?: Parameters<typeof formPage>[0]['sent'],
) {
  const sections = await sectionsOf(cohort, program, form, definition);
  const words = wordsOf(cohort.language);
  return formPage({
    cohort,
    person,
    definition,
    answered: new Set(Object.keys(form.answers)),
    endsLinks: true,
    canDecline: isInvitation(form.purpose),
    asksReasons: needsReasons(form.purpose),
    ...(sections && { sections }),
    intro: [
      aboutPartner(form, words),
      introOf(form, { cohort, now }, words),
      ...(isInvitation(form.purpose) ? [whoSeesItWords({ cohort, person })] : []),
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
    ...(sent && { sent }),
  });
}

/** What those who decide on pairs see besides their form. */
async function sectionsOf(
  cohort: Cohort,
  program: ProgramDefinition,
  form: AskedForm,
  { questions }: FormDefinition,
): Promise<PageSections | undefined> {
  if (isVote(form.purpose)) return committeeParts(await committeeContent(cohort, program, { ...form, questions }));
  if (publishesPairs(form.purpose)) return decisionParts(await decisionContent(cohort, program, form));
  return undefined;
}

/** Whoever has two partners has two pages that ask the same. */
function aboutPartner({ partner }: AskedForm, { formPage }: Words): string {
  return partner ? formPage.about({ partner: shownName(partner.name) }) : '';
}

/** Until when it is open, unless that is past or nobody's to say: then who has let it be open. */
function introOf(form: AskedForm, { cohort, now }: { cohort: Cohort; now: Instant }, { formPage }: Words): string {
  if (publishesPairs(form.purpose)) return formPage.below;
  if (isAwaited(form.purpose)) return formPage.anyTime;
  if (takesAnswers(cohort, form, now)) return formPage.openUntil({ day: deadline(form, { cohort, now }) });
  return formPage.lateCounts({ name: cohort.coordinator.name });
}
