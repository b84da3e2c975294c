import type { Answers } from '#domain/forms/form.ts';
import type { SurveyDefinition } from '#domain/program/stage-definition.ts';
import type { Patience } from '#infra/demo/people/correspondents.ts';
import { advice, hopes, lessons } from './sample-answers.ts';
import { SeededRandom } from './seeded-random.ts';

/** How it really goes between two people, whatever they say of it. */
interface Relationship {
  /** 0..1 */
  quality: number;
  meetings: { halfWay: number; atTheEnd: number };
}

/** The same for the same two, whoever asks. One pair in eight does not find to each other. */
function between(seed: number, one: string, other: string): Relationship {
  const chance = new SeededRandom(seed, 'pair', ...[one, other].sort());
  const isWeak = chance.happens(0.125);
  const quality = isWeak ? 0.1 + chance.next() * 0.25 : 0.55 + chance.next() * 0.45;
  const halfWay = Math.round(quality * 5 + chance.next());
  return { quality, meetings: { halfWay, atTheEnd: halfWay + Math.round(quality * 5 + chance.next()) } };
}

export interface Side {
  seed: number;
  own: string;
  partner: string;
  role: 'mentor' | 'mentee';
}

/** What one of two says in a survey: the truth between them, seen from this side. */
export function surveyAnswers({ seed, own, partner, role }: Side, { kind, form }: SurveyDefinition): Answers {
  const isLast = kind === 'closeout';
  const { quality, meetings } = between(seed, own, partner);
  const chance = new SeededRandom(seed, form, own, partner);
  // Trust grows with time, and two people never see quite the same thing.
  const grown = quality + (isLast ? 0.08 : 0);
  const seen = () => Math.min(1, Math.max(0, grown + (chance.next() - 0.5) * 0.3));
  const scale = (min: number, max: number) => Math.round(min + seen() * (max - min));
  const words = chance.of('words');
  const learned = quality < 0.4 ? undefined : words.pick(quality > 0.7 ? lessons.well : lessons.fairly);
  return {
    meetings: Math.max(0, meetings[isLast ? 'atTheEnd' : 'halfWay'] + (chance.happens(0.2) ? 1 : 0)),
    trust: scale(1, 5),
    understanding: scale(1, 5),
    reliable: scale(1, 5),
    useful: scale(1, 5),
    learning: scale(1, 5),
    ...(learned && words.happens(0.75) && { learned }),
    goal: scale(-2, isLast ? 2 : 1),
    ...(!isLast
      ? { room: chance.between(2, 5) }
      : {
          recommend: Math.min(10, scale(2, 10) + (role === 'mentor' ? 1 : 0)),
          informal: chance.between(0, 3),
          ...(words.happens(0.4) && { advice: words.pick(advice) }),
        }),
  };
}

/** How somebody would like to work with a partner whom they have just been introduced to at `now`. */
export function agreementAnswers({ seed, own, partner, role }: Side, now: number): Answers {
  const chance = new SeededRandom(seed, 'agreement', own, partner);
  const first = new Date(now + chance.between(6, 24) * 24 * 3600 * 1000).toISOString().slice(0, 10);
  return {
    agree: true,
    rhythm: chance.pick(['every two weeks', 'every two weeks', 'every month', 'every month', 'every week']),
    hopes: chance.pick(hopes[role]),
    ...(chance.happens(0.5) && { first }),
  };
}

/** Somebody with two partners may answer about the one and be slow about the other. */
export function patienceWith({ seed, own, partner }: Side, stage: string, usual: Patience): Patience {
  const chance = new SeededRandom(seed, 'patience', stage, own, partner);
  return usual === 0 && chance.happens(0.04) ? 1 : usual;
}
