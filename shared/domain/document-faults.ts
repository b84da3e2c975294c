import type * as z from 'zod';

type Nothing = Record<never, never>;

/** What can be wrong with a document that somebody sends, by code, with what is named to say it. */
interface FaultValues {
  // Any document.
  required: Nothing;
  type: { expected: string };
  empty: Nothing;
  'too-few': { least: number };
  'too-small': { least: number };
  'too-long': { most: number };
  'too-many': { most: number };
  'too-large': { most: number };
  /** As they would stand in JSON. */
  'none-of': { values: string };
  pattern: { pattern: string };
  invalid: Nothing;
  'invalid-key': Nothing;
  'no-such-field': Nothing;
  /** In words that are not ours. */
  other: { words: string };
  // Names, addresses, moments.
  'inherited-name': Nothing;
  'name-format': Nothing;
  'key-format': Nothing;
  address: Nothing;
  date: Nothing;
  'time-zone': Nothing;
  duration: Nothing;
  'duration-too-long': Nothing;
  'named-twice': Nothing;
  // Forms.
  'needs-options': { type: string };
  'has-no-options': { type: string };
  'option-twice': Nothing;
  'not-more': { max: number; min: number };
  'key-twice': { key: string };
  'no-answer-to': { answer: string; question: string };
  'no-earlier-question': Nothing;
  'conditional-itself': Nothing;
  // Programs.
  'not-one-line': Nothing;
  /** The two names as they are written. */
  braces: { partner: string; cohort: string };
  'stage-kind': { kinds: readonly string[] };
  'stage-twice': { name: string };
  'survey-too-early': Nothing;
  'needed-stages': { kinds: readonly string[] };
  'stage-form': { form: string; forms: readonly string[] };
  'form-not-asked': Nothing;
  'phrase-twice': Nothing;
  'unknown-question': { form: string; question: string };
  'because-confidential': { question: string; because: string };
  confidential: { question: string };
  'factor-twice': { id: string };
  'not-comparable': { compare: string; types: readonly string[]; question: string; type: string };
  'every-weight-zero': Nothing;
  'no-such-option': { question: string; option: string };
  'group-without-options': { question: string; type: string };
  'group-not-voluntary': { question: string };
  'group-for-matching': { question: string };
  // Cohorts and their dates.
  'same-address': { list: string; index: string; name: string };
  'chair-not-member': Nothing;
  'no-such-group-question': { question: string; groups: readonly string[] };
  'no-group-questions': { question: string };
  'no-such-group': { question: string; groups: readonly string[] };
  'more-than-invited': { people: number; invited: number };
  'start-passed': { start: string; today: string; timeZone: string };
  passed: { at: string };
  'no-such-milestone': { milestone: string; milestones: readonly string[] };
  'no-date': { given: string };
  'no-moment': { given: string };
  'carried-out': { milestone: string; at: string };
  'not-after': { at: string; before: string; beforeAt: string };
  /** `is`: a person has set its day, or it follows from others. */
  'has-to-follow': { milestone: string; is: 'fixed' | 'planned'; at: string; before: string; beforeAt: string };
  'no-moves': { example: string };
}

export type DocumentFault = {
  [Code in keyof FaultValues]: { code: Code } & FaultValues[Code];
}[keyof FaultValues];

/** A fault as the message of an issue: zod carries a text with each, and nothing else. */
export function coded(fault: DocumentFault): string {
  return JSON.stringify(fault);
}

/** What zod finds by itself, as a fault. What a schema says of itself is one already. */
export const inCodes: z.core.$ZodErrorMap = (issue) => {
  const fault = foundByZod(issue);
  return fault && coded(fault);
};

function foundByZod(issue: z.core.$ZodRawIssue): DocumentFault | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? { code: 'required' } : { code: 'type', expected: issue.expected };
    case 'too_small': {
      const least = Number(issue.minimum);
      if (issue.origin === 'string') return { code: 'empty' };
      return { code: issue.origin === 'array' ? 'too-few' : 'too-small', least };
    }
    case 'too_big': {
      const most = Number(issue.maximum);
      if (issue.origin === 'string') return { code: 'too-long', most };
      return { code: issue.origin === 'array' ? 'too-many' : 'too-large', most };
    }
    case 'invalid_value':
      return { code: 'none-of', values: issue.values.map((value) => JSON.stringify(value)).join('|') };
    case 'invalid_format':
      return issue.pattern === undefined ? undefined : { code: 'pattern', pattern: issue.pattern };
    case 'invalid_key':
      return { code: 'invalid-key' };
    case 'invalid_union':
      return { code: 'invalid' };
    default:
      return undefined;
  }
}

/** What is wrong with a document, and where: a field that should not be there is named itself. */
export function faultsIn(error: z.ZodError): { path: PropertyKey[]; fault: DocumentFault }[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...issue.path, key], fault: { code: 'no-such-field' as const } }))
      : [{ path: [...issue.path], fault: faultIn(issue.message) }],
  );
}

/** The fault of an issue's message; what was read without `inCodes` has words of zod's. */
export function faultIn(message: string): DocumentFault {
  return message.startsWith('{"code":') ? (JSON.parse(message) as DocumentFault) : { code: 'other', words: message };
}
