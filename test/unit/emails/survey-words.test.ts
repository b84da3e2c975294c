import { describe, expect, test } from 'vitest';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import { plan } from '#domain/program/schedule.ts';
import {
  surveyText,
  surveyTimes,
  whenAskedFirst,
  whenAskedNext,
  whenWrittenNext,
} from '#shared/emails/parts/survey-words.ts';
import { pulse, surveyed, surveyPrograms } from '#test/harness/cohorts/surveyed.ts';
import { cohort } from './samples.ts';

const ofOne = { partner: 'Grace Hopper', isOneOfSeveral: false };
const at = (program: ProgramDefinition, now = cohort.createdAt) => ({
  cohort: { ...cohort, schedule: plan(program, '2027-02-01', cohort.timeZone) },
  program,
  now,
});
const withPulse = at(surveyPrograms['a pulse before the mid-point']);
const withLater = at(surveyPrograms['a survey after the close-out']);

describe('the words of a survey', () => {
  test('are general ones where its stage has none of its own', () => {
    expect(surveyText('pulse', ofOne, withPulse)).toEqual({
      subject: 'How is your mentoring going?',
      reminder: 'Have you a few minutes for your mentoring?',
      opening:
        'How is it going for you and Grace Hopper in Spring 2027? A plain answer helps most, also if little has happened yet.',
      question: 'is going',
    });
  });

  test('look back at the close-out and after it', () => {
    expect(surveyText('closeout', ofOne, withLater).opening).toContain('is coming to its end for you and Grace Hopper');
    expect(surveyText('six-months-on', ofOne, withLater)).toMatchObject({
      opening: 'Spring 2027 ended some time ago for you and Grace Hopper. What has come of it since?',
      question: 'went',
    });
  });

  test('name the partner in the subject to people with several alone', () => {
    const { subject, reminder } = surveyText('pulse', { ...ofOne, isOneOfSeveral: true }, withPulse);

    expect(subject).toBe('How is it going with Grace Hopper?');
    expect(reminder).toBe('Have you a few minutes for your mentoring with Grace Hopper?');
  });

  test("are the program's where it has some, with names as they are", () => {
    const words = { subject: 'A month in', opening: '{$partner}, {$partner}: {$cohort}?' };
    const context = at(surveyed([{ ...pulse, words }]));

    const text = surveyText('pulse', { partner: "$& {$cohort}'s", isOneOfSeveral: false }, context);

    expect(text.subject).toBe('A month in');
    expect(text.opening).toBe("$& {$cohort}'s, $& {$cohort}'s: Spring 2027?");
    expect(text.reminder).toBe('Have you a few minutes for your mentoring?');
  });
});

describe('what is to come', () => {
  test('is the next survey of the schedule, whichever that is', () => {
    expect(whenAskedFirst(withPulse)).toBe('We ask how it is going around Wednesday 7 April.');
    expect(whenAskedNext({ ...withPulse, now: '2027-04-08T00:00:00.000Z' })).toBe(
      'We ask how it is going around Wednesday 23 June.',
    );
    expect(whenWrittenNext('pulse', { ...withPulse, now: '2027-04-08T00:00:00.000Z' })).toBe(
      'We write again around Wednesday 23 June.',
    );
  });

  test('is the close-out where there is no survey, and nothing after the last', () => {
    const none = at(surveyPrograms['no survey']);

    expect(whenAskedFirst(none)).toMatch(/^We ask how it went around /);
    expect(whenAskedNext(none)).toBe('');
    expect(whenWrittenNext('closeout', { ...none, now: '2028-01-01T00:00:00.000Z' })).toBe('');
  });

  test('is nothing behind the close-out, however early that comes', () => {
    expect(whenWrittenNext('closeout', withPulse)).toBe('');
    expect(whenWrittenNext('closeout', withLater)).toMatch(/^We write again around /);
  });

  test('is listed by its times', () => {
    expect(surveyTimes(withPulse)).toBe('the pulse, the mid-point or the end');
    expect(surveyTimes(withLater)).toBe('the mid-point or the end');
    expect(surveyTimes(at(surveyPrograms['no survey']))).toBe('the end');
  });
});
