import type * as z from 'zod';
import type { FormDefinition } from '#domain/forms/form.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';

/** What a mentee may want to work on, and a mentor may help with: one list, so that answers can be compared. */
const topics = [
  'finding my direction',
  'changing field or role',
  'leading people',
  'handling difficult situations',
  'speaking and writing',
  'skills for my field',
  'making myself heard',
  'work and the rest of life',
];

/** What a mentee may look for in a mentor, and a mentor may be known for. */
const qualities = [
  'listens before advising',
  'says things plainly',
  'asks good questions',
  'knows many people and shares them',
  'has made a big change',
  'comes from a different background',
];

/** What a mentee can offer a mentor in return. */
const exchange = [
  'newer methods and tools',
  'how things look from where I work',
  'another field or country',
  'what younger colleagues expect',
  'honest feedback',
  'practice in guiding someone',
];

const asMentee = { key: 'role', is: ['mentee', 'both'] };
const asMentor = { key: 'role', is: ['mentor', 'both'] };

/** The items that both surveys ask, so that the answers can be compared. Our own wording, not validated scales. */
const meetings = {
  key: 'meetings',
  ask: 'How many times have you two met so far?',
  hint: 'Calls count.',
  label: 'Meetings',
  type: 'number' as const,
  min: 0,
};
const trust = {
  key: 'trust',
  ask: 'How openly can you talk with your partner?',
  label: 'Trust',
  type: 'scale' as const,
  ends: ['not at all', 'about anything'] as [string, string],
};
const understanding = {
  key: 'understanding',
  ask: 'How well do you know what matters to each other?',
  label: 'Understanding',
  type: 'scale' as const,
  ends: ['hardly', 'very well'] as [string, string],
};
const reliable = {
  key: 'reliable',
  ask: 'How well do you both keep what you arrange?',
  label: 'Keeping to it',
  type: 'scale' as const,
  ends: ['hardly ever', 'always'] as [string, string],
};
const useful = {
  key: 'useful',
  ask: 'How much do your conversations help you?',
  label: 'Usefulness',
  type: 'scale' as const,
  ends: ['not at all', 'very much'] as [string, string],
};
const learning = {
  key: 'learning',
  ask: 'How much have you learned from your partner?',
  hint: 'Mentors learn too.',
  label: 'Learned',
  type: 'scale' as const,
  ends: ['nothing', 'a great deal'] as [string, string],
};
const learned = {
  key: 'learned',
  ask: 'What, for example?',
  hint: 'One sentence.',
  label: 'For example',
  type: 'text' as const,
  required: false,
};
const goal = {
  key: 'goal',
  ask: 'How far has the mentee come towards what they wanted, compared with what you expected?',
  hint: "It is about the mentee's goal, whichever of the two you are. 0 means as expected.",
  label: 'Progress',
  type: 'scale' as const,
  min: -2,
  max: 2,
  ends: ['much less far', 'much further'] as [string, string],
};

