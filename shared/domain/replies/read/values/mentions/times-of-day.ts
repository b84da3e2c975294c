import { Phrases, type Token } from '#domain/replies/read/text/word-tokens.ts';
import { optionText } from '../named-option.ts';
import type { Found } from './mention.ts';

/** Times of the day, by what people call them; only where one of the options alone is that time. */
const timesOfDay: [RegExp, Phrases<true>][] = [
  [
    /\bearly\b/,
    new Phrases<true>().add(
      "früh|cedo|de manhã cedo|logo de manhã|tôt|tôt le matin|temprano|presto|di buon'ora|vroeg|tidigt|wcześnie|first thing|first thing in the morning|early morning|early in the morning|early mornings|early in the day|early on|the early bit|before (nine|9|eight|8|9am|work)|(morgens vor|vor) (neun|9|acht|8)|avant 9h|antes das (nove|9)|antes de las 9",
      true,
    ),
  ],
  [
    /\bnoon\b|\bmidday\b/,
    new Phrases<true>().add(
      'mittag|mittags|um die mittagszeit|gegen mittag|über mittag|in der mittagspause|midi|à midi|vers midi|le midi|meio dia|ao meio dia|à hora de almoço|hora de almoço|hora do almoço|mediodía|al mediodía|mezzogiorno|a mezzogiorno|lunch|lunchtime|lunch (time|break)|around lunchtime|at lunch|at lunchtime|around lunch|over lunch|midday|at noon|rond de middag|lunchtid|południe|w południe',
      true,
    ),
  ],
  [
    /\bafternoon\b/,
    new Phrases<true>().add(
      "nachmittag|nachmittags|am nachmittag|après midi|l'après midi|tarde|à tarde|de tarde|da tarde|por la tarde|pomeriggio|nel pomeriggio|middags|'s middags|eftermiddag|på eftermiddagen|popołudnie|po południu|afternoons|pm|(early|late|in the early|in the late) afternoon|fim da tarde|after lunch|after lunchtime|after the lunch break|after noon|nach dem mittag|nach dem mittagessen|nach der mittagspause|après le déjeuner|depois do almoço|após o almoço|después de comer",
      true,
    ),
  ],
  [
    /\bevening\b/,
    new Phrases<true>().add(
      "abend|abends|am abend|soir|le soir|en soirée|noite|à noite|de noite|ao fim do dia|ao final do dia|noche|por la noche|sera|di sera|la sera|avond|'s avonds|kväll|på kvällen|wieczór|wieczorem|evenings|eve|after work|after hours|(early|late|in the early|in the late) evening|am frühen abend|nach feierabend|after (five|5|5pm|six|6|6pm)",
      true,
    ),
  ],
];

/** Options that are times of the day, by what people call them. */
export function byTimeOfDay(options: readonly string[], tokens: readonly Token[]): Found[] {
  return timesOfDay.flatMap(([pattern, phrases]) => {
    const own = options.flatMap((text, option) => (pattern.test(optionText(text)) ? [option] : []));
    const [option] = own;
    if (option === undefined || own.length > 1) return [];
    return tokens.flatMap((_, from): Found[] => {
      const phrase = phrases.at(tokens, from);
      return phrase ? [{ option, from, to: from + phrase.length, by: 'words' }] : [];
    });
  });
}

export function isTime(option = ''): boolean {
  return timesOfDay.some(([pattern]) => pattern.test(optionText(option)));
}

/** "Before noon" and "after lunch" are not at noon, whatever they are. */
export function isBeside(tokens: readonly Token[], from: number): boolean {
  const before = tokens.slice(Math.max(0, from - 2), from).map(({ word }) => word);
  const [last = ''] = before.slice(-1);
  return besideWord.test(last) || (/^(?:the|my|dem|der|le|do|o|de)$/.test(last) && besideWord.test(before[0] ?? ''));
}

const besideWord = /^(?:after|past|before|nach|vor|apres|avant|depois|apos|antes|despues|dopo|prima)$/;
