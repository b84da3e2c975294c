import type { KindOfEmail, Writers } from '../kind.ts';
import { LinksEndedFacts, linksEnded } from './links-ended.ts';
import { NotTheirsFacts, notTheirs } from './not-theirs.ts';
import { TakenBackFacts, takenBack } from './taken-back.ts';
import { TheirsOrNotFacts, theirsOrNot } from './theirs-or-not.ts';

/** The emails about what was sent from a page, and the links to pages. */
export const pageKinds = {
  'taken-back': { facts: TakenBackFacts, form: 'required', startsConversation: false },
  'theirs-or-not': { facts: TheirsOrNotFacts, form: 'required', startsConversation: false },
  'not-theirs': { facts: NotTheirsFacts, form: 'none', startsConversation: false },
  'links-ended': { facts: LinksEndedFacts, form: 'none', startsConversation: false },
} satisfies Record<string, KindOfEmail>;

export const pageWriters: Writers<typeof pageKinds> = {
  'taken-back': takenBack,
  'theirs-or-not': theirsOrNot,
  'not-theirs': notTheirs,
  'links-ended': linksEnded,
};
