import type { Known } from '#domain/replies/outcome/situation.ts';

/** A message that came in for a form, and what is loaded to judge whose it is. */
export interface Incoming
  extends Pick<Known, 'now' | 'cohort' | 'person' | 'form' | 'reply' | 'original' | 'wasConfirmed'> {
  /** The receipt that it replies to, which tells its reader what was sent from the form's page. */
  receipt?: string;
}
