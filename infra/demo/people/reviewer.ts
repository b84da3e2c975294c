import { formIn } from '../mail/asked-forms.ts';
import type { Letter } from '../mail/letter.ts';
import type { Population, Reviewer } from './correspondents.ts';
import { atTheDesk } from './desk-times.ts';
import { draftOf, type Step } from './persona.ts';
import { SeededRandom } from './seeded-random.ts';

/** A member of the committee: knows who works with whom, which no application says, and objects to such pairs. */
export class ReviewerPersona {
  readonly #who: Reviewer;
  readonly #population: Population;
  #asked = 0;
  #replies = 0;

  constructor(who: Reviewer, population: Population) {
    this.#who = who;
    this.#population = population;
  }

  read(letter: Letter, now: number): Step[] {
    if (formIn(letter) !== 'ballot') return [];
    this.#asked += 1;
    if (this.#who.patience === 'never' || this.#asked <= this.#who.patience || this.#replies > 1) return [];
    const chance = new SeededRandom(this.#population.seed, 'vote', this.#who.email, String(this.#replies));
    const { timeZone } = this.#population;
    const at = atTheDesk(now, chance.between(0, 2), chance, timeZone);
    const isFirst = this.#replies === 0;
    this.#replies += 1;
    const objections = this.#objections(letter);
    const draft = draftOf(this.#who, { answers: new Map(), at, letter, timeZone }, chance);
    if (!isFirst || this.#who.votes === 'each') {
      const votes = letter.questions.map(({ number }): [number, string] => {
        const reason = objections.get(number);
        return [number, reason ? `no, ${reason}` : 'yes'];
      });
      return [{ at, form: 'ballot', echo: 'understood', draft: { ...draft, answers: new Map(votes) } }];
    }
    const numbers = [...objections.keys()];
    const [reason] = objections.values();
    const words =
      this.#who.votes === 'approve' || numbers.length === 0
        ? chance.pick(['Approve', 'approve', 'Approve all'])
        : `Approve all except ${listed(numbers)}: ${reason}`;
    return [{ at, form: 'ballot', echo: 'understood', draft: { ...draft, words } }];
  }

  /** Pairs from the same team; the last one when there are none, for somebody always knows something. */
  #objections({ questions }: Letter): Map<number, string> {
    const { invitees } = this.#population;
    const sameTeam = questions.filter(({ words }) => {
      const [pair = ''] = words.split(/ Score \d/);
      const teams = invitees.filter(({ name }) => pair.includes(name)).map(({ team }) => team);
      return teams.length === 2 && teams[0] === teams[1];
    });
    const last = questions.at(-1);
    if (sameTeam.length > 0) return new Map(sameTeam.map(({ number }) => [number, 'same team']));
    return new Map(last ? [[last.number, 'they share an office']] : []);
  }
}

function listed(numbers: readonly number[]): string {
  return numbers.length < 2 ? numbers.join('') : `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;
}
