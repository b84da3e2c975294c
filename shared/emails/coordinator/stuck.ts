import * as z from 'zod';
import { StageKind } from '#domain/program/stage-definition.ts';
import { wordsOf } from '#shared/words/index.ts';
import type { Writer } from '../kind.ts';
import { closing, greeting, paragraph, runningWhy } from '../parts/phrases.ts';

export const StuckFacts = z.object({ kind: StageKind });

/** To the coordinator when the workflow has given up after several tries. */
export const stuck: Writer<typeof StuckFacts> = ({ kind }, context) => {
  const { cohort } = context;
  const { coordinatorEmails, language } = wordsOf(cohort.language);
  const words = coordinatorEmails.stuck;
  const said = { cohort: cohort.name, id: cohort.id };
  return {
    subject: words.subject(said),
    language,
    blocks: [
      greeting(context),
      paragraph(`${words.stopped[kind](said)} ${words.forward}`),
      paragraph(words.forThem(said)),
      ...closing(context, runningWhy(context, 'coordinator')),
    ],
  };
};
