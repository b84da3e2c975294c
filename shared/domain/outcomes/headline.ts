import { isWithheld } from './disclosure.ts';
import { rounded, shareInWords } from './figures.ts';
import type { Outcomes } from './report.ts';

/** What leadership reads first: who took part, how it went, the weak point. Three sentences with the figures in them. */
export function headline(outcomes: Outcomes): [string, string, string] {
  return [participation(outcomes), relationships(outcomes), weakPoint(outcomes)];
}

function participation({ participation: { applied, pairs }, matches: { menteesMatched } }: Outcomes): string {
  const people = isWithheld(applied) ? 'Some people' : `${applied} people`;
  const made = isWithheld(pairs)
    ? 'a few pairs were made'
    : `${pairs === 1 ? 'one pair was' : `${pairs} pairs were`} made`;
  if (applied === 0) return 'Nobody applied this time.';
  if (pairs === 0) return `${people} applied, and no pairs were made.`;
  if (isWithheld(menteesMatched)) return `${people} applied, and ${made}.`;
  const matched = capitalised(shareInWords(menteesMatched));
  return `${people} applied, and ${made}: ${matched.toLowerCase()} of the mentees were matched.`.replace(
    'all of the',
    'all',
  );
}

function relationships({ participation: { pairs }, meetings, trust, goal, smallestGroup }: Outcomes): string {
  if (pairs === 0) return 'So nobody was asked how it went.';
  const met = meetings?.closeout.all;
  const trusted = trust.closeout.all;
  const parts = [
    ...(met && !isWithheld(met) ? [`pairs met ${rounded(met.mean)} times on average`] : []),
    ...(isWithheld(trusted)
      ? []
      : [`trust stood at ${rounded(trusted.mean)}${trust.max ? ` out of ${trust.max}` : ''}`]),
    ...(goal && !isWithheld(goal.reached)
      ? [`${shareInWords(goal.reached)} of the mentees who answered reached or passed their goal`]
      : []),
  ];
  if (parts.length === 0)
    return `Too few people answered the closing survey to say how they got on (we show nothing for fewer than ${smallestGroup}).`;
  return capitalised(`${parts.slice(0, -1).join(', ')}${parts.length > 1 ? ', and ' : ''}${parts.at(-1)}.`);
}

function weakPoint({ weakPoints, trust }: Outcomes): string {
  const [first] = weakPoints;
  if (first) return `The weak point is ${first.charAt(0).toLowerCase()}${first.slice(1)}`;
  return isWithheld(trust.closeout.all)
    ? 'Too few people answered to name a weak point.'
    : 'No weak point stands out in what people answered.';
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
