import type { Answers, FormDefinition } from '#domain/forms/form.ts';
import { labelOf, numbered } from '#domain/forms/form.ts';
import type { NamedAnswer } from '#domain/names/named-answers.ts';
import { quoted } from './answer-words.ts';
import { count, listed } from './phrases.ts';

type Shown = { label: string; value: string };

/** Answers as they are shown, with the full names of those whom they name: `Hans von Stein ("Hans Stein")`. */
export function withNames(
  shown: readonly Shown[],
  {
    named = [],
    definition,
    answers,
  }: { named?: readonly NamedAnswer[] | undefined; definition: FormDefinition; answers: Answers },
): Shown[] {
  const values = new Map<string, string>(
    named.flatMap((one) => {
      const question = numbered(definition).find(({ key }) => key === one.key);
      const said = answers[one.key];
      if (!question || typeof said !== 'string') return [];
      return [[`${question.number}. ${labelOf(question)}`, namesAndWords(one, said)] as const];
    }),
  );
  return shown.map((one) => ({ ...one, value: values.get(one.label) ?? one.value }));
}

function namesAndWords({ about, found, nobody }: NamedAnswer, said: string): string {
  const isAway = about === 'manager' && nobody.length > 0;
  if (found.length === 0) return isAway ? `${quoted(said)} (${notHere})` : quoted(said);
  const names = found.join('; ');
  const others = isAway ? `; ${listed(nobody.map(quoted))}: ${notHere}` : '';
  return names === said.trim() ? names : `${names} (${quoted(said)}${others})`;
}

const notHere = 'not in this round, as far as we see';

/** What is to be said about names: whom a part of a name fits, and what we ask. `how` tells where the answer is changed. */
export function aboutNames(
  named: readonly NamedAnswer[] | undefined,
  definition: FormDefinition,
  how: 'by reply' | 'on the page',
): string[] {
  return (named ?? []).flatMap((one) => {
    const number = numbered(definition).find(({ key }) => key === one.key)?.number;
    if (number === undefined) return [];
    const isOne = one.found.length + one.parts.length + one.several.length + one.nobody.length <= 1;
    // An answer that is sent again takes the place of the whole earlier one.
    const please = how === 'by reply' ? `reply with ${number} and ${isOne ? '' : 'all names, here with '}` : 'give ';
    return [
      ...partWords(one),
      ...leftWords(one),
      ...severalWords(one, please),
      ...nobodyWords(one, please),
      ...unnamedWords(one, please),
    ];
  });
}

function partWords({ about, parts }: NamedAnswer): string[] {
  return parts.map((words) =>
    about === 'wish'
      ? `We take ${quoted(words)} for the one person whom it fits.`
      : `We keep you apart from the one person whom ${quoted(words)} fits.`,
  );
}

function leftWords({ left }: NamedAnswer): string[] {
  return left.length > 0 ? [`We have not taken ${listed(left.map(quoted))} as a wish.`] : [];
}

function severalWords({ about, several }: NamedAnswer, please: string): string[] {
  return several.map(({ words, people, isFull, hasPlaces }) => {
    const meanwhile =
      about === 'wish' ? (isFull ? 'we count all of them' : 'we count none of them') : 'we keep you apart from ';
    const whom = about === 'wish' ? '' : people === 2 && isFull ? 'both' : 'all of them';
    const until = `Until we hear, ${meanwhile}${whom}.`;
    if (!isFull)
      return `${quoted(words)} fits more than one person. Please ${please}the full name or the address. ${until}`;
    const which = hasPlaces
      ? 'their team or place after the name, or their address'
      : 'their address, for our list does not say where they work';
    return `There are ${count(people, 'person', 'people')} called ${quoted(words)}. Please ${please}${which}. ${until}`;
  });
}

function nobodyWords({ about, nobody }: NamedAnswer, please: string): string[] {
  if (about === 'manager' || nobody.length === 0) return [];
  const called = listed(nobody.map(quoted), 'or');
  return [
    `We found nobody called ${called} in this round. If they take part, please ${please}the full name or the address; if not, there is nothing to do.`,
  ];
}

function unnamedWords({ about, unnamed }: NamedAnswer, please: string): string[] {
  if (unnamed.length === 0) return [];
  const able = about === 'wish' ? 'We can look only for' : 'We can keep you apart only from';
  return [
    `We found no name in ${listed(unnamed.map(quoted))}. ${able} people who are named. If you like, ${please}a name or an address; if not, there is nothing to do.`,
  ];
}
