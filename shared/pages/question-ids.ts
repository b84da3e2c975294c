/** Ids of a question's place and of its options, for links, labels and rules. */
export function fieldId(key: string): string {
  return `q-${key}`;
}

export function optionId(key: string, index: number): string {
  return `q-${key}-${index + 1}`;
}
