import type { Applicant } from '#domain/applicants.ts';
import { Address } from '#domain/program/cohort.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import { oneLine } from '#shared/emails/render/clean.ts';
import { type Asked, answerIn, askedOf } from './cell.ts';
import { rowsIn, type Sheet } from './rows.ts';

/** Rows without an email that are named; after that, their number says enough. */
const mostRows = 10;

/** Somebody in one of the files; `at` says where. */
export type Person = Omit<Applicant, 'roles'> & { at: string };

interface People {
  people: Person[];
  faults: string[];
  warnings: string[];
  /** Headings that are no question of the program. */
  ignored: string[];
  /** Where emails are missing, if any are. */
  withoutEmail: string | undefined;
}

/** The people of one file, with everything that is wrong with it. */
export function peopleIn(sheet: Sheet, program: ProgramDefinition): People {
  const { file } = sheet;
  const { headings, rows, faults, warnings } = rowsIn(sheet);
  const columns = headings.map((heading, index) => columnOf(heading, index, program));
  const none = { people: [], faults, warnings, ignored: [], withoutEmail: undefined };
  if (headings.length === 0) return none;
  faults.unshift(...headingFaults(file, columns));
  if (!columns.some(({ holds }) => holds === 'name')) return none;
  const people = rows.flatMap(({ number, cells }) => {
    const person = personIn(cells, columns, `${file}, row ${number}`);
    faults.push(...person.faults);
    warnings.push(...person.warnings);
    // Whatever else is wrong with them, whoever is there twice is to hear of it in the same run.
    return person.isKnown ? { ...person.is, number } : [];
  });
  const ignored = columns.filter(
    ({ holds, heading }, index) => holds === undefined && (heading !== '' || rows.some(({ cells }) => cells[index])),
  );
  const unaddressed = people.filter(({ email }) => email === '').map(({ number }) => String(number));
  const where = columns.some(({ holds }) => holds === 'email')
    ? `${file} has no email in row ${someOf(unaddressed, mostRows).join(', ')}`
    : `${file} has no column "email"`;
  return {
    people: people.map(({ number, ...person }) => person),
    faults,
    warnings,
    ignored: ignored.map(({ title }) => title),
    withoutEmail: unaddressed.length > 0 ? where : undefined,
  };
}

interface Column {
  heading: string;
  /** The heading, or which column it is. */
  title: string;
  holds: Asked | 'name' | 'email' | undefined;
}

function columnOf(heading: string, index: number, program: ProgramDefinition): Column {
  const plain = (text: string | undefined) => text?.trim().toLowerCase();
  const said = plain(heading);
  const title = heading || `column ${index + 1}, which has no heading`;
  if (said === 'name' || said === 'email') return { heading, title, holds: said };
  const question = program.forms.application.questions.find(({ key, label, ask }) =>
    [key, label, ask].map(plain).includes(said),
  );
  return { heading, title, holds: question && askedOf(question, program) };
}

function headingFaults(file: string, columns: readonly Column[]): string[] {
  const meant = ({ holds }: Column) => (typeof holds === 'object' ? holds.question.key : holds);
  const faults = columns.flatMap((column, index) => {
    const first = columns.findIndex((one) => meant(one) === meant(column));
    if (column.holds === undefined || first === index) return [];
    return `${file}: the columns ${columns[first]?.heading} and ${column.heading} are the same.`;
  });
  if (columns.some(({ holds }) => holds === 'name')) return faults;
  return [...faults, `${file} has no column "name": it has ${columns.map(({ heading }) => heading).join(', ')}.`];
}

function personIn(cells: readonly string[], columns: readonly Column[], at: string) {
  const cell = (name: 'name' | 'email') => cells[columns.findIndex(({ holds }) => holds === name)] ?? '';
  const [name, email] = [oneLine(cell('name')), cell('email')];
  const [faults, warnings]: [string[], string[]] = [[], []];
  if (name === '') faults.push(`${at} has no name.`);
  if (email !== '' && !Address.safeParse(email).success) {
    faults.push(`${at}, email is ${JSON.stringify(email)}: expected an email address.`);
  }
  const isKnown = faults.length === 0;
  const answers: Applicant['answers'] = {};
  columns.forEach(({ holds, heading }, index) => {
    const text = cells[index] ?? '';
    if (typeof holds !== 'object' || text === '') return;
    const read = answerIn(text, holds);
    if ('answer' in read) answers[holds.question.key] = read.answer;
    else if (holds.isUsed) faults.push(`${at}, ${heading} ${read.fault}.`);
    else warnings.push(`${at}, ${heading} ${read.fault}. Left out: nobody is matched by it.`);
  });
  return { is: { at, id: email.toLowerCase() || name, name, email, answers }, isKnown, faults, warnings };
}

/** The first of them, and how many more there are. */
export function someOf(words: readonly string[], most: number): string[] {
  return words.length <= most ? [...words] : [...words.slice(0, most), `and ${words.length - most} more`];
}
