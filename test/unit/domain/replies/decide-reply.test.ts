import { describe, expect, test } from 'vitest';
import type { AskedForm } from '#domain/forms/form-record.ts';
import { decideReply } from '#domain/replies/outcome/decide-reply.ts';
import type { Said } from '#domain/replies/outcome/merge-reply.ts';
import type { ReplyOutcome } from '#domain/replies/outcome/reply-outcome.ts';
import type { Place, Situation } from '#domain/replies/outcome/situation.ts';
import { nothingBeside, type Understood, type UnderstoodAnswers } from '#domain/replies/understand/understood-reply.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { wordsOf } from '#shared/words/index.ts';
import { ownQuestion } from '#shared/words/own-question-words.ts';
import * as samples from '#test/unit/emails/samples.ts';
import { mentee } from '#test/unit/emails/samples.ts';
import { asked, person } from '../samples.ts';

const now = '2027-01-13T10:00:00.000Z';
const cohort = {
  ...samples.cohort,
  id: 'coh_1',
  stage: 'apply' as const,
  status: 'running' as const,
  done: { 'apply.open': '2027-01-11T09:00:00.000Z' },
};
const ada = person('prs_1', { name: 'Ada Park' });
const free: Place = { occasion: '2027-01-13.prs_1.1', keys: [], isToday: true, isLast: false };

const situation = (changes: Partial<Situation> = {}): Situation => ({
  ...{ now, cohort, program: defaultProgram, person: ada, form: asked(), reply: 'rpl_1', original: 'inbound/1' },
  ...{
    wasConfirmed: false,
    waitingPairs: [],
    isPaired: false,
    ids: { coordinator: 'per_maria', lateQuestion: 'late1' },
    asks: { late: ownQuestion('late', wordsOf(), { name: 'Ada Park' }), confirm: ownQuestion('confirm', wordsOf()) },
  },
  ...{ places: [free], everyone: [], earlierNamed: [], earlier: [] },
  ...changes,
});
const said = (changes: Partial<Said> = {}): Said => ({ answers: {}, unclear: [], comments: {}, note: '', ...changes });
const answers = (changes: Partial<UnderstoodAnswers> = {}): UnderstoodAnswers => ({
  ...{ is: 'answers', said: said(), beside: nothingBeside, isOnlyWord: false, attachments: [] },
  ...{ isCut: false, isReaction: false, isLate: false },
  ...changes,
});
const kinds = ({ forwarded, letters }: ReplyOutcome) => [...forwarded, ...letters].map(({ kind }) => kind);
const decided = (understood: Understood, changes: Partial<Situation> = {}) =>
  decideReply(understood, situation(changes));

