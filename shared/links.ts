import { env, required } from './env.ts';
import { signed } from './ids.ts';
import { signingKey } from './secret.ts';

/** Where a reply to this form goes. */
export async function replyAddress(form: string): Promise<string> {
  return `r+${signed(await signingKey(), 'reply', form)}@${required(env.replyDomain)}`;
}

/** The form as a page. */
export async function formPage(form: string): Promise<string> {
  return `${required(env.pagesUrl)}/f/${signed(await signingKey(), 'page', form)}`;
}

/** Where somebody ends all mail from a cohort. Their id and the cohort's are in the token, which holds no dot but its own. */
export async function stopPage(cohort: string, person: string): Promise<string> {
  return `${required(env.pagesUrl)}/u/${signed(await signingKey(), 'stop', `${cohort}~${person}`)}`;
}
