/** An option that is named somewhere in what was said. */
export interface Mention {
  option: number;
  /** Its tokens: from the first to the one after the last. */
  from: number;
  to: number;
  /** In its own words, by its letter, or by words that mean it. */
  by: 'own' | 'letter' | 'words';
  /** "not a mentor", "rather than a mentor". */
  negated: boolean;
}

export type Found = Omit<Mention, 'negated'>;

/** Someone who needs a mentor is no mentor, but may want to be both: a mention of no option, which is asked about. */
export const unnamed = -1;