describe('a reply that answers', () => {
  test('is recorded, wakes matching, and is acknowledged with what it said', () => {
    const outcome = decided(answers({ said: said({ answers: mentee }) }));

    expect(outcome.reply).toEqual({ became: 'read' });
    expect(outcome.recorded).toMatchObject({
      form: { answers: mentee, status: 'complete', replies: [{ id: 'rpl_1', at: now }] },
      events: [{ what: 'application.complete', channel: 'reply' }],
      undeclines: false,
      wakes: 'matching',
    });
    expect(outcome.letters).toMatchObject([{ person: 'prs_1', kind: 'understood', occasion: 'rpl_1' }]);
  });

  test('decided on once more when it is stored, changes nothing and is answered the same', () => {
    const reply = answers({ said: said({ answers: mentee }) });
    const first = decided(reply);
    const form = first.recorded?.form as AskedForm;

    const again = decided(reply, { form });

    expect(again.recorded?.form).toBe(again.recorded?.seen);
    expect(again.letters).toEqual(first.letters);
  });

  test('is added to what another reply has stored at the same moment', () => {
    const latest = asked({ answers: { role: 'mentee' }, replies: [{ id: 'rpl_0', at: now }], version: 2 });

    const { recorded } = decided(answers({ said: said({ answers: { why: 'to learn' } }) }), { latest });

    expect(recorded?.seen).toBe(latest);
    expect(recorded?.form).toMatchObject({ answers: { role: 'mentee', why: 'to learn' }, status: 'partial' });
  });

  test('is asked again for what it left open', () => {
    const outcome = decided(answers({ said: said({ answers: { role: 'mentee' } }) }));

    expect(outcome.reply).toEqual({ became: 'read', why: 'asked again' });
    expect(outcome.letters).toMatchObject([{ kind: 'understood', facts: { asks: 'again', complete: false } }]);
  });

  test('has its words passed on to the coordinator, and hears so', () => {
    const beside = { passOn: 'Could we talk first?', kept: '' };

    const outcome = decided(answers({ said: said({ answers: mentee }), beside }));

    expect(outcome.reply).toEqual({ became: 'read', why: 'passed on' });
    expect(outcome.forwarded).toMatchObject([
      { person: 'per_maria', occasion: free.occasion, facts: { text: beside.passOn, key: 'rpl_1' } },
    ]);
    expect(outcome.letters).toMatchObject([{ facts: { passedOn: beside.passOn } }]);
  });

  test('hears that nobody has its words when the coordinator has had enough of theirs today', () => {
    const beside = { passOn: 'Could we talk first?', kept: '' };

    const outcome = decided(answers({ said: said({ answers: mentee }), beside }), { places: [] });

    expect(outcome.forwarded).toEqual([]);
    expect(outcome.letters).toMatchObject([{ facts: { unheard: beside.passOn } }]);
  });

  test('of a confidential form keeps words for their writer to decide, and the coordinator hears no more than that', () => {
    const form = asked({ purpose: 'survey', stage: 'midpoint', side: 'mentee' });

    const outcome = decided(answers({ beside: { passOn: '', kept: 'He never comes.' } }), { form });

    expect(outcome.recorded?.form.offer).toEqual({ reply: 'rpl_1', words: 'He never comes.' });
    expect(kinds(outcome)).toEqual(['wrote-more', 'understood']);
    expect(JSON.stringify(outcome.letters[0]?.facts)).not.toContain('He never comes');
  });

  test('that agrees to pass kept words on gives them to the coordinator, and is told', () => {
    const form = asked({
      purpose: 'survey',
      stage: 'midpoint',
      side: 'mentee',
      offer: { reply: 'rpl_0', words: 'He never comes.' },
    });

    const outcome = decided(answers({ back: { about: 'offer', agrees: true }, isOnlyWord: true }), { form });

    expect(outcome.reply).toEqual({ became: 'read', why: 'agrees to pass on' });
    expect(outcome.forwarded).toMatchObject([
      { facts: { text: 'He never comes.', isAgreed: true, key: 'rpl_0.agreed' } },
    ]);
    expect(kinds(outcome)).toEqual(['question-from', 'passed-on']);
    expect(outcome.recorded?.form.offer?.settled).toBe('rpl_1');
  });

  test('that does not agree leaves the words where they are, and is not answered', () => {
    const form = asked({
      purpose: 'survey',
      stage: 'midpoint',
      side: 'mentee',
      offer: { reply: 'rpl_0', words: 'He never comes.' },
    });

    const outcome = decided(answers({ back: { about: 'offer', agrees: false }, isOnlyWord: true }), { form });

    expect(outcome.reply).toEqual({ became: 'read', why: 'keeps words' });
    expect(kinds(outcome)).toEqual([]);
  });

  test('is not answered any more after six of a day that changed nothing, and is on the list', () => {
    const replies = Array.from({ length: 6 }, (_, nth) => ({ id: `rpl_0${nth}`, at: now }));

    const outcome = decided(answers(), { form: asked({ replies }) });

    expect(outcome.reply).toEqual({ became: 'read', why: 'too many replies today to answer', unheard: true });
    expect(kinds(outcome)).toEqual([]);
  });

  test('with a wish to stop beside answers is asked whether it is one', () => {
    const outcome = decided(answers({ said: said({ answers: mentee }), stopWords: 'and take me off the list' }));

    expect(outcome.reply).toEqual({ became: 'read', why: 'asked whether to stop' });
    expect(kinds(outcome)).toEqual(['understood', 'stop-or-not']);
  });

  test('of somebody who had said no thanks takes that back', () => {
    const { recorded } = decided(answers({ said: said({ answers: mentee }) }), { form: asked({ status: 'declined' }) });

    expect(recorded).toMatchObject({ undeclines: true, form: { status: 'complete' } });
  });

  test('with a no to a partner tells the coordinator, and not what it says', () => {
    const form = asked({ purpose: 'agreement', pair: 'pair1', side: 'mentee' });
    const members = { mentor: person('prs_2', { name: 'Grace Lee' }), mentee: ada };

    const outcome = decided(answers({ said: said({ answers: { agree: false }, note: 'He is rude.' }) }), {
      form,
      members,
    });

    expect(outcome.letters[0]).toMatchObject({
      kind: 'pair-not-agreed',
      facts: { mentor: 'Grace Lee', mentee: 'Ada Park', by: 'mentee' },
    });
    expect(outcome.recorded?.wakes).toBe('matching');
  });

  test('to "was this yours?" with a yes has the replies looked at that waited, with a no nothing', () => {
    const questions = [{ key: 'mine', ask: 'Did you write that reply?', label: 'Your reply', type: 'yesno' as const }];
    const form = asked({ purpose: 'confirm', questions });

    const yes = decided(answers({ said: said({ answers: { mine: true } }) }), { form });
    const no = decided(answers({ said: said({ answers: { mine: false } }) }), { form });

    expect([yes.settles, no.settles]).toEqual(['confirmed replies', undefined]);
    expect([kinds(yes), kinds(no)]).toEqual([[], []]);
  });

  test('to the question about late replies has those looked at', () => {
    const questions = [{ key: 'take', ask: 'Shall we take it?', label: 'Take it', type: 'yesno' as const }];
    const about = { reply: 'rpl_0', mail: 'inbound/0', form: 'form0', purpose: 'application' as const };
    const form = asked({ purpose: 'late', questions, about });

    expect(decided(answers({ said: said({ answers: { take: true } }) }), { form }).settles).toBe('late replies');
  });

  test('with a yes to a partner wakes the cohort when few are left, and with a no at once', () => {
    const questions = [{ key: 'with', ask: 'Would you like to?', label: 'Your word', type: 'yesno' as const }];
    const form = asked({ purpose: 'consent', questions, pair: 'pair1' });
    const wakes = (answer: boolean) =>
      decided(answers({ said: said({ answers: { with: answer } }) }), { form }).recorded?.wakes;

    expect([wakes(true), wakes(false)]).toEqual(['cohort at the last consents', 'cohort']);
  });
});

