/** What many emails share. */
export const common = {
  hello: 'Hello {$given},',
  helloUnnamed: 'Hello,',
  thankYou: 'Thank you, {$given}.',
  thankYouUnnamed: 'Thank you.',
  /** Somebody's own words, in a sentence and at its end, where the quotation may bring a full stop of its own. */
  quote: '"{$words}"',
  quoteAtEnd: `.input {$isEnded :string}
.match $isEnded
yes {{"{$words}"}}
* {{"{$words}".}}`,
  /** Weekday, day and month as the language writes them in a date. */
  day: '{$weekday} {$day} {$month}',
  dayAndYear: '{$weekday} {$day} {$month} {$year}',
  today: 'today',
  onDay: 'on {$day}',
  byDay: ' by {$day}',
  writeTo: '{$when} write to {#mail}{$coordinator}{/mail}',
  nothingToDo: 'There is nothing to do.',
  ifQuestion: ' If you have a question,',
  forAnythingElse: ' For anything else,',
  stop: '{$why} {#stop}Stop all email from this program{/stop}',
  signature: '{$who}, for mentoring at {$organisation}',
  why: {
    invited: `.input {$reader :string}
.match $reader
coordinator {{You get this because you put yourself on the list of people to invite to {$cohort}.}}
* {{You get this because {$coordinator} put you on the list of people to invite to {$cohort}.}}`,
    takesPart: 'You get this because you take part in {$cohort}, mentoring at {$organisation}.',
    coordinator: 'You get this because you coordinate {$cohort}.',
    committee: 'You get this because you are on the matching committee of {$cohort}.',
    leadership: `.input {$reader :string}
.match $reader
coordinator {{You get this because you named yourself as a reader of the report on {$cohort}.}}
* {{You get this because {$coordinator} named you as a reader of the report on {$cohort}.}}`,
    replied: 'You get this because you replied to an email about {$cohort}.',
    hasPart: 'You get this because you have a part in running {$cohort}.',
  },
  surveys: {
    isGoing: 'We ask how it is going around {$day}.',
    went: 'We ask how it went around {$day}.',
    writtenNext: 'We write again around {$day}.',
    reportedAgain:
      'Around {$day} everyone who had a partner is asked once more, and the report is sent again with what they say.',
    time: 'the {$time}',
    end: 'the end',
  },
  orPage: '{#page}Or answer on a page{/page}',
  answer: {
    yes: 'yes',
    no: 'no',
    abstained: 'abstained',
    onScale: '{$answer} (from {$min} to {$max})',
    withComment: '{$answer}: {$comment}',
  },
  howToAnswer: {
    undated: `.input {$minutes :count}
.match $minutes
1 {{Just reply and type under the questions; any mail program will do. It takes about {$minutes} minute.}}
* {{Just reply and type under the questions; any mail program will do. It takes about {$minutes} minutes.}}`,
    one: `.input {$question :integer useGrouping=never}
.input {$minutes :count}
.match $question $minutes
1 1 {{Just reply with your answer; any mail program will do. It takes about {$minutes} minute, and we need it by {$day}. {#page}Or answer on a page{/page}}}
1 * {{Just reply with your answer; any mail program will do. It takes about {$minutes} minutes, and we need it by {$day}. {#page}Or answer on a page{/page}}}
* 1 {{Just reply with your answer to question {$question}; any mail program will do. It takes about {$minutes} minute, and we need it by {$day}. {#page}Or answer on a page{/page}}}
* * {{Just reply with your answer to question {$question}; any mail program will do. It takes about {$minutes} minutes, and we need it by {$day}. {#page}Or answer on a page{/page}}}`,
    many: `.input {$minutes :count}
.match $minutes
1 {{Just reply and type under the questions; any mail program will do. It takes about {$minutes} minute, and we need it by {$day}. {#page}Or answer on a page{/page}}}
* {{Just reply and type under the questions; any mail program will do. It takes about {$minutes} minutes, and we need it by {$day}. {#page}Or answer on a page{/page}}}`,
  },
} as const;
