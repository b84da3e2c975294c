import { alternatives } from './alternatives.ts';
import { api } from './api.ts';
import { applyingEmails } from './applying-emails.ts';
import { audit } from './audit.ts';
import { common } from './common.ts';
import { faults } from './faults.ts';
import { formPage } from './form-page.ts';
import { matchReasons } from './match-reasons.ts';
import { pageEmails } from './page-emails.ts';
import { pages } from './pages.ts';
import { replies } from './replies.ts';
import { report } from './report.ts';
import { scheduleEmails } from './schedule-emails.ts';
import { scheduleWarnings } from './schedule-warnings.ts';
import { stopPages } from './stop-pages.ts';
import { stoppingEmails } from './stopping-emails.ts';
import { unmatched } from './unmatched.ts';
import { weights } from './weights.ts';
import { workplaces } from './workplaces.ts';

/** English, the language that the others are translated from. */
export const english = {
  tag: 'en',
  locale: 'en-GB',
  numbers: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  messages: {
    alternatives,
    api,
    applyingEmails,
    audit,
    common,
    faults,
    formPage,
    matchReasons,
    pageEmails,
    pages,
    replies,
    report,
    scheduleEmails,
    scheduleWarnings,
    stopPages,
    stoppingEmails,
    unmatched,
    weights,
    workplaces,
  },
} as const;