describe('a reply that answers nothing', () => {
  test('is not answered when it is thanks', () => {
    expect(decided({ is: 'thanks' })).toEqual({ reply: { became: 'read', why: 'thanks' }, forwarded: [], letters: [] });
  });

  test('that declines is recorded, kept beyond the cohort, and confirmed', () => {
    const outcome = decided({ is: 'decline', said: said(), beside: nothingBeside });

    expect(outcome.reply).toEqual({ became: 'read', why: 'declined' });
    expect(outcome.recorded?.form.status).toBe('declined');
    expect(outcome.declinedUntil).toBe('2028-01-01T00:00:00.000Z');
    expect(outcome.letters).toMatchObject([{ kind: 'declined', facts: { until: outcome.declinedUntil } }]);
  });

  test('that declines what nobody counts any more is only confirmed', () => {
    const outcome = decided(
      { is: 'decline', said: said(), beside: nothingBeside },
      { cohort: { ...cohort, status: 'finished' } },
    );

    expect(outcome.recorded).toBeUndefined();
    expect(kinds(outcome)).toEqual(['declined']);
  });

  test('that says stop ends all mail', () => {
    expect(decided({ is: 'stop', beside: nothingBeside })).toMatchObject({
      reply: { became: 'read', why: 'stop' },
      unsubscribes: true,
      letters: [],
    });
  });

  test('that says stop, by whom the cohort needs, is asked to hand over first', () => {
    const coordinator = person('per_maria', { email: cohort.coordinator.email });

    const outcome = decided({ is: 'stop', beside: nothingBeside }, { person: coordinator });

    expect(outcome.reply).toEqual({ became: 'read', why: 'asked whether to hand over' });
    expect(outcome.unsubscribes).toBeUndefined();
    expect(outcome.letters).toMatchObject([{ kind: 'stop-or-hand-over', facts: { part: 'coordinator' } }]);
  });

  test('that says stop and more is asked which it is, and ends nothing', () => {
    const outcome = decided({ is: 'stop', words: 'Stop. It is about Grace.', beside: nothingBeside });

    expect(outcome.reply).toEqual({ became: 'read', why: 'asked whether to stop' });
    expect(outcome.unsubscribes).toBeUndefined();
    expect(kinds(outcome)).toEqual(['stop-or-not']);
  });

  test('is asked for words once a day and reason; after that it is on the list', () => {
    const empty = { is: 'unreadable', why: 'empty', attachments: [], isTheirs: true } as const;
    const earlier = [{ became: 'unreadable', why: 'empty', receivedAt: now }];

    const [first, second] = [decided(empty), decided(empty, { earlier })];

    expect(first.reply).toEqual({ became: 'unreadable', why: 'empty' });
    expect(second.reply).toEqual({ became: 'unreadable', why: 'empty', unheard: true });
    expect(first.letters).toEqual(second.letters);
    expect(kinds(first)).toEqual(['could-not-read']);
  });

  test('too large and from elsewhere, is answered by nobody', () => {
    const outcome = decided({ is: 'unreadable', why: 'too-large', attachments: [], isTheirs: false });

    expect(outcome).toEqual({
      reply: { became: 'unreadable', why: 'too-large', unheard: true },
      forwarded: [],
      letters: [],
    });
  });

  test('a reaction that is thanks is not answered; any other hears once how to answer', () => {
    expect(kinds(decided({ is: 'reaction', isThanks: true }))).toEqual([]);
    expect(decided({ is: 'reaction', isThanks: false }).letters).toMatchObject([
      { kind: 'could-not-read', occasion: 'form1.reaction' },
    ]);
  });

  test.each([
    ['theirs', undefined, []],
    ['not theirs', 'rcp1', []],
    ['neither', undefined, ['theirs-or-not']],
  ] as const)('about a receipt, that it was %s', (says, takesBack, written) => {
    const outcome = decided({ is: 'about a receipt', receipt: 'rcp1', says });

    expect(outcome.takesBack).toBe(takesBack);
    expect(kinds(outcome)).toEqual(written);
  });
});

