import { type KindOfEmail, noFacts, type Writers } from '../kind.ts';
import { HandOverFacts, handOver, StopOrHandOverFacts, stopOrHandOver } from './hand-over.ts';
import { StopOrNotFacts, stopOrNot } from './stop-or-not.ts';
import { stopped } from './stopped.ts';
import { WriteAgainFacts, writeAgain } from './write-again.ts';

/** The emails about stopping all email, and beginning again. */
export const stoppingKinds = {
  'stop-or-not': { facts: StopOrNotFacts, form: 'required', startsConversation: false },
  'stop-or-hand-over': { facts: StopOrHandOverFacts, form: 'none', startsConversation: false },
  'hand-over': { facts: HandOverFacts, form: 'none', startsConversation: false },
  stopped: { facts: noFacts, form: 'none', startsConversation: false },
  'write-again': { facts: WriteAgainFacts, form: 'none', startsConversation: false },
} satisfies Record<string, KindOfEmail>;

export const stoppingWriters: Writers<typeof stoppingKinds> = {
  'stop-or-not': stopOrNot,
  'stop-or-hand-over': stopOrHandOver,
  'hand-over': handOver,
  stopped,
  'write-again': writeAgain,
};
