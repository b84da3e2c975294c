import { describe, expect, test } from 'vitest';
import { isAgreedByAll, isVoteOver, mayPublish, publishDecision } from '#domain/matching/round/publishing.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { ballot, consent, form, pair } from './rounds.ts';

const said = (publish?: boolean) => form('decision', 'maria', publish === undefined ? {} : { answers: { publish } });
const unclear = form('decision', 'maria', {
  unclear: [{ key: 'publish', said: 'all but 3', why: { kind: 'undecided' as const } }],
});

test('one yes publishes, also beside a no; a no counts without one', () => {
  expect(publishDecision([said(false), said(true)])).toBe('yes');
  expect(publishDecision([said(false), unclear])).toBe('no');
  expect(publishDecision([said(), unclear])).toBe('unclear');
  expect(publishDecision([said()])).toBe('nothing');
});

describe('on the day of publishing', () => {
  const committee = ['ines', 'tom', 'li'].map((name) => ({ name, email: `${name}@harbour.example` }));
  const { matching } = defaultProgram;
  const waiting = {
    ...defaultProgram,
    matching: { ...matching, committee: { ...matching.committee, withoutQuorum: 'wait' as const } },
  };
  const one = [ballot('ines', { 'grace-ada': true })];
  const two = [...one, ballot('tom', { 'grace-ada': false })];

  test('a word decides, whatever the votes say', () => {
    expect(mayPublish('yes', [], { committee }, waiting)).toBe(true);
    expect(mayPublish('no', two, { committee }, defaultProgram)).toBe(false);
    expect(mayPublish('unclear', two, { committee }, defaultProgram)).toBe(false);
  });

  test('without a word the votes decide, and without enough of them the program', () => {
    expect(mayPublish('nothing', one, { committee }, defaultProgram)).toBe(true);
    expect(mayPublish('nothing', one, { committee }, waiting)).toBe(false);
    expect(mayPublish('nothing', two, { committee }, waiting)).toBe(true);
  });
});

test('the votes are over when every ballot is whole and somebody has voted', () => {
  const whole = ballot('ines', { 'grace-ada': true });

  expect(isVoteOver([whole])).toBe(true);
  expect(isVoteOver([whole, form('ballot', 'tom', { status: 'open' })])).toBe(false);
  expect(isVoteOver([ballot('ines', {})])).toBe(false);
  expect(isVoteOver([])).toBe(false);
});

test('the pairs are agreed on when both of each have said yes', () => {
  const pairs = [pair('grace-ada'), pair('mary-charles', { status: 'vetoed' })];
  const yes = consent('grace', 'grace-ada', true);

  expect(isAgreedByAll(pairs, [yes, consent('ada', 'grace-ada', true)])).toBe(true);
  expect(isAgreedByAll(pairs, [yes, consent('ada', 'grace-ada')])).toBe(false);
  expect(isAgreedByAll([], [])).toBe(false);
});
