import { type Answer, type Answers, type FormDefinition, numbered } from '#domain/forms/form.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';

/** Answers as a person types them above the quote: "3. English, French". */
export function typed(form: FormDefinition, answers: Answers): string {
  return numbered(form)
    .filter(({ key }) => answers[key] !== undefined)
    .map(({ key, number }) => `${number}. ${words(answers[key] as Answer)}`)
    .join('\n');
}

function words(answer: Answer): string {
  if (Array.isArray(answer)) return answer.join(', ');
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no';
  return String(answer);
}

const forms = defaultProgram.forms as Record<'application' | 'agreement' | 'midpoint' | 'closeout', FormDefinition>;

const everybody = {
  why: 'I learn best in conversation',
  beyond: ['encouragement'],
  before: 'neither',
  languages: ['English', 'Portuguese'],
  times: ['around noon'],
};

export const mentorAnswers: Answers = {
  ...everybody,
  role: 'mentor',
  helps: ['leading people', 'speaking and writing'],
  story: 'I led a team through two reorganisations',
  strengths: ['listens before advising'],
  learns: ['newer methods and tools'],
  capacity: 1,
  experience: 21,
};

export const menteeAnswers: Answers = {
  ...everybody,
  role: 'mentee',
  change: 'I want to lead my own group, and sleep at night',
  topics: ['leading people'],
  prefers: ['listens before advising'],
  offers: ['newer methods and tools'],
  experience: 4,
};

export const asMentor = typed(forms.application, mentorAnswers);
export const asMentee = typed(forms.application, menteeAnswers);
export const agreement = typed(forms.agreement, {
  agree: true,
  rhythm: 'every two weeks',
  hopes: 'somebody to think with',
});
const survey = { meetings: 5, trust: 4, understanding: 4, reliable: 5, useful: 4, learning: 4, goal: 1 };
export const midpoint = typed(forms.midpoint, { ...survey, room: 3 });
export const closeout = typed(forms.closeout, { ...survey, meetings: 11, recommend: 9, informal: 2 });
