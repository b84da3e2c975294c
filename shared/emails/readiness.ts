import * as z from 'zod';
import type { Block } from './content.ts';
import { type EmailContext, kind } from './context.ts';
import { closing, deadline, greeting, language, paragraph, runningWhy } from './phrases.ts';

const number = z.number().int();

const Facts = z.object({
  invited: number,
  applied: number,
  partial: number,
  declined: number,
  silent: number,
  bounced: number,
  /** People who would like to be only a mentor, only a mentee, or both. */
  mentors: number,
  mentees: number,
  both: number,
  /** How many mentees the mentors together have room for. */
  places: number,
  unmatchable: z.array(z.object({ name: z.string(), why: z.string() })),
});

/** To the coordinator when applications close: who is there, and whether there is room for everyone. */
export const readiness = kind(Facts, (facts, context) => {
  const { cohort, person } = context;
  const learners = facts.mentees + facts.both;
  const unmatchable: Block[] =
    facts.unmatchable.length === 0
      ? []
      : [
          { kind: 'heading', of: 'Who cannot be matched as it stands' },
          { kind: 'facts', of: facts.unmatchable.map(({ name, why }) => ({ label: name, value: why })) },
        ];
  return {
    subject: `${cohort.name}: applications are closed, ${facts.applied} of ${facts.invited} applied`,
    language,
    blocks: [
      greeting(person),
      paragraph(
        `Applications for ${cohort.name} are closed. ${facts.applied} of the ${facts.invited} people we invited applied. ${room(facts.places, learners)} ${next(context)}`,
      ),
      ...tryWeights(context),
      { kind: 'heading', of: 'Who answered' },
      {
        kind: 'facts',
        of: shown([
          ['Invited', facts.invited],
          ['Applied', facts.applied],
          ['Left it unfinished', facts.partial],
          ['Declined', facts.declined],
          ['Did not answer', facts.silent],
          ['Address does not work', facts.bounced],
        ]),
      },
      { kind: 'heading', of: 'What they would like to be' },
      {
        kind: 'facts',
        of: shown([
          ['Mentor', facts.mentors],
          ['Mentee', facts.mentees],
          ['Both', facts.both],
          ['Places with mentors', facts.places],
        ]),
      },
      ...unmatchable,
      ...closing(context, runningWhy(context, 'coordinator')),
    ],
  };
});

function room(places: number, learners: number): string {
  if (places >= learners) return `There is room for all of the ${learners} who would like a mentor.`;
  return `There are places for ${places} of the ${learners} who would like a mentor.`;
}

function next(context: EmailContext): string {
  const { committee } = context.cohort;
  return committee.length > 0
    ? `The committee gets the proposed pairs now and votes until ${deadline('ballot', context)}. There is nothing to do.`
    : 'We propose pairs now. There is nothing to do.';
}

/** Said apart from what there is to do: nobody has to look at weights. */
function tryWeights({ weights }: EmailContext): Block[] {
  if (weights === undefined) return [];
  return [
    paragraph(
      'If something should count more or less in the matching, you can see on a page what other weights would change. Whoever has the link can set them, so please keep it to yourself. ',
      { words: 'Try other weights', href: weights },
    ),
  ];
}

function shown(rows: readonly [label: string, value: number][]): { label: string; value: string }[] {
  return rows.map(([label, value]) => ({ label, value: String(value) }));
}
