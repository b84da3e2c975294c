import type { AskedForm } from '#domain/forms/form-record.ts';
import type { Person } from '#domain/person.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import { env, required } from './env.ts';
import { tokenFor } from './signing.ts';

/** Where a reply to this form goes; with a receipt, one that may say that what its page was sent is not its person's. */
export async function replyAddress(form: string, receipt?: string): Promise<string> {
  const id = receipt === undefined ? form : `${form}-${receipt}`;
  return `r+${await tokenFor('reply', id)}@${required(env.replyDomain)}`;
}

/** What the id in a reply address names. Ids of both are letters and digits. */
export function repliedTo(id: string): { form: string; receipt?: string } {
  const [form = '', receipt] = id.split('-');
  return { form, ...(receipt !== undefined && { receipt }) };
}

/** Links are of an edition: how often those of the form, and all of its person, were ended before. It is signed with them. */
function editionOf(person: Pick<Person, 'linksEnded'>, form?: Pick<AskedForm, 'linksEnded'>): number {
  return (person.linksEnded ?? 0) + (form?.linksEnded ?? 0);
}

/** A link of the first edition is the id alone, as all were before editions. */
function ofEdition(id: string, edition: number): string {
  return edition === 0 ? id : `${id}~${edition}`;
}

/** The id in a link and its edition, whether or not that still opens anything. */
export function linkedTo(id: string): { id: string; edition: number } {
  const [of = '', edition = '0'] = id.split('~');
  return { id: of, edition: Number(edition) };
}

/** Whether a link of this edition still opens the form, or what else is its person's. */
export function stillOpens(
  edition: number,
  person: Pick<Person, 'linksEnded'>,
  form?: Pick<AskedForm, 'linksEnded'>,
): boolean {
  return edition === editionOf(person, form);
}

/** The envelope's sender of an email that asks this form, or no form. Nobody reads it but SES, which sends as itself. */
export async function sourceAddress(form: string | undefined): Promise<string> {
  const domain = required(env.replyDomain);
  return form === undefined ? `a@${domain}` : `a+${await tokenFor('source', form)}@${domain}`;
}

/** The form as a page. */
export async function formPage(
  form: Pick<AskedForm, 'id' | 'linksEnded'>,
  person: Pick<Person, 'linksEnded'>,
): Promise<string> {
  return `${required(env.pagesUrl)}/f/${await tokenFor('page', ofEdition(form.id, editionOf(person, form)))}`;
}

/** Where somebody ends all mail from a cohort. Their id and the cohort's are in the token, which holds no dot but its own. */
export async function stopPage(cohort: string, person: string): Promise<string> {
  return `${required(env.pagesUrl)}/u/${await tokenFor('stop', `${cohort}~${person}`)}`;
}

/** Where somebody undoes that all mail was stopped at `since`: it is of no use for another stop. */
export async function startPage(cohort: string, person: string, since: Instant): Promise<string> {
  const id = `${cohort}~${person}~${Date.parse(since)}`;
  return `${required(env.pagesUrl)}/u/${await tokenFor('start', id)}`;
}

/**
 * Where the coordinator tries and sets the weights of the matching. Whoever has the link can, so that it is made for a
 * reader and not for a cohort: for anybody else than its coordinator there is none.
 */
export async function weightsPage(
  cohort: Pick<Cohort, 'id' | 'coordinator'>,
  reader: Pick<Person, 'email' | 'linksEnded'>,
): Promise<string | undefined> {
  if (reader.email !== cohort.coordinator.email) return undefined;
  return `${required(env.pagesUrl)}/w/${await tokenFor('weights', ofEdition(cohort.id, editionOf(reader)))}`;
}
