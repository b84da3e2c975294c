/** The emails about a schedule that has changed. */
export const scheduleEmails = {
  cancelled: {
    subject: '{$cohort} ends early',
    ended: `.input {$reader :string}
.match $reader
coordinator {{You have ended {$cohort}, the mentoring at {$organisation}, before its time. Thank you for your part in it.}}
* {{{$coordinator} has ended {$cohort}, the mentoring at {$organisation}, before its time. Thank you for your part in it.}}`,
    effect:
      'There is nothing to do, and there will be no more email about this round. If you have a partner, nothing keeps you from going on together.',
    questions: ' For questions,',
    why: 'You get this because we wrote to you about {$cohort} before.',
  },
} as const;
