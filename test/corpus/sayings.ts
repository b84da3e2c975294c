import type { Answer, NumberedQuestion } from '#domain/forms/form.ts';
import { scaleOf } from '#domain/forms/scale-ends.ts';
import { dateInWords, type Language } from './languages.ts';
import type { Random } from './random.ts';

/**
 * What a reader must make of an answer. `is`: this value and nothing else. `may`: this value, but asking again is all
 * right too. `ask`: it must be asked again, because a careful person would.
 */
export type Label = { is: Answer } | { may: Answer } | { ask: true };

/** An answer as somebody types it. */
export interface Saying {
  said: string;
  label: Label;
}

export interface Wish {
  /** Fit for a line of a list or the end of a question's line: one line, no ambiguity of form. */
  oneLine?: boolean;
  /** Only what has one clear meaning. */
  clear?: boolean;
}

/** How somebody who writes `language` answers `question` with some value. */
export function sayingOf(question: NumberedQuestion, language: Language, random: Random, wish: Wish = {}): Saying {
  if (!wish.clear && question.type !== 'text' && random.chance(0.06)) return unclear(question, random);
  const saying = plainSaying(question, language, random, wish);
  return question.type === 'text' || !random.chance(0.2)
    ? saying
    : { ...saying, said: ownFigures(saying.said, language) };
}

/** Figures and letters as the keyboards of East Asia and the Arab world write them. */
function ownFigures(said: string, { code }: Language): string {
  if (code === 'ja' || code === 'zh') return fullWidth(said);
  return code === 'ar' ? said.replace(/\d/g, (figure) => String.fromCharCode(0x660 + Number(figure))) : said;
}

