import type { Answer, Question } from '#domain/forms/form.ts';
import type { Wording } from '#infra/demo/people/correspondents.ts';
import type { SeededRandom } from './seeded-random.ts';

/** An answer as somebody types it: options by letter or by their words, a date as people write dates. */
export function typed(question: Question, answer: Answer, wording: Wording, chance: SeededRandom): string {
  const { options = [] } = question;
  switch (question.type) {
    case 'choice':
      return option(String(answer), options, wording);
    case 'choices': {
      const named = (Array.isArray(answer) ? answer : [String(answer)]).map((one) => option(one, options, wording));
      return wording === 'letters' && named.length > 1
        ? `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`
        : named.join(wording === 'letters' ? '' : ', ');
    }
    case 'scale': {
      const [low, high] = question.ends ?? [];
      const end = answer === (question.max ?? 5) ? high : answer === (question.min ?? 1) ? low : undefined;
      return end && wording === 'both' ? `${answer} (${end})` : String(answer);
    }
    case 'yesno':
      return answer === true ? chance.pick(['yes', 'Yes', 'yes', 'Yes, of course']) : 'no';
    case 'date':
      return dateWords(String(answer), chance);
    default:
      return String(answer);
  }
}

function option(answer: string, options: readonly string[], wording: Wording): string {
  const letter = String.fromCharCode('a'.charCodeAt(0) + options.indexOf(answer));
  return { letters: letter, words: answer, both: `${letter}) ${answer}` }[wording];
}

function dateWords(day: string, chance: SeededRandom): string {
  const date = new Date(`${day}T12:00:00Z`);
  const long = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });
  return chance.pick([day, long.format(date), `${weekday.format(date)} ${long.format(date)}`]);
}
