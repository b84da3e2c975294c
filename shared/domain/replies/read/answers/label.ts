/** The beginning of an answer that says which question it is for. */
export interface Label {
  /** The line it stands on. */
  line: number;
  /** The line on which it ends: the words of a question may have been wrapped. */
  end: number;
  /** The index of the question. */
  question: number;
  /** What follows it on its line. */
  rest: string;
  /** "3 yes" or "3 - yes": a label only in the company of others. */
  weak: boolean;
  /** "3-yes", "4.7": a label only among others of which each has an answer behind it. */
  tight?: true;
  /** A word that the question is called by: "Why: ...". */
  named?: true;
  /** The words of the question itself: nobody types them as an answer, so they end the one above also when nothing follows. */
  whole?: true;
}
