import { FormDefinition, type Question } from '#domain/forms/form.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';

type Short = Omit<Question, 'key'>;

function form(title: string, questions: Record<string, Short>): FormDefinition {
  return FormDefinition.parse({
    id: title.toLowerCase().replace(/\W+/g, '-'),
    title,
    questions: Object.entries(questions).map(([key, question]) => ({ key, ...question })),
  });
}

const topics = ['writing papers', 'leading a team', 'changing careers', 'giving talks', 'funding'];

/** What is asked: every type of question, optional and conditional ones, 1 to 18 of them. */
export const forms: readonly FormDefinition[] = [
  form('Would you like a mentor this spring?', {
    role: { ask: 'What would you like to be?', type: 'choice', options: ['mentor', 'mentee', 'both'] },
    year: {
      ask: 'What would you like to be different a year from now?',
      label: 'A year on',
      hint: 'In your own words, two or three sentences.',
      type: 'text',
    },
    help: { ask: 'Which of these could you help someone with?', type: 'choices', options: topics },
    years: { ask: 'How many years have you worked in your field?', type: 'number', min: 0, max: 60 },
    room: { ask: 'How much room do you have for this?', type: 'scale', ends: ['not at all', 'plenty'] },
    share: { ask: 'May we show your answers to your partner?', type: 'yesno' },
    start: { ask: 'From which day could you start?', type: 'date', required: false },
  }),
  form('One question about your mentoring', {
    meeting: { ask: 'What did the two of you talk about last time?', type: 'text' },
  }),
  form('Did you meet this month?', {
    met: { ask: 'Have you met since the first of the month?', type: 'yesno' },
  }),
  form('A word before we match', {
    track: {
      ask: 'Which of the tracks suits you best?',
      type: 'choice',
      options: ['Research and teaching', 'Industry', 'Public administration', 'Own company', 'Not decided yet'],
    },
  }),
  form('Three pairs to look at', {
    pair1: { ask: 'Amina Okafor with Lena Vogt: a good match?', type: 'yesno' },
    pair2: { ask: 'Tomas Lindqvist with Priya Nair: a good match?', type: 'yesno' },
    pair3: { ask: 'Yuki Tanaka with Paul Adeyemi: a good match?', type: 'yesno' },
  }),
  form('How is it going?', {
    meetings: { ask: 'How often have you met?', type: 'number', min: 0 },
    useful: {
      ask: 'The meetings are worth the time they take.',
      type: 'scale',
      ends: ['disagree', 'agree'],
    },
    trust: { ask: 'I can say what I think.', type: 'scale', min: 0, max: 10, ends: ['never', 'always'] },
    continue: { ask: 'Do you want to go on?', type: 'yesno' },
    why: { ask: 'What makes you want to stop?', type: 'text', when: { key: 'continue', is: [false] } },
    better: { ask: 'What should we do differently?', type: 'text', required: false },
  }),
  form('Your agreement with your partner', {
    accept: { ask: 'Would you like to work with Grace Lee?', type: 'yesno' },
    rhythm: {
      ask: 'How often would you like to meet?',
      type: 'choice',
      options: ['every week', 'every two weeks', 'every month', 'less often'],
      when: { key: 'accept', is: [true] },
    },
    first: { ask: 'When could you meet for the first time?', type: 'date', when: { key: 'accept', is: [true] } },
    place: {
      ask: 'Where do you prefer to meet?',
      type: 'choices',
      options: ['video call', 'telephone', 'at my place of work', 'walking outdoors'],
      when: { key: 'accept', is: [true] },
    },
    goal: { ask: 'What do you want to have reached in six months?', type: 'text', when: { key: 'accept', is: [true] } },
  }),
  form('About you', {
    department: {
      ask: 'Which department do you work in?',
      type: 'choice',
      options: ['Engineering', 'Finance', 'Human resources', 'Legal', 'Marketing', 'Operations', 'Sales', 'Support'],
    },
    joined: { ask: 'When did you join?', hint: 'The first day is near enough.', type: 'date' },
    languages: {
      ask: 'Which languages could you meet in?',
      type: 'choices',
      options: ['English', 'German', 'French', 'Spanish', 'Polish', 'Japanese'],
    },
    pronouns: { ask: 'Which pronouns should we use?', type: 'text', required: false },
    size: { ask: 'How many people do you lead?', type: 'number', min: 0, max: 500 },
    before: { ask: 'Have you been a mentor before?', type: 'yesno' },
    lessons: { ask: 'What did you learn from it?', type: 'text', when: { key: 'before', is: [true] }, required: false },
    energy: {
      ask: 'How do you feel about your work these days?',
      type: 'scale',
      max: 7,
      ends: ['drained', 'thriving'],
    },
    wish: { ask: 'Who would be the ideal partner for you, and why?', hint: 'Two sentences do.', type: 'text' },
  }),
  form('Looking back on six months of mentoring', {
    goals: {
      ask: 'Did you reach what you set out to do?',
      type: 'choice',
      options: ['yes, all of it', 'in part', 'no', 'we changed course'],
    },
    reached: { ask: 'What have you achieved together?', type: 'text' },
    skills: {
      ask: 'What did you get better at?',
      type: 'choices',
      options: ['planning', 'presenting', 'negotiating', 'writing', 'saying no'],
    },
    number: { ask: 'How many times did you meet?', type: 'number', min: 0, max: 200 },
    last: { ask: 'When did you last meet?', type: 'date' },
    partner: { ask: 'My partner listened to me.', type: 'scale', ends: ['disagree', 'agree'] },
    organised: { ask: 'The program was well organised.', type: 'scale', ends: ['disagree', 'agree'] },
    recommend: { ask: 'Would you recommend the program to a friend?', type: 'yesno' },
    again: { ask: 'Would you take part again?', type: 'yesno' },
    as: { ask: 'In which role?', type: 'choice', options: ['mentor', 'mentee'], when: { key: 'again', is: [true] } },
    surprise: { ask: 'What surprised you?', type: 'text', required: false },
    quote: { ask: 'May we quote you without your name?', type: 'yesno', required: false },
  }),
  form('Application to the leadership program', {
    motive: { ask: 'Why do you want to take part in this program now rather than in a year or two?', type: 'text' },
    level: {
      ask: 'What is your present level?',
      type: 'choice',
      options: ['Junior', 'Professional', 'Senior', 'Principal'],
    },
    lead: { ask: 'Do you lead people today?', type: 'yesno' },
    people: { ask: 'How many?', type: 'number', min: 1, max: 2000, when: { key: 'lead', is: [true] } },
    since: { ask: 'Since when?', type: 'date', required: false, when: { key: 'lead', is: [true] } },
    strengths: {
      ask: 'What are you good at?',
      type: 'choices',
      options: ['listening', 'deciding', 'explaining', 'organising', 'improvising', 'calming things down'],
    },
    wants: {
      ask: 'What do you want to learn?',
      type: 'choices',
      options: [
        'delegating',
        'giving feedback',
        'budgets, plans and figures',
        'speaking in public',
        'dealing with conflict',
      ],
    },
    english: { ask: 'How good is your English?', type: 'scale', ends: ['basic', 'fluent'] },
    travel: { ask: 'Could you travel to Lisbon for the two days in May?', type: 'yesno' },
    diet: { ask: 'Is there anything you do not eat?', type: 'text', required: false },
    hours: { ask: 'How many hours a month can you give to this?', type: 'number', min: 0, max: 40 },
    day: { ask: 'On which day could the first talk take place?', type: 'date' },
    style: {
      ask: 'What kind of mentor helps you most?',
      type: 'choice',
      options: ['a sounding board', 'a door opener', 'a critic', 'a teacher'],
    },
    confidence: { ask: 'I am confident that I will lead well.', type: 'scale', ends: ['not at all', 'completely'] },
    manager: { ask: 'Does your manager know that you apply?', type: 'yesno' },
    worry: { ask: 'What worries you about it?', type: 'text' },
    heard: {
      ask: 'Where did you hear of us?',
      type: 'choice',
      options: ['colleague', 'manager', 'intranet', 'newsletter', 'elsewhere'],
      required: false,
    },
    photo: { ask: 'May we take photos of you at the kickoff?', type: 'yesno', required: false },
  }),
  form('Two quick things', {
    slot: {
      ask: 'Which slot is best for the kickoff?',
      type: 'choice',
      options: ['Monday morning', 'Tuesday afternoon', 'Thursday evening'],
    },
    guests: { ask: 'How many guests will you bring?', type: 'number', min: 0, max: 5, required: false },
  }),
  form('Pulse', {
    mood: { ask: 'How was the last meeting?', type: 'scale', ends: ['a waste', 'excellent'] },
    next: { ask: 'When will you meet next?', type: 'date', required: false },
    note: { ask: 'Anything we should know?', type: 'text', required: false },
  }),
  form('Ten pairs for the committee', {
    ...Object.fromEntries(
      ['Ada', 'Bela', 'Cai', 'Dana', 'Esi', 'Finn', 'Gita', 'Hal', 'Ines', 'Jun'].map((name, index) => [
        `pair${index + 1}`,
        {
          ask: `${name} Moreau with ${['Kim', 'Lars', 'Mona', 'Nils', 'Olga', 'Pia', 'Quin', 'Rosa', 'Sven', 'Tara'][index]} Bauer?`,
          type: 'yesno' as const,
        },
      ]),
    ),
  }),
  // Our own, which ask the same options of both sides.
  defaultProgram.forms.application,
  defaultProgram.forms.closeout,
];