export function fullWidth(said: string): string {
  return said.replace(/[0-9A-Za-z]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
}

function plainSaying(question: NumberedQuestion, language: Language, random: Random, wish: Wish): Saying {
  switch (question.type) {
    case 'text':
      return text(language, random, wish);
    case 'choice':
      return choice(question.options ?? [], random);
    case 'choices':
      return choices(question.options ?? [], random, wish);
    case 'scale':
      return scale(question, random);
    case 'number':
      return number(question, random);
    case 'yesno':
      return yesNo(language, random);
    case 'date':
      return date(language, random);
  }
}

const is = (said: string, value: Answer): Saying => ({ said, label: { is: value } });
const may = (said: string, value: Answer): Saying => ({ said, label: { may: value } });
const ask = (said: string): Saying => ({ said, label: { ask: true } });

function text({ texts }: Language, random: Random, { oneLine }: Wish): Saying {
  const [first = '', second = ''] = random.some(texts, 2);
  const shape = oneLine ? 0 : random.next();
  if (shape < 0.6) return is(first, first);
  if (shape < 0.8) return is(`${first} ${second}`, `${first} ${second}`);
  if (shape < 0.9) return is(`${first}\n${second}`, `${first} ${second}`);
  return is(`- ${first}\n- ${second}`, `- ${first} - ${second}`);
}

const letterOf = (index: number) => String.fromCharCode(97 + index);

function choice(options: readonly string[], random: Random): Saying {
  const index = random.int(0, options.length - 1);
  const value = options[index] ?? '';
  const letter = letterOf(index);
  const said = random.pick<() => string>([
    () => letter,
    () => letter,
    () => `${letter})`,
    () => `(${letter})`,
    () => letter.toUpperCase(),
    () => `${letter}.`,
    () => `Option ${letter}`,
    () => value,
    () => value,
    () => value.toUpperCase(),
    () => `${value}.`,
    () => `${letter}) ${value}`,
    () => `${letter} - ${value}`,
    () => `${value} (${letter})`,
    () => `"${value}"`,
    () => typo(value, options, random),
    () => beginning(value, options),
    () => `${value}, please`,
  ])();
  return random.chance(0.04) ? may(`I think ${value} would suit me best`, value) : is(said, value);
}

function choices(options: readonly string[], random: Random, { oneLine }: Wish): Saying {
  const picked = random.some(options, random.int(1, options.length));
  const letters = picked.map((option) => letterOf(options.indexOf(option)));
  const several = picked.length > 1;
  const listed = (words: readonly string[], last: string) =>
    words.length > 1 ? `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}` : words.join('');
  const said = random.pick<() => string>([
    () => letters.join(', '),
    () => listed(letters, 'and'),
    () => letters.join(','),
    () => letters.join(' '),
    () => letters.join('/'),
    () => letters.join(' + '),
    () => letters.map((letter) => letter.toUpperCase()).join(', '),
    () => letters.map((letter) => `${letter})`).join(' '),
    () => picked.join(', '),
    () => listed(picked, 'and'),
    () => picked.join('; '),
    () => picked.map((option) => `${letterOf(options.indexOf(option))}) ${option}`).join(', '),
    () => picked.map((option) => typo(option, options, random)).join(', '),
    () => (oneLine || !several ? picked.join(', ') : picked.join('\n')),
    () => (oneLine || !several ? letters.join(', ') : picked.map((option) => `- ${option}`).join('\n')),
    () => (oneLine || !several ? letters.join(' & ') : letters.map((letter) => `${letter})`).join('\n')),
  ])();
  const special = random.next();
  if (special < 0.04) return is(random.pick(['all', 'all of them', 'All of the above', 'All']), [...options]);
  if (special < 0.06) return is(random.pick(['none', 'None of these', 'none of them']), []);
  if (special < 0.08 && several) return may(letters.join(''), picked);
  if (special < 0.1) {
    const rest = options.filter((_, index) => index !== 1);
    return may('all except b', rest);
  }
  if (special < 0.12) return may(`mostly ${picked[0]}`, [picked[0] ?? '']);
  return is(said, picked);
}

const words = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

function scale(question: NumberedQuestion, random: Random): Saying {
  const { min, max } = scaleOf(question);
  const value = random.int(min, max);
  const [low, high] = question.ends ?? [];
  const end = value === max ? high : value === min ? low : undefined;
  const said = random.pick<() => string>([
    () => `${value}`,
    () => `${value}`,
    () => `${value}/${max}`,
    () => `${value} / ${max}`,
    () => words[value] ?? `${value}`,
    () => `${value} out of ${max}`,
    () => `${value}.`,
    () => `(${value})`,
    () => `a ${value}`,
    () => `${value}!`,
    () => (end ? `${value} - ${end}` : `${value}`),
    () => (end ? `${value} (${end})` : `${value}`),
  ])();
  if (end && random.chance(0.05)) return may(end, value);
  if (random.chance(0.04)) return may(`I'd say ${value}`, value);
  return is(said, value);
}

function number(question: NumberedQuestion, random: Random): Saying {
  const most = Math.min(question.max ?? 40, 40);
  const value = random.int(question.min ?? 0, most);
  const said = random.pick<() => string>([
    () => `${value}`,
    () => `${value}`,
    () => `${value}.`,
    () => `about ${value}`,
    () => `~${value}`,
    () => `ca. ${value}`,
    () => words[value] ?? `${value}`,
    () => `${value} so far`,
    () => `${value}!`,
    () => `approx. ${value}`,
  ])();
  if (random.chance(0.04)) return may(`I would guess ${value}, roughly`, value);
  return is(said, value);
}

function yesNo(language: Language, random: Random): Saying {
  const value = random.chance(0.6);
  const special = random.next();
  if (special < 0.05 && language.code === 'en') {
    // A yes with a "but" may be asked about: what comes behind it may be what matters.
    return value ? may('yes, but please ask me first', true) : is('No - same team', false);
  }
  if (special < 0.1) return is(value ? 'yes' : 'no', value);
  return is(random.pick(value ? language.yes : language.no), value);
}

function date(language: Language, random: Random): Saying {
  const at = new Date(Date.UTC(random.int(2024, 2028), random.int(0, 11), random.int(1, 28)));
  const iso = at.toISOString().slice(0, 10);
  const [year = '', month = '', day = ''] = iso.split('-');
  const [m, d] = [Number(month), Number(day)];
  const english = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'long', day: 'numeric', year: 'numeric' });
  const short = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'short', day: 'numeric', year: 'numeric' });
  const said = random.pick<() => Saying>([
    () => is(iso, iso),
    () => is(dateInWords(language, at), iso),
    () => is(dateInWords(language, at), iso),
    () => is(english.format(at), iso),
    () => is(short.format(at), iso),
    () =>
      is(`${d}${ordinal(d)} of ${english.formatToParts(at).find(({ type }) => type === 'month')?.value} ${year}`, iso),
    () => is(`${year}/${month}/${day}`, iso),
    // Points are a European habit: the day comes first.
    () => (d > 12 ? is(`${d}.${m}.${year}`, iso) : may(`${d}.${m}.${year}`, iso)),
    () => (d > 12 || d === m ? is(`${day}/${month}/${year}`, iso) : ask(`${day}/${month}/${year}`)),
    () => (d > 12 || d === m ? is(`${m}/${d}/${year}`, iso) : ask(`${m}/${d}/${year}`)),
    () => may(`from ${short.format(at)} on`, iso),
  ]);
  return said();
}

