/** The pages of those who decide on pairs: the ballot of a committee, and the decision to publish. */
export const committeePage = {
  vote: `.input {$hasVoted :string}
.match $hasVoted
yes {{All your votes are in, and you can still change them. You see how the others have voted here once the committee has decided. A no needs a reason, which helps to find a better partner. A pair that you would rather not judge counts as answered, and for neither side. Nobody outside the committee sees a pair before the pairs are published.}}
* {{Please vote on your own: yes or no for each pair. You see how the others have voted here once the committee has decided. A no needs a reason, which helps to find a better partner. A pair that you would rather not judge counts as answered, and for neither side. Nobody outside the committee sees a pair before the pairs are published.}}`,
  ownLeftOut:
    'You have applied yourself, so whatever concerns you is left out of this page. You hear about it when everybody does.',
  beforeVoting: 'Before you vote',
  below: `.input {$knowsUnmatched :string}
.input {$areHeld :string}
.match $knowsUnmatched $areHeld
yes yes {{Below the pairs: {#unmatched}who has no partner{/unmatched}, {#held}who is held back{/held}, {#audit}how groups fared{/audit}.}}
yes * {{Below the pairs: {#unmatched}who has no partner{/unmatched}, {#audit}how groups fared{/audit}.}}
* yes {{Below the pairs: {#held}who is held back{/held}, {#audit}how groups fared{/audit}.}}
* * {{Below the pairs: {#audit}how groups fared{/audit}.}}`,
  pairs: 'The pairs',
  gone: 'No longer proposed, no vote needed.',
  askedAnew: 'A newer email of ours asks for your vote on this pair.',
  noPair: 'No pair stands.',
  howToStrike:
    'To leave a pair out, strike it here, say why, and send the page with a yes above. The others are published.',
  strike: 'Leave this pair out',
  whyStruck: 'Why?',
  whyStruckBefore: 'Why? (said before; leave it empty to keep that)',
  struckWithoutReason: 'Please say why {$mentor} and {$mentee} are left out.',
  againstWithoutReason: 'Please say in a few words why not.',
  rejected: 'Rejected by the committee',
  votes: {
    none: 'Nobody has voted on it.',
    heading: 'Votes:',
    cast: `.input {$vote :string}
.match $vote
yes {{{$who}: yes}}
no {{{$who}: no}}
because {{{$who}: no, {$reason}}}
* {{{$who}: abstained}}`,
  },
  factors: {
    speakNot: 'No factor speaks clearly for this pair.',
    all: 'All factors',
    allAndAlternative: 'All factors, and what would be without this pair',
    caption: 'What the {$points :integer} points are made of',
    factor: 'Factor',
    weight: 'Weight',
    points: 'Points',
    share: '{$percent :integer}%',
  },
  unmatched: {
    heading: 'Who has no partner',
    nobody: 'Everybody has a partner.',
    nobodyElse: 'Everybody else has a partner.',
    ofRole: `.input {$role :string}
.match $role
mentee {{Mentees without a mentor}}
* {{Mentors without a mentee}}`,
    show: `.input {$role :string}
.input {$people :count}
.match $role $people
mentee one {{Show {$people} mentee}}
mentee * {{Show {$people} mentees}}
* one {{Show {$people} mentor}}
* * {{Show {$people} mentors}}`,
    why: '{#strong}{$name}{/strong}: {$why}',
  },
  held: {
    heading: 'Held back this time',
    names: "{$names}. This is for the committee alone: please don't speak of it to anybody else.",
  },
  audit: 'How groups fared',
} as const;
