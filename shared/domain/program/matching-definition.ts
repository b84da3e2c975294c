import * as z from 'zod';
import { coded } from '../document-faults.ts';
import type { Question } from '../forms/form.ts';
import { phraseKey } from '../matching/scoring/synonyms.ts';
import { inheritedName, isInherited } from '../own-name.ts';
import { isEachOnce, most, namedTwice } from './list-bounds.ts';

/** Which answers of the two sides a factor compares, and how. `mentee` and `mentor` name questions of the application. */
export const Factor = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/)
    .refine((name) => !isInherited(name), inheritedName),
  /** A few words for the committee: "What the mentee wants to work on". */
  title: z.string().min(1).max(80),
  /**
   * covers: the share of what the mentee chose that the mentor chose (choices). same: both chose the same (choice).
   * near: how close two numbers or scales are. ahead: the mentor has more of it than the mentee, ideally by `ideal`.
   * words: what the texts have in common; a text is compared with chosen topics by their words, too. gives: the reverse of covers, what the mentor wants that the mentee offers.
   * hours: how many working hours they share, each said as "9-17 Europe/Lisbon". names: whom each would like, best first.
   */
  compare: z.enum(['covers', 'gives', 'same', 'near', 'ahead', 'words', 'hours', 'names']),
  mentee: z.string(),
  mentor: z.string(),
  /** Relative to the other factors; 0 switches it off. */
  weight: z.number().min(0).max(100),
  /**
   * For `ahead`: the difference that is best. For `near`: the difference at which the score reaches 0. For `hours`: how
   * many shared hours are as good as more; 3 when absent.
   */
  ideal: z.number().positive().optional(),
  /** For `words`: words that mean the same, such as `["ML", "machine learning"]`. */
  alike: z
    .array(z.array(z.string().trim().min(1).max(60)).min(2).max(20))
    .max(100)
    .refine((groups) => isEachOnce(groups.flat().map(phraseKey)), coded({ code: 'phrase-twice' }))
    .optional(),
});
export type Factor = z.infer<typeof Factor>;

/** What may not be matched, whatever the score. Each names a question of the application, or is left out. */
export const MatchingRules = z.strictObject({
  /** A number: how many mentees a mentor can take. One when absent or unanswered. */
  capacity: z.string().optional(),
  /** A text in which a person names people they must not be paired with (addresses or full names). */
  conflicts: z.string().optional(),
  /** A text: the address or name of one's own manager; nobody is paired with their own manager. */
  manager: z.string().optional(),
  /** A choices question: both must share at least one, such as a language. */
  shared: z.array(z.string()).max(most.shared).refine(isEachOnce, namedTwice).default([]),
});
export type MatchingRules = z.infer<typeof MatchingRules>;

/** The types of question that each comparison can be made of. */
export const comparable: Record<Factor['compare'], readonly Question['type'][]> = {
  covers: ['choices', 'choice'],
  gives: ['choices', 'choice'],
  same: ['choice', 'choices', 'yesno'],
  near: ['number', 'scale'],
  ahead: ['number', 'scale'],
  words: ['text', 'choice', 'choices'],
  hours: ['text'],
  names: ['text'],
};
