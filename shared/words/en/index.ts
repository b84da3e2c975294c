import { formPage } from './form-page.ts';
import { pages } from './pages.ts';
import { stopPages } from './stop-pages.ts';

/** English, the language that the others are translated from. */
export const english = {
  tag: 'en',
  locale: 'en-GB',
  numbers: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  messages: { formPage, pages, stopPages },
} as const;
