import { parse } from 'csv-parse/sync';
import type { Applicant } from '#domain/applicants.ts';
import type { Answer, Question } from '#domain/form.ts';
import { MatchingProblem } from '#domain/matching/solve.ts';
import type { ProgramDefinition } from '#domain/program.ts';

/** A CSV file as it was read. */
export interface Sheet {
  file: string;
  text: string;
}

/**
 * The applicants in two CSV files: a person a row, with `name`, `email` (what tells people apart; the name where there is
 * none) and a column for each question, headed by its key, its label or the question itself. Several choices in a cell are
 * separated by semicolons. Whoever is in both files would be mentor and mentee. Cells are text, whatever they start with.
 * Also returns the columns that are no question of the program. Throws `MatchingProblem` that names the file and the line.
 */
export function applicantsIn(
  sheets: { mentors: Sheet; mentees: Sheet },
  program: ProgramDefinition,
): { applicants: Applicant[]; ignored: string[] } {
  const found = new Map<string, Applicant>();
  const ignored = new Set<string>();
  for (const role of ['mentor', 'mentee'] as const) {
    const sheet = sheets[role === 'mentor' ? 'mentors' : 'mentees'];
    const { columns, lines } = readSheet(sheet, program);
    for (const { heading } of columns.filter(({ question }) => question === undefined)) ignored.add(heading);
    for (const { at, cells } of lines) {
      const person = personIn(cells, columns, at);
      const known = found.get(person.id);
      if (known?.roles.includes(role)) throw new MatchingProblem(`${at}: ${person.id} is there twice.`);
      found.set(person.id, {
        ...person,
        roles: [...(known?.roles ?? []), role],
        answers: { ...known?.answers, ...person.answers },
      });
    }
  }
  return { applicants: [...found.values()], ignored: [...ignored] };
}

interface Column {
  heading: string;
  question: Question | 'name' | 'email' | undefined;
}

function readSheet({ file, text }: Sheet, program: ProgramDefinition) {
  let rows: string[][];
  try {
    rows = parse(text, { bom: true, skip_empty_lines: true, trim: true, relax_column_count: false });
  } catch (error) {
    throw new MatchingProblem(`${file} is not CSV: ${(error as Error).message}`);
  }
  const [headings, ...rest] = rows;
  if (headings === undefined) throw new MatchingProblem(`${file} is empty: expected a line of headings.`);
  const columns = headings.map((heading): Column => ({ heading, question: questionOf(heading, program) }));
  for (const [index, { question, heading }] of columns.entries()) {
    const first = columns.findIndex((one) => one.question === question);
    if (question !== undefined && first < index) {
      throw new MatchingProblem(`${file}: the columns ${columns[first]?.heading} and ${heading} are the same.`);
    }
  }
  if (!columns.some(({ question }) => question === 'name')) {
    throw new MatchingProblem(`${file} has no column "name": it has ${headings.join(', ')}.`);
  }
  return { columns, lines: rest.map((cells, index) => ({ at: `${file}, row ${index + 2}`, cells })) };
}

function questionOf(heading: string, { forms }: ProgramDefinition): Column['question'] {
  const plain = (text: string | undefined) => text?.trim().toLowerCase();
  const said = plain(heading);
  if (said === 'name' || said === 'email') return said;
  return forms.application.questions.find(({ key, label, ask }) => [key, label, ask].map(plain).includes(said));
}

function personIn(cells: readonly string[], columns: readonly Column[], at: string): Omit<Applicant, 'roles'> {
  const cell = (name: 'name' | 'email') => cells[columns.findIndex(({ question }) => question === name)] ?? '';
  const name = cell('name');
  if (name === '') throw new MatchingProblem(`${at} has no name.`);
  const email = cell('email');
  const answers: Applicant['answers'] = {};
  columns.forEach(({ question, heading }, index) => {
    const text = cells[index] ?? '';
    if (typeof question !== 'object' || text === '') return;
    answers[question.key] = answerIn(text, question, `${at}, ${heading}`);
  });
  return { id: email.toLowerCase() || name, name, email, answers };
}

function answerIn(text: string, question: Question, at: string): Answer {
  // An option as the program writes it; another word is kept, for the two files may well agree on one of their own.
  const option = (said: string) => question.options?.find((one) => one.toLowerCase() === said.toLowerCase()) ?? said;
  switch (question.type) {
    case 'choices':
      return text.split(';').flatMap((one) => (one.trim() ? [option(one.trim())] : []));
    case 'choice':
      return option(text);
    case 'number':
    case 'scale': {
      const number = Number(text.replace(',', '.'));
      if (Number.isFinite(number) && !(number < (question.min ?? Number.NEGATIVE_INFINITY))) return number;
      const least = question.min === undefined ? '' : `, ${question.min} or more`;
      throw new MatchingProblem(`${at} is ${JSON.stringify(text)}: expected a number${least}.`);
    }
    case 'yesno': {
      if (/^(yes|y|true|1)$/i.test(text)) return true;
      if (/^(no|n|false|0)$/i.test(text)) return false;
      throw new MatchingProblem(`${at} is ${JSON.stringify(text)}: expected yes or no.`);
    }
    default:
      return text;
  }
}
