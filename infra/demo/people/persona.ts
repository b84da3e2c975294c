import type { Answers } from '#domain/forms/form.ts';
import type { Invitee, Patience, Population } from '#infra/demo/people/correspondents.ts';
import { type FormKind, formIn, questionIn, surveys } from '../mail/asked-forms.ts';
import type { Draft } from '../mail/clients/draft.ts';
import type { Letter } from '../mail/letter.ts';
import type { Correspondent } from './correspondents.ts';
import { atTheDesk } from './desk-times.ts';
import { agreementAnswers, patienceWith, surveyAnswers } from './pair-answers.ts';
import { SeededRandom } from './seeded-random.ts';
import { typed } from './wording.ts';

/** What the program should write back when it gets a reply. To "yes, it was mine" it answers what had waited for that. */
export type Echo = 'understood' | 'declined' | 'too-late' | 'confirm-sender' | 'nothing';

/** Something that a person is going to send. */
export interface Step {
  /** When they send it, in milliseconds since 1970. */
  at: number;
  form: FormKind;
  echo: Echo;
  draft: Draft;
  /** An answer that their mailbox gives by itself. */
  automatic?: true;
}

/** What a person knows about a form, which they recognise by the address that replies to it go to. */
export interface Dealing {
  form: FormKind;
  /** What they would say to each question, if they answered it. */
  truth: Answers;
  /** What they have said so far. */
  said: Answers;
  patience: Patience;
  /** Letters that asked for it. */
  asked: number;
  /** Replies sent or about to be sent. */
  replies: number;
  /** They will not look at it again before this moment. */
  busyUntil: number;
}

/** Longer than this nobody goes on correcting a form: something is wrong with how their replies are read. */
const mostReplies = 4;

/** Somebody who is invited: reads what arrives and decides what to do about it. */
export class Persona {
  readonly dealings = new Map<string, Dealing>();
  readonly #who: Invitee;
  readonly #population: Population;

  constructor(who: Invitee, population: Population) {
    this.#who = who;
    this.#population = population;
  }

  /** What they will send because of `letter`, which arrived at `now`. Never anything about a letter that asks nothing. */
  read(letter: Letter, now: number): Step[] {
    const form = this.dealings.get(letter.replyTo)?.form ?? formIn(letter);
    if (form === undefined || letter.questions.length === 0) return [];
    const dealing = this.dealings.get(letter.replyTo) ?? this.#begin(form, letter, now);
    this.dealings.set(letter.replyTo, dealing);
    dealing.asked += 1;
    if (now < dealing.busyUntil || dealing.replies >= mostReplies) return [];
    const hasHadEnough = dealing.patience !== 'never' && dealing.asked > dealing.patience;
    if (dealing.replies === 0 && !hasHadEnough) return [];
    if (dealing.replies > 0 && !this.#isUnsaid(letter, dealing)) return [];
    const steps = this.#steps(letter, dealing, now);
    dealing.replies += 1;
    dealing.busyUntil = Math.max(...steps.map(({ at }) => at));
    return steps;
  }

  /** Whether a letter asks for something that they have not said yet, or tells them that it was not understood. */
  #isUnsaid({ questions, text }: Letter, { form, truth, said }: Dealing): boolean {
    if (text.includes('This is what we understood') || text.includes('we could not take an answer from it'))
      return true;
    return questions.some((asked) => {
      const key = questionIn(form, asked)?.key;
      return key !== undefined && key in truth && !(key in said);
    });
  }

