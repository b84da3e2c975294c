import type * as z from 'zod';

/** What zod says of values, in words for a person. What a schema says of itself stays. */
export const inWords: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'This is required.' : `This has to be of the type ${issue.expected}.`;
    case 'too_small':
      if (issue.origin === 'string') return 'This must not be empty.';
      return issue.origin === 'array'
        ? `At least ${issue.minimum === 1 ? 'one is' : `${issue.minimum} are`} needed.`
        : `The smallest value is ${issue.minimum}.`;
    case 'too_big':
      if (issue.origin === 'string') return `At most ${issue.maximum} characters.`;
      return issue.origin === 'array'
        ? `At most ${issue.maximum === 1 ? 'one is' : `${issue.maximum} are`} possible.`
        : `The largest value is ${issue.maximum}.`;
    default:
      return undefined;
  }
};

/** What is wrong with a document, and where: a field that should not be there is named itself. */
export function faultsIn(error: z.ZodError): { path: PropertyKey[]; detail: string }[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...issue.path, key], detail: 'There is no such field.' }))
      : [{ path: [...issue.path], detail: issue.message }],
  );
}
