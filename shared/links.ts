import type { Cohort, Contact } from '#domain/cohort.ts';
import { env, required } from './env.ts';
import { tokenFor } from './signing.ts';

/** Where a reply to this form goes. */
export async function replyAddress(form: string): Promise<string> {
  return `r+${await tokenFor('reply', form)}@${required(env.replyDomain)}`;
}

/** The envelope's sender of an email that asks this form, or no form. Nobody reads it but SES, which sends as itself. */
export async function sourceAddress(form: string | undefined): Promise<string> {
  const domain = required(env.replyDomain);
  return form === undefined ? `a@${domain}` : `a+${await tokenFor('source', form)}@${domain}`;
}

/** The form as a page. */
export async function formPage(form: string): Promise<string> {
  return `${required(env.pagesUrl)}/f/${await tokenFor('page', form)}`;
}

/** Where somebody ends all mail from a cohort. Their id and the cohort's are in the token, which holds no dot but its own. */
export async function stopPage(cohort: string, person: string): Promise<string> {
  return `${required(env.pagesUrl)}/u/${await tokenFor('stop', `${cohort}~${person}`)}`;
}

/**
 * Where the coordinator tries and sets the weights of the matching. Whoever has the link can, so that it is made for a
 * reader and not for a cohort: for anybody else than its coordinator there is none.
 */
export async function weightsPage(
  cohort: Pick<Cohort, 'id' | 'coordinator'>,
  reader: Pick<Contact, 'email'>,
): Promise<string | undefined> {
  if (reader.email !== cohort.coordinator.email) return undefined;
  return `${required(env.pagesUrl)}/w/${await tokenFor('weights', cohort.id)}`;
}
