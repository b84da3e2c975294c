import type { DocumentFault } from '#domain/document-faults.ts';
import type { Words } from './index.ts';

/** The values of a fault as its message takes them: a list as one text. */
type Named<Fault> = {
  [Name in Exclude<keyof Fault, 'code'>]: Fault[Name] extends readonly string[] ? string : Fault[Name];
};
/** A message for every fault, which names no values but those of its own. */
type Sayable = {
  [Code in DocumentFault['code']]: string | ((values: Named<Extract<DocumentFault, { code: Code }>>) => string);
};

/** What is wrong with a document, in words. */
export function faultWords(fault: DocumentFault, words: Words): string {
  const messages: Sayable = words.faults;
  const said = messages[fault.code];
  if (typeof said === 'string') return said;
  const { either } = words.problems.at;
  const values = Object.entries(fault).map(([name, value]) => {
    if (!Array.isArray(value)) return [name, value];
    return [name, name === 'types' ? value.reduce((all, one) => either({ all, one })) : words.enumeration(value)];
  });
  return (said as (values: Record<string, unknown>) => string)(Object.fromEntries(values));
}
