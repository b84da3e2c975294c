import type { Population } from '#infra/demo/people/correspondents.ts';
import type { CohortView } from '../api.ts';
import type { Course, Sent } from '../drive.ts';
import { formIn, surveys } from '../mail/asked-forms.ts';
import { applies } from '../people/correspondents.ts';

/** How many emails of a kind somebody should get: exactly `least`, or up to `most` when either is right. */
export interface Due {
  least: number;
  most: number;
}

/** What everybody should have got, by address and kind. */
export type Expected = Map<string, Map<string, Due>>;

/** One side of a pair: whom they are with, by name, and where their answers about it go. */
interface Partnership {
  person: string;
  partner: string;
  replyTo: string;
}

/**
 * Which emails the program should have sent, from what people did and when, and from its own schedule. It is the
 * program's promise written down a second time, in other words, so that the two can disagree.
 */
export function expectedEmails(population: Population, course: Course): Expected {
  const expected: Expected = new Map();
  const add = (person: string, kind: string, least = 1, most = least) => {
    const kinds = expected.get(person) ?? new Map<string, Due>();
    const before = kinds.get(kind) ?? { least: 0, most: 0 };
    expected.set(person, kinds.set(kind, { least: before.least + least, most: before.most + most }));
  };
  const { coordinator, committee, leadership, invitees } = population;
  const partnerships = partnershipsIn(course);
  const paired = new Set(partnerships.map(({ person }) => person));
  const reminders = (stage: string) => remindersOf(course.cohort, stage);

  for (const { email, behaviour } of invitees) {
    add(email, 'invitation');
    const isReachable = behaviour !== 'cannot be reached';
    const lastWord = behaviour === 'answers from another address' ? 'confirm' : 'application';
    const done = settledAt(course.sent, email, lastWord);
    const sent = isReachable ? reminders('apply').filter((at) => at < done).length : 0;
    // Somebody who is known to be away need not be reminded.
    add(email, 'application-reminder', behaviour === 'is away first' ? 0 : sent, sent);
    if (!applies(behaviour)) continue;
    if (!paired.has(email)) add(email, 'not-matched');
    else add(email, 'thanks');
  }
  for (const { person, replyTo } of partnerships) {
    add(person, 'partner-proposed');
    add(person, 'introduction');
    add(person, 'agreement-reminder', reminders('kickoff').filter((at) => at < repliedAt(course.sent, replyTo)).length);
  }
  for (const { name: stage, form } of surveys) {
    for (const { person, partner } of partnerships) {
      const survey = course.received.find(
        ({ to, letter }) => to === person && formIn(letter) === form && letter.text.includes(partner),
      );
      const replied = survey ? repliedAt(course.sent, survey.letter.replyTo) : 0;
      add(person, 'survey');
      add(person, 'survey-reminder', reminders(stage).filter((at) => at < replied).length);
    }
  }
  for (const { email } of committee) {
    add(email, 'ballot');
    const voted = settledAt(course.sent, email, 'ballot');
    add(email, 'ballot-reminder', reminders('match').filter((at) => at < voted).length);
  }
  for (const { person, echo, draft } of course.sent) {
    if (echo !== 'nothing') add(person, echo);
    // Whether a late reply counts is for the coordinator to say, who is busy with other things here.
    if (echo === 'too-late') add(coordinator.email, 'late-reply');
    if (draft.words?.includes('?')) add(coordinator.email, 'question-from');
  }
  for (const kind of ['readiness', 'publish-decision', 'matches-published', 'cohort-over'])
    add(coordinator.email, kind);
  add(coordinator.email, 'pair-not-agreed', 0, partnerships.length);
  for (const { email } of leadership) add(email, 'report');
  return expected;
}

/** Each side of each pair, from the introductions that people got. */
export function partnershipsIn({ received }: Pick<Course, 'received'>): Partnership[] {
  const seen = new Map<string, Partnership>();
  for (const { to, letter } of received) {
    if (formIn(letter) !== 'agreement' || seen.has(letter.replyTo)) continue;
    const partner = /^(.+?) is your (?:mentor|mentee) in/m.exec(letter.text.replace(/\n(?!\n)/g, ' '))?.[1] ?? '';
    seen.set(letter.replyTo, { person: to, partner: partner.trim(), replyTo: letter.replyTo });
  }
  return [...seen.values()];
}

/** When the reminders of a stage went out, as far as they did. */
function remindersOf({ schedule }: CohortView, stage: string): number[] {
  const milestones = schedule.find((one) => one.stage === stage)?.milestones ?? [];
  return milestones.flatMap(({ id, doneAt }) => (/\.remind-/.test(id) && doneAt ? [Date.parse(doneAt)] : []));
}

/** When somebody's replies to a form had said everything; never when they did not. */
function settledAt(sent: readonly Sent[], person: string, form: string): number {
  const replies = sent.filter((reply) => reply.person === person && reply.form === form && !reply.automatic);
  const last = replies.at(-1);
  return last && last.echo !== 'too-late' ? last.at : Number.POSITIVE_INFINITY;
}

function repliedAt(sent: readonly Sent[], replyTo: string): number {
  const last = sent.filter((reply) => reply.replyTo === replyTo).at(-1);
  return last?.at ?? Number.POSITIVE_INFINITY;
}