/** The program that an organisation can start with as it is: one round of about eight months, in the five stages. */
export const defaultProgram = {
  id: 'essentials',
  version: 1,
  title: 'Mentoring essentials',
  objectives: [
    'Everyone who wants to grow has somebody to think with.',
    'Experience is passed on while the people who have it are here.',
    'People from different parts of the organisation get to know each other.',
  ],
  forms: {
    application: {
      id: 'application',
      title: 'Taking part in mentoring',
      questions: [
        {
          key: 'role',
          ask: 'What would you like to be?',
          label: 'To be',
          type: 'choice',
          options: ['mentor', 'mentee', 'both'],
        },
        {
          key: 'why',
          ask: 'Why would you like to take part?',
          hint: 'A sentence or two.',
          label: 'Why',
          type: 'text',
        },
        {
          key: 'change',
          ask: 'What would you like to be different a year from now?',
          hint: 'Two or three sentences. At the end we ask how far you came.',
          label: 'A year on',
          type: 'text',
          when: asMentee,
        },
        {
          key: 'topics',
          ask: 'What would you like to work on?',
          label: 'To work on',
          type: 'choices',
          options: topics,
          when: asMentee,
        },
        {
          key: 'prefers',
          ask: 'What do you look for in a mentor? Someone who ...',
          label: 'Looks for',
          type: 'choices',
          options: qualities,
          when: asMentee,
        },
        {
          key: 'offers',
          ask: 'What could a mentor get from you?',
          label: 'Offers',
          type: 'choices',
          options: exchange,
          when: asMentee,
        },
        {
          key: 'helps',
          ask: 'What could you help a mentee with?',
          label: 'Can help with',
          type: 'choices',
          options: topics,
          when: asMentor,
        },
        {
          key: 'story',
          ask: 'What have you done or been through that might help someone?',
          hint: 'A sentence or two. We may quote it to your mentee.',
          label: 'Experience to share',
          type: 'text',
          when: asMentor,
        },
        {
          key: 'strengths',
          ask: 'What would colleagues say of you? Someone who ...',
          label: 'Strengths',
          type: 'choices',
          options: qualities,
          when: asMentor,
        },
        {
          key: 'learns',
          ask: 'What would you like to get from a mentee?',
          label: 'Would like',
          type: 'choices',
          options: exchange,
          when: asMentor,
        },
        {
          key: 'capacity',
          ask: 'How many mentees do you have room for?',
          label: 'Room for',
          type: 'number',
          min: 1,
          max: 3,
          when: asMentor,
        },
        {
          key: 'beyond',
          ask: 'Apart from learning, what would you like from it?',
          label: 'Apart from learning',
          type: 'choices',
          options: [
            'someone to be open with',
            'encouragement',
            'to give something back',
            'to meet people I would not meet otherwise',
            'a fresh look at my work',
          ],
        },
        {
          key: 'before',
          ask: 'Have you had a mentor before, or been one?',
          hint: 'In a program or outside one.',
          label: 'Before',
          type: 'choice',
          options: ['neither', 'had a mentor', 'been a mentor', 'had one and been one'],
        },
        {
          key: 'experience',
          ask: 'For about how many years have you worked in your field?',
          label: 'Years in the field',
          type: 'number',
          min: 0,
          max: 60,
        },
        {
          key: 'languages',
          ask: 'In which languages could you talk with a partner?',
          label: 'Languages',
          type: 'choices',
          options: ['English', 'Spanish', 'French', 'German', 'Portuguese', 'Chinese'],
        },
        {
          key: 'times',
          ask: 'When in your working day could you meet?',
          label: 'Could meet',
          type: 'choices',
          options: ['early', 'around noon', 'in the afternoon', 'in the evening'],
        },
        {
          key: 'manager',
          ask: 'Who is your manager?',
          hint: 'A name or an address. Nobody is matched with their own manager.',
          label: 'Manager',
          type: 'text',
          required: false,
        },
        {
          key: 'avoid',
          ask: 'Is there anyone you would rather not be matched with?',
          hint: 'Names or addresses; no reason needed. Used to keep you apart and shown to nobody.',
          label: 'Not with',
          type: 'text',
          required: false,
        },
        {
          key: 'gender',
          ask: 'What is your gender?',
          hint: 'Only if you like. The committee sees numbers for each group, to check that the matching is fair; it is never matched by.',
          label: 'Gender',
          type: 'choice',
          options: ['woman', 'man', 'non-binary', 'another'],
          required: false,
        },
      ],
    },
    agreement: {
      id: 'agreement',
      title: 'How we want to work together',
      questions: [
        {
          key: 'agree',
          ask: "Will you keep what your partner tells you to yourself, and do what you promise or say first that you can't?",
          label: 'Agreed',
          type: 'yesno',
        },
        {
          key: 'rhythm',
          ask: 'How often would you like to meet?',
          label: 'To meet',
          type: 'choice',
          options: ['every week', 'every two weeks', 'every month', 'every two months'],
        },
        {
          key: 'hopes',
          ask: 'What would you like to get from it?',
          hint: 'A sentence, to take to your first meeting.',
          label: 'To get from it',
          type: 'text',
        },
        {
          key: 'first',
          ask: 'When will you meet for the first time?',
          hint: 'If you know already.',
          label: 'First meeting',
          type: 'date',
          required: false,
        },
      ],
    },
    midpoint: {
      id: 'midpoint',
      title: 'Half-way',
      questions: [
        meetings,
        trust,
        understanding,
        reliable,
        useful,
        learning,
        learned,
        goal,
        {
          key: 'room',
          ask: 'How much room do you have for this at the moment?',
          label: 'Room for it',
          type: 'scale',
          ends: ['none', 'plenty'],
        },
      ],
    },
    closeout: {
      id: 'closeout',
      title: 'Looking back',
      questions: [
        { ...meetings, ask: 'How many times did you two meet in all?' },
        trust,
        understanding,
        reliable,
        useful,
        learning,
        learned,
        goal,
        {
          key: 'recommend',
          ask: 'How likely are you to recommend the program to a colleague?',
          label: 'Recommend it',
          type: 'scale',
          min: 0,
          max: 10,
          ends: ['not at all', 'certainly'],
        },
        {
          key: 'informal',
          ask: 'How many other people were mentors to you in this time, outside the program?',
          hint: 'Anyone whose advice you sought more than once.',
          label: 'Other mentors',
          type: 'number',
          min: 0,
        },
        {
          key: 'advice',
          ask: 'What should we do differently next time?',
          hint: 'Passed on without your name to those who run the program.',
          label: 'Next time',
          type: 'text',
          required: false,
        },
      ],
    },
  },
  roles: { question: 'role', mentor: ['mentor', 'both'], mentee: ['mentee', 'both'] },
  matching: {
    factors: [
      {
        id: 'topics',
        title: 'What the mentee wants to work on',
        compare: 'covers',
        mentee: 'topics',
        mentor: 'helps',
        weight: 30,
      },
      {
        id: 'qualities',
        title: 'What the mentee looks for',
        compare: 'covers',
        mentee: 'prefers',
        mentor: 'strengths',
        weight: 20,
      },
      {
        id: 'exchange',
        title: 'What the mentor would like',
        compare: 'gives',
        mentee: 'offers',
        mentor: 'learns',
        weight: 15,
      },
      {
        id: 'story',
        title: "Goal and the mentor's own story",
        compare: 'words',
        mentee: 'change',
        mentor: 'story',
        weight: 10,
      },
      { id: 'beyond', title: 'What both hope for', compare: 'covers', mentee: 'beyond', mentor: 'beyond', weight: 10 },
      // Far enough ahead to have been there, near enough to remember: about ten years [our judgement; coordinators may change it].
      {
        id: 'experience',
        title: 'Experience',
        compare: 'ahead',
        mentee: 'experience',
        mentor: 'experience',
        weight: 10,
        ideal: 10,
      },
      { id: 'times', title: 'When they could meet', compare: 'covers', mentee: 'times', mentor: 'times', weight: 5 },
    ],
    rules: { capacity: 'capacity', conflicts: 'avoid', manager: 'manager', shared: ['languages'] },
    audit: ['gender'],
    // With less, hardly anything that the two asked for is met [our judgement; coordinators may change it].
    minimumScore: 20,
    committee: { quorum: 2, majority: 0.5, withoutQuorum: 'publish' },
  },
  outcomes: {
    trust: 'trust',
    relationship: ['understanding', 'reliable', 'useful'],
    learning: 'learning',
    meetings: 'meetings',
    recommend: 'recommend',
    goal: 'goal',
    informal: 'informal',
    advice: 'advice',
  },
  schedule: [
    { kind: 'apply', name: 'apply', title: 'Apply', lasts: 'P3W', remind: ['P1W', 'P2W'] },
    { kind: 'match', name: 'match', title: 'Match', lasts: 'P2W', remind: ['P4D'], decide: 'P8D', publish: 'P10D' },
    { kind: 'kickoff', name: 'kickoff', title: 'Kickoff', lasts: 'P2W', remind: ['P1W'] },
    {
      kind: 'survey',
      name: 'midpoint',
      title: 'Mid-point',
      form: 'midpoint',
      pause: 'P10W',
      lasts: 'P2W',
      remind: ['P1W'],
      words: {
        subject: 'Half-way: how is your mentoring going?',
        subjectAbout: 'Half-way: how is it going with {$partner}?',
        opening:
          'You and {$partner} are half-way through {$cohort}. How is it going? A plain answer helps most, also if little has happened yet.',
      },
    },
    {
      kind: 'closeout',
      name: 'closeout',
      title: 'Close-out',
      form: 'closeout',
      pause: 'P10W',
      lasts: 'P3W',
      remind: ['P10D'],
    },
  ],
  privacy: { smallestGroup: 5, keep: 'P2Y' },
} satisfies z.input<typeof ProgramDefinition> as ProgramDefinition & {
  forms: Record<'midpoint' | 'closeout', FormDefinition>;
};
