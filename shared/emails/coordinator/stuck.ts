import * as z from 'zod';
import { StageKind } from '#domain/program/stage-definition.ts';
import type { Writer } from '../kind.ts';
import { closing, greeting, language, paragraph, runningWhy } from '../parts/phrases.ts';

/** What each kind of stage does, for somebody who has not read our source. */
const doing: Record<StageKind, string> = {
  apply: 'while asking for applications',
  match: 'while finding pairs',
  kickoff: 'while introducing the pairs',
  survey: 'while asking how it is going',
  closeout: 'while closing the round',
};

export const StuckFacts = z.object({ kind: StageKind });

/** To the coordinator when the workflow has given up after several tries. */
export const stuck: Writer<typeof StuckFacts> = ({ kind: stage }, context) => {
  const { cohort, person } = context;
  return {
    subject: `${cohort.name} has stopped and needs a hand`,
    language,
    blocks: [
      greeting(person),
      paragraph(
        `${cohort.name} stopped ${doing[stage]}, because of a fault on our side. Nothing is lost, and nobody will get an email twice. Please forward this to whoever runs Telemachy for you.`,
      ),
      paragraph(
        `For them: GET /v1/cohorts/${cohort.id} says in stuck.cause what failed; the log has the details, where one is kept. When it is mended, POST /v1/cohorts/${cohort.id}/resume goes on from where it stopped. Until then replies are still read, but no reminders are sent and deadlines pass unnoticed.`,
      ),
      ...closing(context, runningWhy(context, 'coordinator')),
    ],
  };
};
