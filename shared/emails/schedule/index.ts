import { type KindOfEmail, noFacts, type Writers } from '../kind.ts';
import { cancelled } from './cancelled.ts';
import { DeadlineMovedFacts, deadlineMoved } from './deadline-moved.ts';

/** The emails about a schedule that has changed. */
export const scheduleKinds = {
  'deadline-moved': { facts: DeadlineMovedFacts, form: 'optional', startsConversation: false },
  cancelled: { facts: noFacts, form: 'none', startsConversation: false },
} satisfies Record<string, KindOfEmail>;

export const scheduleWriters: Writers<typeof scheduleKinds> = {
  'deadline-moved': deadlineMoved,
  cancelled,
};
