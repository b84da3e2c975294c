/** Names of the environment variables that the infrastructure sets and the functions read. Values never leave here. */
export const env = {
  table: 'TABLE_NAME',
  /** Optional: the claim of the API's tokens that names the caller's organisation, where there are several. */
  ownerClaim: 'OWNER_CLAIM',
  mailBucket: 'MAIL_BUCKET',
  outboxQueue: 'OUTBOX_QUEUE_URL',
  cohortMachine: 'COHORT_STATE_MACHINE_ARN',
  /** Domain that replies are addressed to: r+<form>.<mac>@<domain>. */
  replyDomain: 'REPLY_DOMAIN',
  /** The address that mail comes from. */
  sender: 'SENDER_ADDRESS',
  configurationSet: 'CONFIGURATION_SET',
  /** Where pages behind signed links are served, without a trailing slash. */
  pagesUrl: 'PAGES_URL',
  /** Secrets Manager id of the key that links and reply addresses are signed with. */
  signingSecret: 'SIGNING_SECRET_ID',
} as const;
export type EnvName = (typeof env)[keyof typeof env];

/** The value of a variable that a function cannot do without. Throws an Error that names it when it is absent. */
export function required(name: EnvName, from: Readonly<Record<string, string | undefined>> = process.env): string {
  const value = from[name];
  if (value === undefined || value === '') throw new Error(`The environment variable ${name} is not set.`);
  return value;
}
