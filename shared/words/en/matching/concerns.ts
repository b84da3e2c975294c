/** What a coordinator may want to look at before a cohort starts or its committee votes. */
export const concerns = {
  fewMembers: `.input {$members :count}
.match $members
one {{The committee has only {$members} member. Three to five see more, and can outvote a single view.}}
* {{The committee has only {$members} members. Three to five see more, and can outvote a single view.}}`,
  fewerThanQuorum:
    'The program wants {$quorum :integer} votes, more than the committee has members: all of them have to vote.',
  isInvited: '{$name} is on the committee and invited too. They are not asked about a pair of their own.',
  sameDepartment: `.input {$members :integer}
.match $members
2 {{Both members of the committee work in the same department ({$department}). Somebody from elsewhere would notice other things.}}
* {{All {$members} members of the committee work in the same department ({$department}). Somebody from elsewhere would notice other things.}}`,
  sameLocation: `.input {$members :integer}
.match $members
2 {{Both members of the committee work in the same place ({$location}). Somebody from elsewhere would notice other things.}}
* {{All {$members} members of the committee work in the same place ({$location}). Somebody from elsewhere would notice other things.}}`,
  reportUnread: 'Nobody is named in leadership: the report is emailed to nobody, and is at {$address} alone.',
} as const;
