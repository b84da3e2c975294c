import { misleadingNumberWord, numberWord } from '#domain/replies/read/text/number-words.ts';
import { plain } from '#domain/replies/read/text/words.ts';

/** How often something is, as days from one time to the next, where words say it exactly; undefined otherwise. */
export function everyDays(words: string): number | undefined {
  const text = plain(words)
    .replace(/[^\p{L}\p{N} ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\bwk(s?)\b/g, 'week$1')
    .replace(/\bmth(s?)\b/g, 'month$1')
    .trim();
  for (const [days, pattern] of single) if (pattern.test(text)) return days;
  if (everyWeekday.test(text)) return 7;
  if (everyOtherWeekday.test(text)) return 14;
  const match = every.exec(text) ?? times.exec(text);
  if (!match?.groups) return inPeriod(text);
  const { n = '', unit = '' } = match.groups;
  const days = unitDays(unit);
  const count = numeral(n);
  return days === undefined || count === undefined ? undefined : days * count;
}

/** Days of a month, of which a year has twelve: told apart from four weeks. */
const month = 30;

const single: [number, RegExp][] = [
  [
    1,
    /^(?:daily|every day|once a day|each day|taglich|jeden tag|tous les jours|quotidiennement|diariamente|todos os dias|diario|todos los dias|ogni giorno|dagelijks|dagligen|codziennie)$/,
  ],
  [
    7,
    /^(?:weekly|each week|once weekly|once a week|once per week|one time a week|wochentlich|jede woche|einmal (?:pro|die|in der|je) woche|hebdomadaire|chaque semaine|toutes les semaines|une fois par semaine|semanal|semanalmente|todas as semanas|cada semana|uma vez por semana|una vez (?:por|a la) semana|todas las semanas|settimanale|ogni settimana|una volta (?:a|alla) settimana|wekelijks|elke week|een keer per week|varje vecka|en gang i veckan|co tydzien|raz w tygodniu|tygodniowo|every week|every single week)$/,
  ],
  [
    14,
    /^(?:fortnightly|every fortnight|once a fortnight|each fortnight|every other week|every second week|every 2nd week|14 tagig|14 taglich|vierzehntagig|zweiwochentlich|alle 14 tage|alle vierzehn tage|jede zweite woche|alle zwei wochen|alle 2 wochen|tous les quinze jours|tous les 15 jours|chaque quinzaine|une semaine sur deux|toutes les deux semaines|toutes les 2 semaines|quinzenal|quinzenalmente|de quinze em quinze dias|semana sim outra nao|una semana si y otra no|de 15 em 15 dias|de duas em duas semanas|semana sim semana nao|a cada duas semanas|a cada 2 semanas|a cada quinze dias|a cada 15 dias|quincenal|quincenalmente|cada quince dias|cada 15 dias|cada dos semanas|cada 2 semanas|ogni due settimane|ogni 2 settimane|ogni quindici giorni|om de week|om de twee weken|elke twee weken|tweewekelijks|varannan vecka|co dwa tygodnie|co 2 tygodnie|raz na dwa tygodnie)$/,
  ],
  [
    month,
    /^(?:monthly|each month|once monthly|once a month|once per month|once every month|one time a month|every single month|monatlich|jeden monat|einmal (?:pro|im|je) monat|mensuel|mensuelle|mensuellement|chaque mois|tous les mois|une fois par mois|mensal|mensalmente|todos os meses|cada mes|uma vez por mes|una vez al mes|una vez por mes|mensual|mensualmente|todos los meses|mensile|mensilmente|ogni mese|una volta al mese|maandelijks|elke maand|een keer per maand|manatligen|varje manad|en gang i manaden|co miesiac|raz w miesiacu|miesiecznie|every month)$/,
  ],
  [
    2 * month,
    /^(?:bimestrial|mes sim mes nao|mes sim outro nao|un mes si y otro no|every other month|every second month|every 2nd month|alle zwei monate|alle 2 monate|jeden zweiten monat|tous les deux mois|tous les 2 mois|un mois sur deux|de dois em dois meses|a cada dois meses|a cada 2 meses|cada dos meses|cada 2 meses|ogni due mesi|ogni 2 mesi|om de maand|elke twee maanden|varannan manad|co dwa miesiace|co 2 miesiace)$/,
  ],
  [
    3 * month,
    /^(?:quarterly|once a quarter|every quarter|vierteljahrlich|einmal im quartal|trimestriel|tous les trimestres|trimestral|trimestralmente|trimestrale|per kwartaal|elk kwartaal|kvartalsvis|kwartalnie)$/,
  ],
];

const every = /^(?:once )?(?:every|each) (?<n>one|two|three|four|six|\d{1,2}) (?<unit>days?|weeks?|wks?|months?)$/;
const times = /^(?:one time|1 time|1x|1 x|once) (?:a|per|each|every|in a) (?<n>)(?<unit>day|week|month)$/;

const weekday =
  '(?:(?:mon|tues|wednes|thurs|fri)days?|(?:mon|diens|donners|frei)tags?|mittwochs?|(?:lun|mar|mercre|jeu|vendre)di)';
const everyWeekday = new RegExp(`^(?:every|jeden|chaque) ${weekday}$`);
const everyOtherWeekday = new RegExp(
  `^(?:every (?:other|second)|jeden (?:zweiten|2)) ${weekday}$|^un ${weekday} sur deux$`,
);

/** "Twice a month", "sechsmal im Jahr", "2x por mês": so many times in a week, a month or a year. */
const timesIn =
  /^(?:(once|twice|[a-z]+mal)|([a-z]+|\d{1,2}) ?(?:times?|x|mal|fois|vez|vezes|veces|volte)) (?:a|per|in a|pro|im|par|por|al|ao|all) (?:(week|woche|semaine|semana)|(month|monat|mois|mes|mese)|(?:year|jahr|an|ano|anno))$/;

function inPeriod(text: string): number | undefined {
  const [whole, often, n, week, month] = timesIn.exec(text) ?? [];
  const said = often ?? n ?? '';
  const count = ['once', 'twice'].indexOf(said) + 1 || Number(said) || (numberWord(said) ?? misleadingNumberWord(said));
  if (whole === undefined || !count) return undefined;
  const every = (week ? 7 : month ? 30 : 360) / count;
  // Twice a month is every two weeks as people mean it.
  return every === 15 ? 14 : every;
}

function unitDays(unit: string): number | undefined {
  if (/^(?:week|wk)/.test(unit)) return 7;
  if (unit.startsWith('month')) return month;
  return unit.startsWith('day') ? 1 : undefined;
}

function numeral(words: string): number | undefined {
  if (words === '') return 1;
  const index = ['one', 'two', 'three', 'four', 'five', 'six'].indexOf(words);
  return index >= 0 ? index + 1 : /^\d+$/.test(words) ? Number(words) : undefined;
}
