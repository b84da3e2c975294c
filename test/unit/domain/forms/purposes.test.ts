import { describe, expect, test } from 'vitest';
import * as purposes from '#domain/forms/purposes.ts';

const { AskedFor: _, Purpose, askedWhom, nameOfAsked: __, lateUntil, periodOf, takenBackWhile, ...others } = purposes;
type Purpose = purposes.Purpose;
const questions = Object.entries<(of: Purpose) => boolean>(others);

/** What each purpose says, written out: the table is not asked for what is expected of it. */
const yes: Record<string, readonly Purpose[]> = {
  isOfProgram: ['application', 'agreement', 'survey'],
  isOfIntroducedPair: ['agreement', 'survey'],
  isOfProposedPair: ['consent', 'opening'],
  isVote: ['ballot'],
  publishesPairs: ['decision'],
  isDecision: ['decision', 'opening', 'late'],
  provesSender: ['confirm'],
  hasPage: ['application', 'agreement', 'survey', 'ballot', 'decision', 'consent', 'opening', 'late'],
  isAwaited: ['decision', 'confirm', 'late'],
  countsLate: ['application', 'agreement', 'survey'],
  mayAbstain: ['ballot'],
  needsReasons: ['ballot'],
  isInvitation: ['application'],
  acceptsDecline: ['application', 'agreement', 'survey'],
  isRefusedByDecline: ['consent'],
  isActing: ['ballot', 'decision', 'consent', 'opening', 'confirm', 'late'],
  isActingByNo: ['agreement', 'ballot', 'decision', 'consent', 'opening', 'confirm', 'late'],
  wakesCohort: ['ballot', 'decision', 'consent', 'opening'],
  wakesCohortAtTheLast: ['consent'],
  wakesMatching: ['application'],
  settlesLateReplies: ['late'],
  releasesUnconfirmedReplies: ['confirm'],
  isReadByCoordinator: ['application'],
  isConfidential: ['agreement', 'survey'],
  isSecretUntilDecided: ['ballot'],
  canRefusePartner: ['agreement'],
  isFollowedUp: ['application', 'agreement', 'survey', 'ballot'],
};

describe('what a form is for', () => {
  test.each(questions)('%s is true of these alone', (name, question) => {
    expect(Purpose.options.filter(question)).toEqual(yes[name]);
  });

  test('is answered by no question that is not written out here', () => {
    expect(Object.keys(yes).sort()).toEqual(questions.map(([name]) => name).sort());
  });

  test('says who is asked', () => {
    expect(ofEach(askedWhom)).toEqual({
      application: 'invitee',
      agreement: 'member of a pair',
      survey: 'member of a pair',
      ballot: 'committee',
      decision: 'publisher',
      consent: 'member of a pair',
      opening: 'coordinator',
      confirm: 'sender',
      late: 'coordinator',
    });
  });

  test('says at which stage it is asked, and which milestones open and end it', () => {
    expect(ofEach(periodOf)).toEqual({
      application: { stage: 'apply', opens: 'open', ends: 'close' },
      agreement: { stage: 'kickoff', opens: 'open', ends: 'close' },
      survey: { stage: 'its own', opens: 'open', ends: 'close' },
      ballot: { stage: 'match', opens: 'open', ends: 'decide' },
      decision: { stage: 'match', opens: 'decide', ends: 'publish' },
      consent: { stage: 'match', opens: 'publish', ends: 'close' },
      opening: { stage: 'kickoff', opens: 'open', ends: 'close' },
      confirm: undefined,
      late: undefined,
    });
  });

  test('says until when late answers can count', () => {
    expect(ofEach(lateUntil)).toEqual({
      application: { stage: 'closeout', milestone: 'open' },
      agreement: { stage: 'closeout', milestone: 'open' },
      survey: { stage: 'closeout', milestone: 'close' },
      ballot: 'never',
      decision: 'never',
      consent: 'never',
      opening: 'never',
      confirm: 'never',
      late: 'never',
    });
  });

  test('says how long an answer from a page that has acted on others can be taken back', () => {
    expect(ofEach(takenBackWhile)).toEqual({
      application: 'answers are taken',
      agreement: 'neither has a new partner',
      survey: 'answers are taken',
      ballot: 'answers are taken',
      decision: 'answers are taken',
      consent: 'its pair is proposed',
      opening: 'its pair is proposed',
      confirm: 'never',
      late: 'never',
    });
  });
});

function ofEach<T>(question: (of: Purpose) => T): Record<string, T> {
  return Object.fromEntries(Purpose.options.map((purpose) => [purpose, question(purpose)]));
}