describe('a reply after its form has closed', () => {
  const closed = { ...cohort, stage: 'match' as const, done: { ...cohort.done, 'apply.close': now } };
  const question = asked({ id: 'late1', purpose: 'late', person: 'per_maria' });

  test('with answers waits for the coordinator, who is asked without a word of it', () => {
    const outcome = decided({ is: 'late', said: said({ answers: mentee }), beside: nothingBeside }, { cohort: closed });

    expect(outcome.reply).toEqual({
      became: 'late',
      why: 'waits for the coordinator',
      given: said({ answers: mentee }),
    });
    expect(outcome.opened).toMatchObject({ id: 'late1', purpose: 'late', person: 'per_maria' });
    expect(outcome.recorded).toBeUndefined();
    expect(outcome.letters).toMatchObject([
      { kind: 'late-reply', facts: { who: 'Ada Park', about: 'application' } },
      { kind: 'too-late', occasion: 'form1.waits', facts: { waits: true } },
    ]);
  });

  test('with words alone passes these on', () => {
    const outcome = decided(
      { is: 'late', said: said({ note: 'What now?' }), beside: { passOn: 'What now?', kept: '' } },
      { cohort: closed },
    );

    expect(outcome.reply).toEqual({ became: 'late', why: 'passed on' });
    expect(outcome.letters).toMatchObject([{ occasion: 'form1.passed-on', facts: { passedOn: true, mayStill: true } }]);
  });

  test('beside one that waits is told that the coordinator decides', () => {
    const outcome = decided({ is: 'late', beside: nothingBeside }, { cohort: closed, lateQuestion: question });

    expect(outcome.reply).toEqual({ became: 'late', why: 'beside one that waits' });
    expect(outcome.letters).toMatchObject([{ occasion: 'form1.waits', facts: { waits: true, isBeside: true } }]);
  });

  test('that can change nothing hears that it is closed', () => {
    const over = { ...cohort, status: 'finished' as const };

    const outcome = decided({ is: 'late', said: said({ answers: mentee }), beside: nothingBeside }, { cohort: over });

    expect(outcome.reply).toEqual({ became: 'late', why: 'closed' });
    expect(outcome.letters).toMatchObject([{ occasion: 'form1', facts: { waits: false, mayStill: false } }]);
  });
});

