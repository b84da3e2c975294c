/** A word, or one mark that is none: "C++" has three. */
const part = /[\p{L}\p{N}]+|[^\p{L}\p{N}\s]/gu;

function partsOf(text: string): { part: string; from: number; to: number }[] {
  return [...text.matchAll(part)].map(({ 0: said, index }) => ({
    part: said.toLowerCase(),
    from: index,
    to: index + said.length,
  }));
}

/** What two phrases have in common that are one and the same to whoever looks for them. */
export function phraseKey(phrase: string): string {
  return partsOf(phrase.normalize('NFC'))
    .map(({ part }) => part)
    .join(' ');
}

/** Phrases by their parts, one after another; `meant` where one ends. */
interface Step {
  next: Map<string, Step>;
  meant?: string;
}

/**
 * Puts the first phrase of a group where another of it stands, the longest that does. The text is read once, so that what
 * was put in is not looked at again: a phrase within the first of its group would make the text longer each time.
 */
export function replacer(groups: readonly (readonly string[])[]): (text: string) => string {
  const start: Step = { next: new Map() };
  for (const [first = '', ...others] of groups) for (const phrase of [first, ...others]) add(start, phrase, first);
  return (given) => {
    const text = given.normalize('NFC');
    const parts = partsOf(text);
    let replaced = '';
    let done = 0;
    for (let at = 0; at < parts.length; ) {
      let [step, end, meant]: [Step | undefined, number, string | undefined] = [start, at, undefined];
      for (let to = at; step && to < parts.length; to++) {
        step = step.next.get((parts[to] as { part: string }).part);
        if (step?.meant !== undefined) [end, meant] = [to + 1, step.meant];
      }
      if (meant !== undefined) {
        replaced += `${text.slice(done, parts[at]?.from)} ${meant} `;
        done = parts[end - 1]?.to ?? done;
      }
      at = Math.max(end, at + 1);
    }
    return replaced + text.slice(done);
  };
}

function add(start: Step, phrase: string, meant: string): void {
  const parts = partsOf(phrase.normalize('NFC'));
  let step = start;
  for (const { part } of parts) {
    const next = step.next.get(part) ?? { next: new Map() };
    step.next.set(part, next);
    step = next;
  }
  if (parts.length > 0) step.meant ??= meant;
}
