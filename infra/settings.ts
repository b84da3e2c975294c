import { RemovalPolicy } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import * as z from 'zod';

const domainName = z
  .string()
  .regex(
    /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
    'must be a domain name in lower case, such as mentoring.acme.com',
  );

/** Letters of the stack's name begin and end it; AWS's own names are not for others' sign-in pages (Cognito). */
const stackName = z
  .string()
  .regex(/^[A-Za-z]([A-Za-z0-9-]{0,38}[A-Za-z0-9])?$/, 'letters, digits and hyphens, 40 at most')
  .refine((name) => !/aws|amazon|cognito/i.test(name), { message: 'must not hold aws, amazon or cognito' });

/** What a deployment may choose, as CDK context: in `cdk.context.json`, or `cdk deploy -c domain=mentoring.acme.com`. */
const Settings = z
  .object({
    /** What the stack is called, and in lower case what it names in the region: another one beside it needs another. */
    name: stackName.default('Telemachy'),
    /** Mail comes from this domain. No default: a deploy that forgot it would take a running stack's identity away. */
    domain: z.string('must be given: the domain that mail comes from').pipe(domainName),
    /** Replies go to this domain, whose MX record points at SES. `reply.<domain>` unless given. */
    replyDomain: domainName.optional(),
    /** The address that mail comes from, at `domain`. `mentoring@<domain>` unless given. */
    sender: z.email().optional(),
    /** Below `domain`: what SES calls itself in the envelope, so that SPF is ours too. SES's own domain when absent. */
    mailFrom: domainName.optional(),
    /** Issuer (URL) and audience (several: separated by commas) of the API's tokens; a Cognito user pool when absent. */
    issuer: z.url({ protocol: /^https$/ }).optional(),
    audience: z.string().min(1).optional(),
    /** The claim of the tokens that names the caller's organisation, for a deployment that serves several of them. */
    ownerClaim: z.string().min(1).max(200).optional(),
    /** Where signed links lead when the API has a domain name of its own; the API's endpoint when absent. */
    pagesUrl: z.url({ protocol: /^https$/ }).optional(),
    /** `destroy` deletes table, mail and users with the stack: for trying it out, never for a real program. */
    removal: z.enum(['retain', 'destroy']).default('retain'),
    /** Refuses to delete the table until switched off; on unless `removal` is `destroy`. */
    deletionProtection: z.union([z.boolean(), z.stringbool()], 'must be true or false').optional(),
    /** Days for which raw mail in and out is kept: a year's program, and a month to correct a reading in. */
    keepMailDays: z.coerce.number().int().min(1).max(3650).default(400),
  })
  .refine(({ issuer, audience }) => (issuer === undefined) === (audience === undefined), {
    message: 'issuer and audience are given together, or neither is',
  })
  .refine(({ issuer, ownerClaim }) => ownerClaim === undefined || issuer !== undefined, {
    path: ['ownerClaim'],
    message: 'needs an issuer whose tokens have the claim',
  })
  .transform(({ replyDomain, sender, audience, pagesUrl, deletionProtection, ...given }) => ({
    ...given,
    replyDomain: replyDomain ?? `reply.${given.domain}`,
    sender: sender ?? `mentoring@${given.domain}`,
    audience: audience?.split(',').map((one) => one.trim()),
    pagesUrl: pagesUrl?.replace(/\/+$/, ''),
    deletionProtection: deletionProtection ?? given.removal === 'retain',
  }))
  .refine(({ sender, domain }) => sender.endsWith(`@${domain}`), {
    path: ['sender'],
    message: 'is not at the domain that mail comes from',
  })
  // What SES asks of it ("Using a custom MAIL FROM domain", SES developer guide).
  .refine(({ mailFrom, domain }) => mailFrom === undefined || mailFrom.endsWith(`.${domain}`), {
    path: ['mailFrom'],
    message: 'is not below the domain that mail comes from',
  })
  .refine(({ mailFrom, replyDomain }) => mailFrom !== replyDomain, {
    path: ['mailFrom'],
    message: 'receives mail, as the domain of replies; it has to be one of its own',
  });
export type Settings = z.output<typeof Settings>;

/** All that a deployment may choose. */
export const settingNames = [
  'name',
  'domain',
  'replyDomain',
  'sender',
  'mailFrom',
  'issuer',
  'audience',
  'ownerClaim',
  'pagesUrl',
  'removal',
  'deletionProtection',
  'keepMailDays',
] as const;

/** Settings that can't be used; the message says all that is wrong with them. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** The settings in the context of `scope`. Throws a SettingsError that names every setting that is wrong or that there is not. */
export function settingsOf(scope: IConstruct): Settings {
  // Names with a colon or an at sign are CDK's own: its feature flags, and what it looked up.
  const given = Object.entries<unknown>(scope.node.getAllContext()).filter(([name]) => !/[:@]/.test(name));
  const read = Settings.safeParse(Object.fromEntries(given));
  const problems = [
    ...given.filter(([name]) => !isSetting(name)).map(([name]) => `${name}: there is no such setting`),
    ...(read.error?.issues ?? []).map(({ path, message }) => [...path, message].join(': ')),
  ];
  if (!read.success || problems.length > 0) {
    throw new SettingsError(`See "Settings" in docs/deploying.md:\n${problems.join('\n')}`);
  }
  return read.data;
}

function isSetting(name: string): boolean {
  return (settingNames as readonly string[]).includes(name);
}

/**
 * What becomes of what holds records when it leaves the stack. It stays; but when the deploy that makes it fails, it is empty
 * and goes, or the next try would leave another one behind.
 */
export function removalOf({ removal }: Settings): RemovalPolicy {
  return removal === 'destroy' ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;
}
