import { alternatives } from './alternatives.ts';
import { audit } from './audit.ts';
import { formPage } from './form-page.ts';
import { matchReasons } from './match-reasons.ts';
import { pages } from './pages.ts';
import { replies } from './replies.ts';
import { stopPages } from './stop-pages.ts';
import { unmatched } from './unmatched.ts';
import { weights } from './weights.ts';
import { workplaces } from './workplaces.ts';

/** English, the language that the others are translated from. */
export const english = {
  tag: 'en',
  locale: 'en-GB',
  numbers: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  messages: { alternatives, audit, formPage, matchReasons, pages, replies, stopPages, unmatched, weights, workplaces },
} as const;
