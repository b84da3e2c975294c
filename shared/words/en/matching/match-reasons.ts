/**
 * Why two people were thought of, or what speaks against them: a sentence for each thing that a factor finds. `reader` is
 * the one of the two who reads it, who is spoken to; for anybody else it speaks of both by name.
 */
export const matchReasons = {
  /** An answer that speaks of itself ("my direction") inside a sentence of ours. */
  quoted: '“{$answer}”',
  unanswered: {
    mentee: `.input {$reader :string}
.match $reader
mentee {{You did not say, so this counts neither for nor against.}}
mentor {{{$mentee} did not say, so this counts neither for nor against.}}
* {{{$mentee} did not say, so this counts neither for nor against.}}`,
    mentor: `.input {$reader :string}
.match $reader
mentee {{{$mentor} did not say, so this counts neither for nor against.}}
mentor {{You did not say, so this counts neither for nor against.}}
* {{{$mentor} did not say, so this counts neither for nor against.}}`,
    both: `.input {$reader :string}
.match $reader
mentee {{You and {$mentor} did not say, so this counts neither for nor against.}}
mentor {{You and {$mentee} did not say, so this counts neither for nor against.}}
* {{{$mentee} and {$mentor} did not say, so this counts neither for nor against.}}`,
  },
  common: {
    some: `.input {$reader :string}
.match $reader
mentee {{You and {$mentor} both chose {$shared}.}}
mentor {{You and {$mentee} both chose {$shared}.}}
* {{{$mentee} and {$mentor} both chose {$shared}.}}`,
    none: `.input {$reader :string}
.match $reader
mentee {{You and {$mentor} chose differently here.}}
mentor {{You and {$mentee} chose differently here.}}
* {{{$mentee} and {$mentor} chose differently here.}}`,
  },
  quality: {
    all: `.input {$reader :string}
.match $reader
mentee {{{$mentor} is someone who {$shared}, as you hope.}}
mentor {{You are someone who {$shared}, as {$mentee} hopes.}}
* {{{$mentor} is someone who {$shared}, as {$mentee} hopes.}}`,
    some: `.input {$reader :string}
.match $reader
mentee {{{$mentor} is someone who {$shared}, {$met :count} of the {$all :count} things that you look for.}}
mentor {{You are someone who {$shared}, {$met :count} of the {$all :count} things that {$mentee} looks for.}}
* {{{$mentor} is someone who {$shared}, {$met :count} of the {$all :count} things that {$mentee} looks for.}}`,
    none: `.input {$reader :string}
.match $reader
mentee {{You look for someone who {$wanted}; {$mentor} did not name that.}}
mentor {{{$mentee} looks for someone who {$wanted}; you did not name that.}}
* {{{$mentee} looks for someone who {$wanted}; {$mentor} did not name that.}}`,
  },
  help: {
    all: `.input {$reader :string}
.match $reader
mentee {{{$mentor} can help with {$shared}, which you asked for.}}
mentor {{You can help with {$shared}, which {$mentee} asked for.}}
* {{{$mentor} can help with {$shared}, which {$mentee} asked for.}}`,
    some: `.input {$reader :string}
.match $reader
mentee {{{$mentor} can help with {$shared}, {$met :count} of the {$all :count} things you asked for.}}
mentor {{You can help with {$shared}, {$met :count} of the {$all :count} things {$mentee} asked for.}}
* {{{$mentor} can help with {$shared}, {$met :count} of the {$all :count} things {$mentee} asked for.}}`,
    none: `.input {$reader :string}
.match $reader
mentee {{You asked for {$wanted}; {$mentor} did not offer that.}}
mentor {{{$mentee} asked for {$wanted}; you did not offer that.}}
* {{{$mentee} asked for {$wanted}; {$mentor} did not offer that.}}`,
  },
  offer: {
    all: `.input {$reader :string}
.match $reader
mentee {{You offer {$shared}, which {$mentor} would like.}}
mentor {{{$mentee} offers {$shared}, which you would like.}}
* {{{$mentee} offers {$shared}, which {$mentor} would like.}}`,
    some: `.input {$reader :string}
.match $reader
mentee {{You offer {$shared}, {$met :count} of the {$all :count} things {$mentor} would like.}}
mentor {{{$mentee} offers {$shared}, {$met :count} of the {$all :count} things you would like.}}
* {{{$mentee} offers {$shared}, {$met :count} of the {$all :count} things {$mentor} would like.}}`,
    none: `.input {$reader :string}
.match $reader
mentee {{{$mentor} would like {$wanted}; you did not offer that.}}
mentor {{You would like {$wanted}; {$mentee} did not offer that.}}
* {{{$mentor} would like {$wanted}; {$mentee} did not offer that.}}`,
  },
  same: {
    alike: `.input {$reader :string}
.match $reader
mentee {{You and {$mentor} both said {$answer}.}}
mentor {{You and {$mentee} both said {$answer}.}}
* {{{$mentee} and {$mentor} both said {$answer}.}}`,
    different: `.input {$reader :string}
.match $reader
mentee {{You said {$menteeSaid}, {$mentor} {$mentorSaid}.}}
mentor {{{$mentee} said {$menteeSaid}, you {$mentorSaid}.}}
* {{{$mentee} said {$menteeSaid}, {$mentor} {$mentorSaid}.}}`,
  },
  near: {
    none: `.input {$reader :string}
.match $reader
mentee {{You and {$mentor} gave the same answer for {$subject}: {$answer}.}}
mentor {{You and {$mentee} gave the same answer for {$subject}: {$answer}.}}
* {{{$mentee} and {$mentor} gave the same answer for {$subject}: {$answer}.}}`,
    close: `.input {$reader :string}
.match $reader
mentee {{For {$subject}, you said {$menteeSaid} and {$mentor} {$mentorSaid}: close together.}}
mentor {{For {$subject}, {$mentee} said {$menteeSaid} and you {$mentorSaid}: close together.}}
* {{For {$subject}, {$mentee} said {$menteeSaid} and {$mentor} {$mentorSaid}: close together.}}`,
    near: `.input {$reader :string}
.match $reader
mentee {{For {$subject}, you said {$menteeSaid} and {$mentor} {$mentorSaid}: not far apart.}}
mentor {{For {$subject}, {$mentee} said {$menteeSaid} and you {$mentorSaid}: not far apart.}}
* {{For {$subject}, {$mentee} said {$menteeSaid} and {$mentor} {$mentorSaid}: not far apart.}}`,
    some: `.input {$reader :string}
.match $reader
mentee {{For {$subject}, you said {$menteeSaid} and {$mentor} {$mentorSaid}: some way apart.}}
mentor {{For {$subject}, {$mentee} said {$menteeSaid} and you {$mentorSaid}: some way apart.}}
* {{For {$subject}, {$mentee} said {$menteeSaid} and {$mentor} {$mentorSaid}: some way apart.}}`,
    far: `.input {$reader :string}
.match $reader
mentee {{For {$subject}, you said {$menteeSaid} and {$mentor} {$mentorSaid}: far apart.}}
mentor {{For {$subject}, {$mentee} said {$menteeSaid} and you {$mentorSaid}: far apart.}}
* {{For {$subject}, {$mentee} said {$menteeSaid} and {$mentor} {$mentorSaid}: far apart.}}`,
  },
  ahead: {
    none: `.input {$reader :string}
.match $reader
mentee {{For {$subject}, {$mentor} said {$mentorSaid} and you {$menteeSaid}: {$mentor} is not ahead there.}}
mentor {{For {$subject}, you said {$mentorSaid} and {$mentee} {$menteeSaid}: you are not ahead there.}}
* {{For {$subject}, {$mentor} said {$mentorSaid} and {$mentee} {$menteeSaid}: {$mentor} is not ahead there.}}`,
    little: `.input {$reader :string}
.match $reader
mentee {{For {$subject}, {$mentor} said {$mentorSaid} and you {$menteeSaid}: only a little ahead.}}
mentor {{For {$subject}, you said {$mentorSaid} and {$mentee} {$menteeSaid}: only a little ahead.}}
* {{For {$subject}, {$mentor} said {$mentorSaid} and {$mentee} {$menteeSaid}: only a little ahead.}}`,
    right: `.input {$reader :string}
.match $reader
mentee {{For {$subject}, {$mentor} said {$mentorSaid} and you {$menteeSaid}: far enough ahead, and near enough to remember.}}
mentor {{For {$subject}, you said {$mentorSaid} and {$mentee} {$menteeSaid}: far enough ahead, and near enough to remember.}}
* {{For {$subject}, {$mentor} said {$mentorSaid} and {$mentee} {$menteeSaid}: far enough ahead, and near enough to remember.}}`,
    much: `.input {$reader :string}
.match $reader
mentee {{For {$subject}, {$mentor} said {$mentorSaid} and you {$menteeSaid}: a long way ahead.}}
mentor {{For {$subject}, you said {$mentorSaid} and {$mentee} {$menteeSaid}: a long way ahead.}}
* {{For {$subject}, {$mentor} said {$mentorSaid} and {$mentee} {$menteeSaid}: a long way ahead.}}`,
  },
  words: {
    some: `.input {$reader :string}
.match $reader
mentee {{You and {$mentor} both wrote about {$shared}.}}
mentor {{You and {$mentee} both wrote about {$shared}.}}
* {{{$mentee} and {$mentor} both wrote about {$shared}.}}`,
    none: `.input {$reader :string}
.match $reader
mentee {{You and {$mentor} used different words here.}}
mentor {{You and {$mentee} used different words here.}}
* {{{$mentee} and {$mentor} used different words here.}}`,
  },
  hours: {
    some: `.input {$hours :number}
.input {$reader :string}
.match $hours $reader
1 mentee {{You and {$mentor} share {$hours} working hour a day, the whole year.}}
1 mentor {{You and {$mentee} share {$hours} working hour a day, the whole year.}}
1 * {{{$mentee} and {$mentor} share {$hours} working hour a day, the whole year.}}
* mentee {{You and {$mentor} share {$hours} working hours a day, the whole year.}}
* mentor {{You and {$mentee} share {$hours} working hours a day, the whole year.}}
* * {{{$mentee} and {$mentor} share {$hours} working hours a day, the whole year.}}`,
    none: `.input {$reader :string}
.match $reader
mentee {{You and {$mentor} are never at work at the same time.}}
mentor {{You and {$mentee} are never at work at the same time.}}
* {{{$mentee} and {$mentor} are never at work at the same time.}}`,
  },
  named: {
    both: `.input {$reader :string}
.match $reader
mentee {{You and {$mentor} named each other.}}
mentor {{You and {$mentee} named each other.}}
* {{{$mentee} and {$mentor} named each other.}}`,
    mentee: `.input {$reader :string}
.match $reader
mentee {{You named {$mentor}.}}
mentor {{{$mentee} named you.}}
* {{{$mentee} named {$mentor}.}}`,
    mentor: `.input {$reader :string}
.match $reader
mentee {{{$mentor} named you.}}
mentor {{You named {$mentee}.}}
* {{{$mentor} named {$mentee}.}}`,
    none: `.input {$reader :string}
.match $reader
mentee {{You and {$mentor} did not name each other.}}
mentor {{You and {$mentee} did not name each other.}}
* {{{$mentee} and {$mentor} did not name each other.}}`,
  },
} as const;
