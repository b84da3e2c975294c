/** What a coordinator may want to look at in the dates of a cohort. Names of stages and milestones stay as they are. */
export const scheduleWarnings = {
  shortStage: '{$stage} lasts {$days :integer} days; people on leave would miss all of it.',
  noTimeToRefuse: 'The pairs are published when {$stage} closes: nobody has time to say that they would rather not.',
  weekends: 'On a Saturday or Sunday: {$days}.',
  holidays: 'When many are away: {$days}.',
  /** One of the days above, and what is on it. */
  onDay: '{$what} ({$day})',
  onHoliday: '{$what} ({$day}, {$holiday})',
  what: `.input {$is :string}
.match $is
last-day {{last day of {$stage}}}
last-day-of-votes {{last day of the votes}}
committee-asked {{{$milestone}, when the committee is asked}}
pairs-told {{{$milestone}, when pairs hear of each other}}
introductions {{{$milestone}, the introductions}}
* {{{$milestone}}}`,
  holiday: `.input {$holiday :string}
.match $holiday
christmas-eve {{Christmas Eve}}
christmas-day {{Christmas Day}}
boxing-day {{Boxing Day}}
new-years-eve {{New Year's Eve}}
* {{New Year's Day}}`,
} as const;
