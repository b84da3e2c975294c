/** How groups fared with a matching. */
export const audit = {
  department: 'Department',
  location: 'Location',
  groups: {
    yes: 'yes',
    no: 'no',
    several: 'more than one',
    others: 'others, or not said',
    unknown: 'not known',
  },
  share: '{$part} of {$of} ({$percent}%)',
  nobody: 'nobody',
  range: '{$from} to {$to}',
  rates: {
    applied: '{$title}, who applied of those invited',
    eligible: '{$title}, who may take part of those who applied',
    mentees: '{$title}, mentees who have a partner',
    mentors: '{$title}, mentors who have a partner',
  },
  flag: `.input {$isByChance :string}
.match $isByChance
yes {{{$rate}: {$group} {$has}, {$highest} {$highestHas}. The first rate is {$ratio} of the second, under four fifths. The numbers are too small to tell this from chance.}}
* {{{$rate}: {$group} {$has}, {$highest} {$highestHas}. The first rate is {$ratio} of the second, under four fifths.}}`,
  page: {
    nothing: 'There are no groups to compare: nothing about any was asked or is known.',
    about:
      "This was looked at after the matching and is never part of a score. A rate under four fifths of another group's deserves a question; it is no proof of anything.",
    even: "No rate is clearly under four fifths of another's.",
    show: 'Show {$groups :integer} groups',
    unsure: `.input {$rates :count}
.match $rates
one {{{$rates :count case=sentence} rate is under four fifths, in numbers too small to mean anything}}
* {{{$rates :count case=sentence} rates are under four fifths, in numbers too small to mean anything}}`,
    frozen:
      'These figures stay as they were when the pairs were first proposed: following each change would show whose answer came or went.',
    applications: 'Applications',
    mentees: 'Mentees',
    mentors: 'Mentors',
    appliedOfInvited: 'Applied, of those invited',
    applied: 'Applied',
    mayTakePart: 'May take part',
    matched: 'Have a partner',
    eligible: 'Could be matched',
    mean: 'Mean score',
    worst: 'Worst score',
    none: 'none',
    withheld: 'not shown',
    few: ' (few)',
  },
  notes: {
    few: 'A figure of fewer than {$smallest :integer} people means little: one person more or less turns it round.',
    tooFew: `.input {$role :string}
.match $role
mentee {{There are too few mentees to compare without showing who is meant.}}
mentor {{There are too few mentors to compare without showing who is meant.}}
* {{There are too few people to compare without showing who is meant.}}`,
    partnersWithheld: `.input {$role :string}
.match $role
mentee {{How many mentees of each group have a partner is not shown: beside the names, it would tell the groups of fewer than {$smallest :integer} people.}}
* {{How many mentors of each group have a partner is not shown: beside the names, it would tell the groups of fewer than {$smallest :integer} people.}}`,
    noRateIsLow:
      'With {$without :integer useGrouping=never} of {$eligible :integer useGrouping=never} left over, no rate can be under four fifths.',
    eligibilityWithheld:
      'Who may take part is not shown by group: it would tell the groups of fewer than {$smallest :integer} people.',
    heldNotCounted: 'Applications are counted without those who are held back.',
    applicationsWithheld:
      'Who applied is not shown by group: it would tell the groups of fewer than {$smallest :integer} people.',
    smallGroupsMerged: 'Groups that are too small to be shown are counted with those who did not say.',
    unsaidInNoGroup: 'People who did not say are in no group, so the true rates of application are higher than these.',
  },
} as const;
