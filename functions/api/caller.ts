import { env } from '#shared/env.ts';
import { problem } from './problem-words.ts';

/** What an authorizer has taken from a token and checked. API Gateway makes a text of every value. */
export type Claims = Readonly<Record<string, unknown>>;

export interface Caller {
  /** Whom the token was issued to; stays the same for all their tokens. */
  subject: string;
  /** Who is to be named in the audit trail: the person, where the token names one beside its subject. */
  who: string;
  /** The organisation that they call for, where the deployment serves several. */
  owner: string | undefined;
}

/**
 * Who calls. Throws a Problem when the deployment serves several organisations and the token does not name exactly one:
 * a token that is a little wrong must not see everything.
 */
export function callerOf(claims: Claims, ownerClaim = process.env[env.ownerClaim]): Caller {
  const subject = textIn(claims, 'sub') ?? textIn(claims, 'client_id') ?? 'unknown';
  const person = namesOfPersons.map((name) => textIn(claims, name)).find((name) => name !== undefined);
  const who = person === undefined || person === subject ? subject : `${person} (${subject})`;
  return { subject, who, owner: ownerClaim ? ownerIn(claims, ownerClaim) : undefined };
}

/** Claims that name a person (OpenID Connect core, section 5.1; `username` is Cognito's), the plainest first. */
const namesOfPersons = ['email', 'preferred_username', 'username', 'name'] as const;

function ownerIn(claims: Claims, claim: string): string {
  const named = textIn(claims, claim);
  // A list of organisations arrives as "[one two]", and what is nothing may arrive as "<nil>".
  if (named !== undefined && /^[^\s[\]<>]{1,100}$/u.test(named)) return named;
  throw problem(403, ({ noOrganisation: said }) => [said.title, said.detail({ claim })]);
}

function textIn(claims: Claims, name: string): string | undefined {
  const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
  return typeof value === 'string' && value !== '' ? value.slice(0, longest) : undefined;
}

const longest = 200;
