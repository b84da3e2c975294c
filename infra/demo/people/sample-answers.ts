/** What they would like to get from their partner, when they first meet. */
export const hopes: Readonly<Record<'mentor' | 'mentee', readonly string[]>> = {
  mentee: [
    'An honest word when I am fooling myself.',
    'Somebody who asks me in May whether I did what I said in April.',
    'To think aloud with someone who has no stake in the answer.',
    'A look behind the curtain: how decisions are really made here.',
    'Courage, mostly. The plan I can make myself.',
    'Two or three introductions that I could not make on my own.',
    'To hear how you got through the part that you leave out of your CV.',
    'Practice: I would like to rehearse the difficult conversations with you first.',
    'A rhythm. I do better when somebody expects me.',
    'To laugh about it now and then.',
    'That you tell me when it is good enough.',
    'A different pair of eyes on the next three years.',
  ],
  mentor: [
    'To learn how you work; I suspect that it is faster than how I do.',
    'I would like to be useful without being in the way. Tell me if I am.',
    'An hour a month in which I am not in charge of anything.',
    'To understand what has become harder since I was where you are.',
    'Your view of us, before you have got used to it.',
    'To practise asking instead of telling.',
    'Somebody who disagrees with me politely.',
    'To see one thing that you are proud of finished.',
    'That we both look forward to it.',
    'To hear what people say when the managers have left the room (no names, please).',
  ],
};

/** One thing that they learned, by how well it went. */
export const lessons: Readonly<Record<'well' | 'fairly', readonly string[]>> = {
  well: [
    'That silence in a meeting is mine to use as well.',
    'To write the last paragraph first.',
    'How to say no and stay in the room.',
    'That my manager is waiting for me to ask. I asked. It worked.',
    'A way of giving feedback that people thank me for.',
    'That nobody remembers the slide I lost sleep over.',
    'How differently the same house looks from the workshop.',
    'To hand something over completely, including the credit.',
    'That I have been answering questions nobody asked.',
    'Version control, at my age, and I like it.',
    'That a plan on one page is a plan; on ten it is a hope.',
    'To call instead of writing the third email.',
    'That it is allowed to change one’s mind in public.',
    'What it is like to come back after two years. I had no idea.',
  ],
  fairly: [
    'That an hour is long enough if both have prepared.',
    'A few names to call.',
    'How the other department plans its year.',
    'That we work more alike than I thought.',
    'To prepare one question, not ten.',
  ],
};

/** What should be different next time. */
export const advice: readonly string[] = [
  'Tell us earlier who our partner is, so that we can meet before the summer.',
  'A short meeting of all mentors half-way would have helped me.',
  'Nothing. Keep it this simple.',
  'Say plainly that two months without a meeting is a reason to call somebody.',
  'I would have liked to see who else takes part.',
  'Start in autumn; spring is field season for half of us.',
  'Let pairs from the workshop meet on paid time.',
  'A list of good first questions, for the first half hour.',
  'Let it run for a whole year.',
  'More mentors from outside science, please.',
  'Ask the mentors what they need, too.',
  'Let us say no to a match before it is announced.',
  'One evening together at the beginning, with food.',
  'Remind us to prepare. The good meetings were the prepared ones.',
  'Fewer questions at the end. I had forgotten the first half.',
  'It would be good to know what happened to last year’s pairs.',
  'Give the workshop people an address they can read on the phone.',
  'Match across departments more boldly.',
  'Put a date for the last meeting in from the start.',
  'I would pay my mentee to do this again. Keep it free.',
];

/** Questions to the coordinator that come along with an application. */
export const questionsBack: readonly string[] = [
  'One question: could we meet by video? I am on the boat every second month.',
  'By the way, is it all right if my mentor is younger than I am?',
  'Do we have to tell our managers that we take part? I would rather not, at first.',
  'Is there a room that pairs can use? My office has three other people in it.',
];