function ordinal(day: number): string {
  if (day % 10 === 1 && day !== 11) return 'st';
  if (day % 10 === 2 && day !== 12) return 'nd';
  return day % 10 === 3 && day !== 13 ? 'rd' : 'th';
}

/** What a careful person would ask about. */
function unclear(question: NumberedQuestion, random: Random): Saying {
  const options = question.options ?? [];
  const { min, max } = scaleOf(question);
  switch (question.type) {
    case 'choice':
      return ask(
        random.pick([
          'a or b',
          `${options[0]} or ${options[1]}`,
          `${options[0]} / ${options[1]}`,
          "I don't know",
          'not sure yet',
          letterOf(options.length + 2),
          'it depends',
          '?',
        ]),
      );
    case 'choices':
      return ask(
        random.pick([
          "I don't know",
          'not sure',
          `a and ${letterOf(options.length + 1)}`,
          '?',
          'it depends on the day',
        ]),
      );
    case 'scale':
      return ask(
        random.pick([
          `${max + 2}`,
          `${min} or ${max}`,
          `${min + 1}-${min + 2}`,
          `${min + 1}.5`,
          'hard to say',
          `${max + 1}/${max + 5}`,
        ]),
      );
    case 'number':
      return ask(
        random.pick([
          'a few',
          'too many',
          `${(question.min ?? 0) + 1} or ${(question.min ?? 0) + 3}`,
          'not sure',
          `${(question.min ?? 0) - 3}`,
          `between ${(question.min ?? 0) + 1} and ${(question.min ?? 0) + 4}`,
        ]),
      );
    case 'yesno':
      return ask(
        random.pick(['maybe', 'perhaps', 'not sure', 'yes and no', 'it depends', 'yes/no', 'let me think about it']),
      );
    case 'date':
      return ask(
        random.pick([
          'soon',
          'next spring',
          'as soon as possible',
          '31 February 2027',
          'March',
          'in the summer of 2027',
          '8 March or 9 March 2027',
        ]),
      );
    default:
      return ask('?');
  }
}

/** One slip in a long word, unless that could be taken for another option. */
function typo(option: string, options: readonly string[], random: Random): string {
  if (option.includes(',')) return option;
  const long = option.split(' ').filter((word) => /^[a-z]{6,}$/i.test(word));
  if (long.length === 0 || options.some((one) => one !== option && near(one, option))) return option;
  const word = random.pick(long);
  const at = random.int(2, word.length - 2);
  const slipped = random.pick([
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word[at] + word.slice(at),
    word.slice(0, at - 1) + word[at] + word[at - 1] + word.slice(at + 1),
  ]);
  return option.replace(word, slipped);
}

function near(one: string, other: string): boolean {
  return one.slice(0, 3).toLowerCase() === other.slice(0, 3).toLowerCase();
}

/** The first word of an option, or the first letters of a long one, when no other option begins with them. */
function beginning(option: string, options: readonly string[]): string {
  const [first = ''] = option.split(' ');
  const start =
    first === option ? option.slice(0, Math.max(4, Math.ceil(option.length * 0.6))) : first.replace(/,$/, '');
  const isUnique = options.filter((one) => one.toLowerCase().startsWith(start.toLowerCase())).length === 1;
  return start.length > 3 && isUnique ? start : option;
}
