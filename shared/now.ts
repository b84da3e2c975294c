import type { Instant } from '#domain/program/cohort.ts';

/** The one place where the functions ask for the time; everything else is given it. */
export function now(): Instant {
  return new Date().toISOString();
}

export function later(from: Instant, seconds: number): Instant {
  return new Date(Date.parse(from) + seconds * 1000).toISOString();
}
