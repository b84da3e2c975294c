import type { DayOff, ScheduleWarning } from '#domain/program/rehearsal.ts';
import type { Words } from './index.ts';

/** What to look at in the dates of a cohort, as a sentence. */
export function scheduleWarningWords(warning: ScheduleWarning, words: Words): string {
  const { scheduleWarnings: said } = words;
  switch (warning.code) {
    case 'short-stage':
      return said.shortStage(warning);
    case 'no-time-to-refuse':
      return said.noTimeToRefuse(warning);
    default:
      return said[warning.code]({ days: words.enumeration(warning.days.map((one) => dayWords(one, words))) });
  }
}

function dayWords({ is, milestone, stage, day, holiday }: DayOff, { scheduleWarnings: said }: Words): string {
  const what = said.what({ is, milestone, stage });
  return holiday ? said.onHoliday({ what, day, holiday: said.holiday({ holiday }) }) : said.onDay({ what, day });
}
