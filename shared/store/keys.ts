/**
 * Every key of the table, and so every access pattern:
 *
 * | what                                    | pk               | sk                          |
 * |-----------------------------------------|------------------|-----------------------------|
 * | a cohort: schedule, stage, wake token   | COHORT#<cohort>  | META                        |
 * | its copy of the program definition      | COHORT#<cohort>  | PROGRAM                     |
 * | the request that may make it            | COHORT#<cohort>  | REQUEST                     |
 * | a person; all people                    | COHORT#<cohort>  | PERSON#<person>             |
 * | a form; all forms of a purpose          | COHORT#<cohort>  | FORM#<purpose>#<form>       |
 * | of a survey; all of a stage             | COHORT#<cohort>  | FORM#survey#<stage>#<form>  |
 * | a pair; all pairs                       | COHORT#<cohort>  | PAIR#<pair>                 |
 * | who has no pair in the proposal         | COHORT#<cohort>  | PROPOSAL                    |
 * | an email; the email log                 | COHORT#<cohort>  | EMAIL#<email>               |
 * | the outcome report                      | COHORT#<cohort>  | REPORT                      |
 * | an event of the audit trail, in order   | COHORT#<cohort>  | EVENT#<moment>#<event>      |
 * | a reply that came in; all to a form     | COHORT#<cohort>  | REPLY#<form>#<reply>        |
 * | what was sent from a form's page        | COHORT#<cohort>  | PAGE#<form>#<moment>#<sent> |
 * | what was promised to an address         | PROMISE#<hash>   | PROMISE                     |
 *
 * | index  | what                            | partition        | sort                        |
 * |--------|---------------------------------|------------------|-----------------------------|
 * | index1 | a form by its id                | FORM#<form>      | FORM                        |
 * | index1 | everything about an address     | ADDRESS#<email>  | COHORT#<cohort>             |
 * | index2 | cohorts, newest first           | COHORTS          | <created>#<cohort>          |
 * | index2 | those of one of several owners  | COHORTS#<owner>  | <created>#<cohort>          |
 * | index2 | emails on their way             | UNSENT           | <looked for at>#<email>     |
 * | index2 | failed emails, not yet told of  | UNTOLD           | <cohort>#<email>            |
 * | index2 | consents that are not given yet | AWAITED#<cohort> | <form>                      |
 */
export const index1 = { name: 'index1', pk: 'i1pk', sk: 'i1sk' } as const;
export const index2 = { name: 'index2', pk: 'i2pk', sk: 'i2sk' } as const;

export interface Key {
  pk: string;
  sk: string;
}

/** Partition of index 2 of the cohorts of an organisation; of all, where a deployment serves one. */
export const cohortsPartition = (owner: string | undefined): string =>
  owner === undefined ? 'COHORTS' : `COHORTS#${owner}`;

/** Partitions of index 2. An email is in one of the two until it is sent, or its coordinator has heard that it is not. */
export const index2Partition = { unsent: 'UNSENT', untold: 'UNTOLD' } as const;

/** The partition of a cohort. The state machine's hold states build the same key, hence the constant. */
export const cohortPrefix = 'COHORT#';
/** The partitions of promises. What a function may write is said by these prefixes. */
export const promisePrefix = 'PROMISE#';
export const cohortPartition = (cohort: string): string => `${cohortPrefix}${cohort}`;
export const metaSort = 'META';

/** What the keys of the forms that are asked for this begin with; of a purpose without its stage, those of all stages. */
export const formsPrefix = ({ purpose, stage }: { purpose: string; stage?: string | undefined }): string =>
  stage === undefined ? `FORM#${purpose}#` : `FORM#${purpose}#${stage}#`;

export const keys = {
  cohort: (cohort: string): Key => ({ pk: cohortPartition(cohort), sk: metaSort }),
  program: (cohort: string): Key => ({ pk: cohortPartition(cohort), sk: 'PROGRAM' }),
  request: (cohort: string): Key => ({ pk: cohortPartition(cohort), sk: 'REQUEST' }),
  person: (cohort: string, person: string): Key => ({ pk: cohortPartition(cohort), sk: `PERSON#${person}` }),
  form: (cohort: string, { id, ...asked }: { id: string; purpose: string; stage?: string | undefined }): Key => ({
    pk: cohortPartition(cohort),
    sk: `${formsPrefix(asked)}${id}`,
  }),
  pair: (cohort: string, pair: string): Key => ({ pk: cohortPartition(cohort), sk: `PAIR#${pair}` }),
  proposal: (cohort: string): Key => ({ pk: cohortPartition(cohort), sk: 'PROPOSAL' }),
  email: (cohort: string, email: string): Key => ({ pk: cohortPartition(cohort), sk: `EMAIL#${email}` }),
  report: (cohort: string): Key => ({ pk: cohortPartition(cohort), sk: 'REPORT' }),
  event: (cohort: string, at: string, event: string): Key => ({
    pk: cohortPartition(cohort),
    sk: `EVENT#${at}#${event}`,
  }),
  pageChange: (cohort: string, form: string, at: string, id: string): Key => ({
    pk: cohortPartition(cohort),
    sk: `PAGE#${form}#${at}#${id}`,
  }),
  promise: (address: string): Key => ({ pk: `${promisePrefix}${address}`, sk: 'PROMISE' }),
  reply: (cohort: string, form: string, reply: string): Key => ({
    pk: cohortPartition(cohort),
    sk: `REPLY#${form}#${reply}`,
  }),
} as const;
