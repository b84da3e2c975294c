import { describe, expect, it } from 'vitest';
import { likeness, readerOf, wordsOf } from '#domain/matching/scoring/text-likeness.ts';

const alike = (one: string, other: string) => likeness(wordsOf(one), wordsOf(other));

describe('the likeness of two texts', () => {
  it.each([
    ['write', 'writing'],
    ['manager', 'management'],
    ['researchers', 'research'],
    ['companies', 'company'],
    ['negotiated', 'negotiation'],
    ['confident', 'confidence'],
    ['AI', 'AIs'],
  ])('takes %j and %j for the same word', (one, other) => {
    expect(alike(one, other)).toBe(1);
  });

  it.each([
    ['thing to bring', 'ring'],
    ['sing', 'sin'],
    ['speed', 'spend'],
    ['policy', 'police'],
    ['leadership', 'lead a ship'],
  ])('takes %j and %j for different words', (one, other) => {
    expect(alike(one, other)).toBe(0);
  });

  it.each([
    ['résumé', 'resume'],
    ['équipes', 'equipe'],
    ['formación', 'formaciones'],
    ['Führungskräfte', 'Führungskraft'],
    ['re\u0301sume\u0301', 'résumé'],
  ])('does not mind accents, however they are typed, nor a plural (%j, %j)', (one, other) => {
    expect(alike(one, other)).toBe(1);
  });

  it.each([
    ['département', 'départ'],
    ['événement', 'événementiel'],
    ['Übergang', 'über'],
    ['наука', 'научный'],
    ['карьера', 'карта'],
    ['経営', '経験'],
    ['gestion', 'gesto'],
    ['Leitung', 'Leiter'],
  ])('does not take English endings off words of other languages, so that %j is not %j', (one, other) => {
    expect(alike(one, other)).toBe(0);
  });

  it('pays for that with words that Porter gives one stem, though they mean different things', () => {
    expect(alike('communication', 'community')).toBe(1);
    expect(alike('intern', 'international')).toBe(1);
  });

  it('is of the words that mean something, each counted once', () => {
    expect(alike('I would like to learn about research, research and writing', 'research')).toBeCloseTo(0.58, 2);
    expect(alike('I want to be better', 'I want to be better')).toBe(0);
  });
});

describe('the words of a text', () => {
  it('are remembered as they were first written, so that people can read them', () => {
    expect([...wordsOf('Managing a company: management, companies, a Résumé').values()]).toEqual([
      'managing',
      'company',
      'résumé',
    ]);
  });

  it('that a program calls alike count as the first of them, which has its ending taken off like any other', () => {
    const read = readerOf([['people management', 'line managers', 'team leads']]);

    expect(likeness(read('Team leads'), read('people managers'))).toBe(1);
  });
});
