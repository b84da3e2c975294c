import { RemovalPolicy } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import * as z from 'zod';

const domainName = z
  .string()
  .regex(/^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/, 'a domain name');

/** Letters of the stack's name begin and end it; AWS's own names are not for others' sign-in pages (Cognito). */
const stackName = z
  .string()
  .regex(/^[A-Za-z]([A-Za-z0-9-]{0,38}[A-Za-z0-9])?$/, 'letters, digits and hyphens, 40 at most')
  .refine((name) => !/aws|amazon|cognito/i.test(name), { message: 'must not hold aws, amazon or cognito' });

/** What a deployment may choose, as CDK context: `cdk deploy -c domain=mentoring.acme.com`. */
const Settings = z
  .object({
    /** What the stack is called, and in lower case what it names in the region: another one beside it needs another. */
    name: stackName.default('Telemachy'),
    /** Mail comes from this domain. */
    domain: domainName.default('mentoring.example.org'),
    /** Replies go to this domain, whose MX record points at SES. `reply.<domain>` unless given. */
    replyDomain: domainName.optional(),
    /** The address that mail comes from, at `domain`. `mentoring@<domain>` unless given. */
    sender: z.email().optional(),
    /** Below `domain`: what SES calls itself in the envelope, so that SPF is ours too. SES's own domain when absent. */
    mailFrom: domainName.optional(),
    /** Issuer (URL) and audience (several: separated by commas) of the API's tokens; a Cognito user pool when absent. */
    issuer: z.url({ protocol: /^https$/ }).optional(),
    audience: z.string().min(1).optional(),
    /** Where signed links lead when the API has a domain name of its own; the API's endpoint when absent. */
    pagesUrl: z.url({ protocol: /^https$/ }).optional(),
    /** `destroy` deletes table, mail and users with the stack: for trying it out, never for a real program. */
    removal: z.enum(['retain', 'destroy']).default('retain'),
    /** Refuses to delete the table until switched off; on unless `removal` is `destroy`. */
    deletionProtection: z.stringbool().optional(),
    /** Days for which raw mail in and out is kept: a year's program, and a month to correct a reading in. */
    keepMailDays: z.coerce.number().int().min(1).max(3650).default(400),
  })
  .refine(({ issuer, audience }) => (issuer === undefined) === (audience === undefined), {
    message: 'issuer and audience are given together, or neither is',
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
  'pagesUrl',
  'removal',
  'deletionProtection',
  'keepMailDays',
] as const;

/** The settings in the context of `scope`. Throws an Error that names every setting that is wrong. */
export function settingsOf(scope: IConstruct): Settings {
  const context = settingNames.map((name) => [name, scope.node.tryGetContext(name)]);
  const read = Settings.safeParse(Object.fromEntries(context.filter(([, value]) => value !== undefined)));
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`.replace(/^: /, ''));
  throw new Error(`The CDK context can't be used.\n${problems.join('\n')}`);
}

/**
 * What becomes of what holds records when it leaves the stack. It stays; but when the deploy that makes it fails, it is empty
 * and goes, or the next try would leave another one behind.
 */
export function removalOf({ removal }: Settings): RemovalPolicy {
  return removal === 'destroy' ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;
}
