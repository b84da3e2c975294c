import type { FormDefinition } from './forms/form.ts';
import type { AskedForm } from './forms/form-record.ts';
import { isReadByCoordinator } from './forms/purposes.ts';

/** Longer words are cut: enough to see what somebody meant, and a list stays one. */
const longest = 200;

/**
 * What somebody wrote of whose form we have no answer at all; undefined of others. They have not "left it unanswered". The
 * words are empty where they are not the coordinator's to read: those of confidential forms and of ballots, and of questions
 * that nobody has to answer, since some of these are shown to nobody.
 */
export function writtenInVain(form: AskedForm, definition: FormDefinition): string | undefined {
  return isInVain(form) ? wordsFor(form, definition).join(' / ') : undefined;
}

/** Whether somebody has written, and we have no answer of it. */
export function isInVain({ answers, status, replies }: AskedForm): boolean {
  const isWithout = Object.keys(answers).length === 0 && (status === 'open' || status === 'partial');
  return isWithout && replies.length > 0;
}

/** Words that we could not take as an answer, by question, where the coordinator may read them. */
export function unclearFor({ purpose, unclear }: AskedForm, { questions }: FormDefinition): Map<string, string> {
  if (!isReadByCoordinator(purpose)) return new Map();
  const asked = new Set(questions.filter(({ required }) => required !== false).map(({ key }) => key));
  return new Map(unclear.filter(({ key }) => asked.has(key)).map(({ key, said }) => [key, shortened(said)]));
}

function wordsFor(form: AskedForm, definition: FormDefinition): string[] {
  if (!isReadByCoordinator(form.purpose)) return [];
  const words = [...unclearFor(form, definition).values(), ...form.notes.map(({ text }) => shortened(text))];
  return [...new Set(words)].filter((one) => one !== '');
}

function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest).toWellFormed().trimEnd()}…`;
}