describe('a message that may not be its person’s', () => {
  const from = {
    is: 'unconfirmed',
    sender: 'from another address',
    other: 'ada@home.example',
    confirmation: { id: 'confirm1', occasion: 'ada' },
    isAskedAbout: false,
  } as const;

  test('waits, and its person is asked, being shown what it says', () => {
    const wouldBe = { answers: [{ label: 'Role', value: 'mentee' }], note: '' };

    const outcome = decided({ ...from, wouldBe });

    expect(outcome.reply).toEqual({ became: 'unconfirmed', why: 'from another address' });
    expect(outcome.opened).toMatchObject({ id: 'confirm1', about: { reply: 'rpl_1', form: 'form1' } });
    expect(outcome.letters).toMatchObject([
      { kind: 'confirm-sender', facts: { other: from.other, others: true, wouldBe } },
    ]);
    expect(outcome.recorded).toBeUndefined();
  });

  test('is asked about no more after several of a day', () => {
    expect(decided(from).reply).toEqual({ became: 'unconfirmed', why: 'from another address', unheard: true });
    expect(decided({ ...from, isAskedAbout: true }).reply).toEqual({
      became: 'unconfirmed',
      why: 'from another address',
    });
  });

  test('with a virus, is answered by nobody and is on the list', () => {
    const outcome = decided({ is: 'refused', why: 'virus' });

    expect(outcome).toEqual({ reply: { became: 'refused', why: 'virus', unheard: true }, forwarded: [], letters: [] });
  });

  test('of a program is answered by nobody; reminders wait until the day that it names', () => {
    const until = decided({ is: 'automatic', isTheirs: true, until: '2027-01-20' });

    expect(until.reply).toEqual({ became: 'automatic', why: 'away until 2027-01-20' });
    expect(until.awayUntil).toContain('2027-01-21');
    expect(kinds(until)).toEqual([]);
    expect(decided({ is: 'automatic', isTheirs: true }).reply).toEqual({ became: 'automatic', unheard: true });
    expect(decided({ is: 'automatic', isTheirs: false, isReport: true }).reply.unheard).toBeUndefined();
  });

  test('from a mailbox that had refused our mail lets us write there again, but not from elsewhere', () => {
    const bounced = { person: { ...ada, unreachable: 'bounced' as const } };

    expect(decided({ is: 'thanks' }, bounced).isReachable).toBe(true);
    expect(decided(from, bounced).isReachable).toBeUndefined();
    expect(decided({ is: 'automatic', isTheirs: false }, bounced).isReachable).toBeUndefined();
  });
});
