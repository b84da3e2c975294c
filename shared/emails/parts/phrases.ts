import { Temporal } from 'temporal-polyfill';
import { closesAt } from '#domain/forms/answer-period.ts';
import { type AskedFor, isAwaited } from '#domain/forms/purposes.ts';
import { givenName } from '#domain/names/called.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import { lastDay } from '#domain/program/moments.ts';
import { type Words, wordsOf } from '#shared/words/index.ts';
import type { Block, Inline } from '../content.ts';
import type { EmailContext } from '../context.ts';

export function paragraph(...of: Inline[]): Block {
  return { kind: 'paragraph', of };
}

/** "Hello Ada,", or "Hello," to someone whose name we don't know. */
export function greeting(context: Reader): Block {
  const given = givenName(context.person.name);
  const words = commonOf(context);
  return paragraph(given ? words.hello({ given }) : words.helloUnnamed);
}

/** "Thank you, Ada." */
export function thankYou(context: Reader): string {
  const given = givenName(context.person.name);
  const words = commonOf(context);
  return given ? words.thankYou({ given }) : words.thankYouUnnamed;
}

type Reader = Pick<EmailContext, 'cohort' | 'person'>;

/** The day of a moment in the cohort's zone, in words. */
export function dayOf(moment: Instant, { cohort, now }: Pick<EmailContext, 'cohort' | 'now'>): string {
  const day = (at: Instant) => Temporal.Instant.from(at).toZonedDateTimeISO(cohort.timeZone).toPlainDate();
  return wordsOf(cohort.language).day(day(moment), day(now));
}

/** "on Friday 12 March", or "today": a day that is named to somebody who reads it on that day reads as another. */
export function onDay(moment: Instant, context: Pick<EmailContext, 'cohort' | 'now'>): string {
  const day = dayOf(moment, context);
  const words = commonOf(context);
  return day === dayOf(context.now, context) ? words.today : words.onDay({ day });
}

/** The last day on which an answer to such a form is in time, in words. */
export function deadline(asked: AskedFor, { cohort, now }: Pick<EmailContext, 'cohort' | 'now'>): string {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(cohort.timeZone).toPlainDate();
  return wordsOf(cohort.language).day(lastDay(closesAt(cohort, asked), cohort.timeZone), today);
}

/** " by Friday 12 March", or nothing for what has no day that anyone should keep to: a decision is simply awaited. */
export function byDeadline(asked: AskedFor, context: Pick<EmailContext, 'cohort' | 'now'>): string {
  return isAwaited(asked.purpose) || closesAt(context.cohort, asked) <= context.now
    ? ''
    : commonOf(context).byDay({ day: deadline(asked, context) });
}

/** Whether the reader is the coordinator, who may take part as well, or read the report: "write to" them would be to themselves. */
export function isCoordinator({ cohort, person }: Pick<EmailContext, 'cohort' | 'person'>): boolean {
  return cohort.coordinator.email === person.email;
}

/** `when`, and where to write then: "If you have a question, write to Maria Ortiz". Nothing to Maria Ortiz herself. */
export function writeToCoordinator(when: string, context: Pick<EmailContext, 'cohort' | 'person'>): Inline[] {
  const { name, email } = context.cohort.coordinator;
  if (isCoordinator(context)) return [];
  return commonOf(context).writeTo({ when, coordinator: name, mail: `mailto:${email}` });
}

/** "Nothing to do." and where questions go: the end of an email that asks for nothing. */
export function nothingToDo(context: EmailContext): Block {
  const words = commonOf(context);
  return paragraph(words.nothingToDo, ...writeToCoordinator(words.ifQuestion, context));
}

/** Who writes, why to this person, and how to stop: the end of every email. */
export function closing(context: EmailContext, why: string): Block[] {
  return [
    { kind: 'signature', of: signature(context) },
    { kind: 'small', of: commonOf(context).stop({ why, stop: context.stop }) },
  ];
}

/** Signed by the coordinator, or, to the coordinator, by what writes on their behalf. */
export function signature({ cohort, person }: EmailContext): string {
  const who = isCoordinator({ cohort, person }) ? 'Telemachy' : cohort.coordinator.name;
  return commonOf({ cohort }).signature({ who, organisation: cohort.organisation });
}

/** Why people who were invited get an email. */
export function invitedWhy(context: EmailContext): string {
  return commonOf(context).why.invited(namedIn(context));
}

/** Why people who take part get an email. */
export function takingPartWhy(context: EmailContext): string {
  return commonOf(context).why.takesPart(namedIn(context));
}

/** Why people who run the program get an email. */
export function runningWhy(context: EmailContext, part: 'coordinator' | 'committee' | 'leadership'): string {
  return commonOf(context).why[part](namedIn(context));
}

/** What many sentences name, and whether they are read by the coordinator, who is "you" in them. */
export function namedIn({ cohort, person }: Pick<EmailContext, 'cohort' | 'person'>) {
  return {
    cohort: cohort.name,
    organisation: cohort.organisation,
    coordinator: cohort.coordinator.name,
    reader: isCoordinator({ cohort, person }) ? 'coordinator' : 'other',
  };
}

/** What many emails share, in the language of the cohort. */
export function commonOf({ cohort }: { cohort: Pick<Cohort, 'language'> }): Words['common'] {
  return wordsOf(cohort.language).common;
}
