/** To whoever publishes the pairs, when the votes have ended. */
export const publishDecision = {
  subject: `.input {$pairs :count}
.match $pairs
0 {{{$cohort}: shall we publish the pairs?}}
one {{{$cohort}: shall we publish {$pairs} pair?}}
* {{{$cohort}: shall we publish {$pairs} pairs?}}`,
  instead: `.input {$said :string}
.match $said
no {{{$chair}, who was asked first, would rather not publish the pairs yet, so it is for you to say. }}
unclear {{{$chair}, who was asked first, has answered, but has not told us yet whether we read it rightly, so it is for you to say. }}
* {{{$chair}, who was asked first, has not said yet whether to publish, so it is for you to say. }}`,
  voted: `.input {$isDecided :string}
.input {$areAll :string}
.input {$members :count}
.input {$voters :count}
.match $isDecided $areAll $members $voters
yes yes 1 * {{The member of the committee has voted on the pairs of {$cohort}.}}
yes yes 2 * {{Both members of the committee have voted on the pairs of {$cohort}.}}
yes yes * * {{All {$members} members of the committee have voted on the pairs of {$cohort}.}}
yes * * one {{{$voters :count case=sentence} of the {$members} members of the committee has voted on the pairs of {$cohort}.}}
yes * * * {{{$voters :count case=sentence} of the {$members} members of the committee have voted on the pairs of {$cohort}.}}
* yes 1 * {{The member of the committee has voted on the pairs of {$cohort}, fewer than the program asks for.}}
* yes 2 * {{Both members of the committee have voted on the pairs of {$cohort}, fewer than the program asks for.}}
* yes * * {{All {$members} members of the committee have voted on the pairs of {$cohort}, fewer than the program asks for.}}
* * 1 0 {{The member of the committee has not voted on the pairs of {$cohort}, fewer than the program asks for.}}
* * 2 0 {{Neither member of the committee has voted on the pairs of {$cohort}, fewer than the program asks for.}}
* * * 0 {{None of the {$members} members of the committee have voted on the pairs of {$cohort}, fewer than the program asks for.}}
* * * one {{{$voters :count case=sentence} of the {$members} members of the committee has voted on the pairs of {$cohort}, fewer than the program asks for.}}
* * * * {{{$voters :count case=sentence} of the {$members} members of the committee have voted on the pairs of {$cohort}, fewer than the program asks for.}}`,
  stand: `.input {$pairs :count}
.input {$rejected :count}
.match $pairs $rejected
0 0 {{ The pairs that stand all have you in them.}}
0 one {{ The pairs that stand all have you in them and {$rejected} pair was rejected.}}
0 * {{ The pairs that stand all have you in them and {$rejected} pairs were rejected.}}
one 0 {{ {$pairs :count case=sentence} pair stands.}}
one one {{ {$pairs :count case=sentence} pair stands and {$rejected} pair was rejected.}}
one * {{ {$pairs :count case=sentence} pair stands and {$rejected} pairs were rejected.}}
* 0 {{ {$pairs :count case=sentence} pairs stand.}}
* one {{ {$pairs :count case=sentence} pairs stand and {$rejected} pair was rejected.}}
* * {{ {$pairs :count case=sentence} pairs stand and {$rejected} pairs were rejected.}}`,
  ifYes:
    ' If you reply "yes", both sides of each pair hear today who we thought of and why. {#page}Or answer on a page, which has the reasons, the votes and how groups fared{/page}',
  silence: {
    waitsForBoth: 'Until you or {$chair} say "yes", nothing is published and everyone waits.',
    waits: 'Until you answer, nothing is published and everyone waits.',
    publishes:
      'If we don\'t hear from you, they are published on {$day} as they stand. If you reply "no", they wait until you say yes.',
  },
  leaveSomeOut:
    'To leave out single pairs and publish the others, reply with "all but", their names and why; we show you what we understood before anything is published. Or strike them on the page.',
  without: 'What {$chair} would leave out, as we read it',
  pairs: {
    heading: 'The pairs, mentor first',
    isNew: '{$mentor} and {$mentee} (new, and not voted on)',
    votes: `.input {$abstained :count}
.input {$inFavour :count}
.input {$against :count}
.match $abstained $inFavour $against
0 0 0 {{{$mentor} and {$mentee} (no votes)}}
0 0 * {{{$mentor} and {$mentee} (none for, {$against} against)}}
0 * 0 {{{$mentor} and {$mentee} ({$inFavour} for, none against)}}
0 * * {{{$mentor} and {$mentee} ({$inFavour} for, {$against} against)}}
* 0 0 {{{$mentor} and {$mentee} (none for or against, {$abstained} abstained)}}
* 0 * {{{$mentor} and {$mentee} (none for, {$against} against, {$abstained} abstained)}}
* * 0 {{{$mentor} and {$mentee} ({$inFavour} for, {$abstained} abstained)}}
* * * {{{$mentor} and {$mentee} ({$inFavour} for, {$against} against, {$abstained} abstained)}}`,
    /** Everybody who voted is for these; they stand after the others. */
    alike: `.input {$areAll :string}
.input {$voters :count}
.match $areAll $voters
yes one {{The one who voted is for every pair:}}
yes * {{All {$voters} who voted are for every pair:}}
* one {{The one who voted is for these:}}
* * {{All {$voters} who voted are for these:}}`,
  },
  unfinished: {
    heading: 'Votes that are not finished, and are not counted',
    with: '{$mentor} with {$mentee}',
    many: '{$pairs :count} pairs',
    noReason: '{$who}: no to {$pairs}, without a reason yet',
    undecided: '{$who}: undecided on {$pairs}',
    both: '{$who}: no to {$rejected}, without a reason yet; undecided on {$undecided}',
  },
  rejected: 'Rejected',
} as const;
