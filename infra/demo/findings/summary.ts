import type { Course } from '../drive.ts';
import { applies, type Population } from '../people/correspondents.ts';
import type { Audit } from './audit.ts';
import { partnershipsIn } from './expected-emails.ts';
import { tallied } from './tally.ts';

/** What happened in a demo, for people and for programs. Its first six fields are promised to stay. */
export interface Summary {
  people: number;
  pairs: number;
  stages: { stage: string; from: string; to: string }[];
  /** Emails sent, by kind. */
  emails: Record<string, number>;
  duplicateEmails: number;
  /** From the start of the process to the last file written. */
  seconds: number;
  /** The file with the report as leadership reads it. */
  report: string;
  seed: number;
  /** People by what became of them. */
  outcomes: Record<string, number>;
  replies: {
    sent: number;
    /** What the program made of them. */
    became: Record<string, number>;
    byProgram: Record<string, number>;
    /** Answers of the program that ask again for what was missing or unclear. */
    askedAgain: number;
  };
  peakMemoryMegabytes: number;
  /** Folders with everybody's mail and with the system's data. */
  mail: string;
  data: string;
  /** Everything that was not as it should be. */
  problems: string[];
}

interface Told {
  population: Population;
  course: Course;
  findings: Audit;
  /** What the inbox noted of each reply. */
  became: Record<string, number>;
  paths: Pick<Summary, 'report' | 'mail' | 'data'>;
}

export function summaryOf({ population, course, findings, became, paths }: Told): Summary {
  const { received, sent, cohort } = course;
  const pairs = partnershipsIn(course).length / 2;
  return {
    people: population.invitees.length,
    pairs,
    stages: cohort.schedule.map(({ stage, milestones }) => ({
      stage,
      from: momentOf(milestones.at(0)),
      to: momentOf(milestones.at(-1)),
    })),
    emails: findings.emails,
    duplicateEmails: findings.duplicates,
    seconds: Math.round(performance.now() / 100) / 10,
    report: paths.report,
    seed: population.seed,
    outcomes: outcomesOf(population, course),
    replies: {
      sent: sent.length,
      became,
      byProgram: tallied(sent.map(({ draft, automatic }) => (automatic ? 'automatic' : draft.client))),
      askedAgain: received.filter(({ letter }) => isAckOf(letter.text) && letter.questions.length > 0).length,
    },
    // Of this process with all functions in it; macOS and Linux both count maxRSS in kilobytes here.
    peakMemoryMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    mail: paths.mail,
    data: paths.data,
    problems: [
      ...findings.problems,
      ...(Number.isInteger(pairs) ? [] : ['Somebody was introduced to a partner who was not introduced to them.']),
      ...(pairs > 0 ? [] : ['There is not a single pair.']),
    ],
  };
}

function outcomesOf({ invitees }: Population, course: Course): Record<string, number> {
  const paired = new Set(partnershipsIn(course).map(({ person }) => person));
  const outcomes = invitees.map(({ email, behaviour }) => {
    if (paired.has(email)) return 'in a pair';
    if (applies(behaviour)) return 'applied, no partner';
    return {
      'answers too late': 'too late',
      declines: 'declined',
      'is silent': 'no answer',
      'cannot be reached': 'address does not work',
    }[behaviour as string];
  });
  return tallied(outcomes.map((outcome) => outcome ?? 'else'));
}

function momentOf(milestone: { at: string; doneAt?: string } | undefined): string {
  return milestone?.doneAt ?? milestone?.at ?? '';
}

function isAckOf(text: string): boolean {
  return text.includes('This is what we understood');
}
