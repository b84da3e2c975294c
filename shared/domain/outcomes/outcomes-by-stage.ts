import type { BySurvey, Outcomes } from './outcome-report.ts';

/** The figures as the API gives them: those of a survey stand under the name of its stage. */
export function outcomesByStage(outcomes: Outcomes): Record<string, unknown> {
  const { responses, trust, relationship, learning, meetings, goal, ...rest } = outcomes;
  return {
    ...rest,
    responses: byStage(responses),
    trust: byStage(trust),
    relationship: relationship.map(byStage),
    ...(learning && { learning: byStage(learning) }),
    ...(meetings && { meetings: byStage(meetings) }),
    ...(goal && { goal: byStage(goal) }),
  };
}

function byStage({ surveys, closeout: _, ...rest }: BySurvey<unknown>): Record<string, unknown> {
  return { ...Object.fromEntries(surveys.map(({ survey, figure }) => [survey.name, figure])), ...rest };
}
