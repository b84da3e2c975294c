import type { Applicant } from '#domain/applicants.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { randomNumbers } from '#test/unit/matching/solver/problems.ts';

/** What people write about, so that texts have words in common as often as real ones: some words far more than others. */
const vocabulary =
  `research leading team project career moving promotion writing conference design data analysis laboratory
  management conversation feedback manager confidence presenting budget strategy customers product software engineering nursing
  teaching students policy government abroad family balance children returning founding company funding grants publishing
  review committee hiring diversity network sales marketing finance operations safety quality planning negotiation conflict
  mediation listening coaching patience medicine clinical trials statistics experiments robotics climate energy water
  agriculture forests oceans transport cities housing museums music theatre languages translation law contracts patents
  security privacy archives libraries volunteers charity sports travel health recovery resilience retirement`.split(
    /\s+/,
  );

/** A made-up pool for the built-in program: popular and rare choices, several departments, managers, some to be kept apart. */
export function population(mentees: number, mentors: number, seed = 1): Applicant[] {
  const random = randomNumbers(seed);
  const below = (count: number) => Math.floor(random() * count);
  /** Small numbers more often than large ones. */
  const skewed = (count: number) => Math.floor(count * random() ** 2);
  const some = (key: string, most: number) => {
    const options = defaultProgram.forms.application.questions.find((one) => one.key === key)?.options ?? [];
    return [...new Set(Array.from({ length: 1 + below(most) }, () => options[skewed(options.length)] as string))];
  };
  const text = () =>
    Array.from({ length: 6 + below(14) }, () => vocabulary[skewed(vocabulary.length)] as string).join(' ');
  const languages = ['English', 'Spanish', 'French', 'German', 'Portuguese', 'Chinese'];
  const size = mentees + mentors;
  const nameOf = (n: number) => `Given${n % 997} Family${Math.floor(n / 997)}x${n % 31}`;
  return Array.from({ length: size }, (_, n) => {
    const isMentor = n >= mentees;
    return {
      id: `p${String(n).padStart(6, '0')}`,
      name: nameOf(n),
      email: `p${n}@example.org`,
      roles: [isMentor ? ('mentor' as const) : ('mentee' as const)],
      answers: {
        beyond: some('beyond', 2),
        experience: isMentor ? 4 + below(30) : below(15),
        languages: random() < 0.9 ? ['English', languages[below(6)] as string] : [languages[below(6)] as string],
        times: some('times', 3),
        manager: nameOf(mentees + below(mentors)),
        ...(random() < 0.03 ? { avoid: nameOf(below(size)) } : {}),
        ...(isMentor
          ? {
              helps: some('topics', 4),
              strengths: some('prefers', 3),
              learns: some('offers', 3),
              story: text(),
              capacity: 1 + skewed(3),
            }
          : { topics: some('topics', 3), prefers: some('prefers', 3), offers: some('offers', 3), change: text() }),
      },
    };
  });
}
