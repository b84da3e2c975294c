/**
 * What the log counts: each line with one of these names in its field `counted`. CloudWatch makes a metric of each, of
 * the log of the function that is named (infra/observe.ts); nothing is called for it at run time.
 */
export const counted = {
  /** An email that has failed for good: somebody has not got something, and nothing tries again. */
  emailFailed: { metric: 'EmailsFailed', in: 'outbox' },
  /** A message on the topic of SES's events that is none. */
  notAnEvent: { metric: 'FeedbackIgnored', in: 'feedback' },
} as const;

/** The field of a log line that is counted. */
export const countedAs = (what: keyof typeof counted) => ({ counted: counted[what].metric });