  #begin(form: FormKind, letter: Letter, now: number): Dealing {
    const dealing = { form, truth: {}, said: {}, patience: 0 as Patience, asked: 0, replies: 0, busyUntil: 0 };
    if (form === 'application') return { ...dealing, truth: this.#who.application, patience: this.#patienceToApply() };
    if (form === 'confirm') return { ...dealing, truth: { mine: true } };
    const survey = surveys.find((one) => one.form === form);
    if (form !== 'agreement' && !survey) return dealing;
    const partner = this.#population.invitees.find(({ name }) => name !== this.#who.name && letter.text.includes(name));
    const said = /is your (mentor|mentee) in/.exec(letter.text.replace(/\s+/g, ' '))?.[1];
    const role = said === 'mentor' || (said === undefined && this.#who.role === 'mentee') ? 'mentee' : 'mentor';
    const side = { seed: this.#population.seed, own: this.#who.email, partner: partner?.email ?? '', role } as const;
    return {
      ...dealing,
      truth: survey ? surveyAnswers(side, survey) : agreementAnswers(side, now),
      patience: patienceWith(side, form, survey ? (this.#who.surveys[form] ?? 0) : this.#who.agreement),
    };
  }

  #patienceToApply(): Patience {
    switch (this.#who.behaviour) {
      case 'answers after a reminder':
        return 1;
      case 'answers after two reminders':
      case 'answers too late':
        return 2;
      case 'is silent':
      case 'cannot be reached':
        return 'never';
      default:
        return 0;
    }
  }

  #steps(letter: Letter, dealing: Dealing, now: number): Step[] {
    const { behaviour, elsewhere, remark, encloses } = this.#who;
    const chance = new SeededRandom(
      this.#population.seed,
      'reply',
      this.#who.email,
      dealing.form,
      String(dealing.replies),
    );
    const isFirst = dealing.replies === 0;
    const applying = dealing.form === 'application' && isFirst;
    const { timeZone } = this.#population;
    const desk = (days: number) => atTheDesk(now, days, chance, timeZone);
    const days = isFirst ? chance.pick([0, 0, 1, 1, 2, 3, 4]) : chance.pick([0, 1]);
    const draft = (answers: ReadonlyMap<number, string>, at: number): Draft =>
      draftOf(this.#who, { answers, at, letter, timeZone }, chance);

    if (applying && behaviour === 'declines') {
      const words = chance.pick(['No thanks.', 'No thanks, too much on my plate this year. Good luck with it!']);
      const at = desk(days);
      return [{ at, form: dealing.form, echo: 'declined', draft: { ...draft(new Map(), at), words } }];
    }
    const left = applying && behaviour === 'answers in two goes' ? this.#leftOut(letter, chance) : new Set<string>();
    const answers = this.#answers(letter, dealing, left, chance);
    if (applying && behaviour === 'is away first') {
      const [away, back] = [now + 60_000, desk(7)];
      const words = `I am out of the office until ${dayWords(back)} and will read your message when I am back.\n\n${this.#who.name}`;
      const automatic = { ...draft(new Map(), away), words, at: away };
      return [
        { at: away, form: dealing.form, echo: 'nothing', draft: automatic, automatic: true },
        { at: back, form: dealing.form, echo: 'understood', draft: draft(answers, back) },
      ];
    }
    const at = applying && behaviour === 'answers too late' ? desk(6) : desk(days);
    const reply = {
      ...draft(answers, at),
      ...(applying && remark && { words: remark }),
      ...(applying && encloses && { encloses }),
    };
    if (applying && elsewhere) {
      const from = { name: this.#who.name, address: elsewhere };
      return [{ at, form: dealing.form, echo: 'confirm-sender', draft: { ...reply, from } }];
    }
    const echo = applying && behaviour === 'answers too late' ? 'too-late' : 'understood';
    return [{ at, form: dealing.form, echo, draft: reply }];
  }

  /** Some questions that they skip at first, because they want to think about them. */
  #leftOut({ questions }: Letter, chance: SeededRandom): ReadonlySet<string> {
    const keys = questions.map((asked) => questionIn('application', asked)?.key ?? '');
    const skippable = keys.filter(
      (key) => !['role', 'manager', 'avoid', 'gender', ''].includes(key) && key in this.#who.application,
    );
    return new Set(chance.some(skippable, 3, 4));
  }

  /** What they type to each question in the letter that they have an answer to. */
  #answers(letter: Letter, dealing: Dealing, left: ReadonlySet<string>, chance: SeededRandom): Map<number, string> {
    const answers = new Map<number, string>();
    for (const asked of letter.questions) {
      if (dealing.form === 'confirm') {
        answers.set(asked.number, 'yes');
        continue;
      }
      const question = questionIn(dealing.form, asked);
      const answer = question && dealing.truth[question.key];
      if (question === undefined || answer === undefined || left.has(question.key)) continue;
      // What was not understood the first time is said again in plain words.
      const wording = dealing.replies === 0 ? this.#who.wording : 'words';
      answers.set(asked.number, typed(question, answer, wording, chance));
      dealing.said[question.key] = answer;
    }
    return answers;
  }
}

/** A draft by `who` that answers `letter`, written some minutes before it is sent at `at`. */
export function draftOf(
  who: Correspondent,
  reply: { answers: ReadonlyMap<number, string>; at: number; letter: Letter; timeZone: string },
  chance: SeededRandom,
): Draft {
  const { name, email, client, manner, opening, closing } = who;
  const { answers, at, letter, timeZone } = reply;
  const below = manner !== 'above' && answers.size > 1 && chance.happens(0.4);
  return {
    from: { name, address: email },
    client,
    manner,
    answers,
    ...(opening && { opening }),
    ...(closing && { closing }),
    ...(below && { words: 'My answers are below.' }),
    at: Math.max(letter.at + 60_000, at - chance.between(0, 14 * 60) * 1000),
    timeZone,
  };
}

function dayWords(at: number): string {
  return new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    at,
  );
}
