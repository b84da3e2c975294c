import type { Question } from '#domain/forms/form.ts';
import { numberWord } from '#domain/replies/read/text/number-words.ts';
import { plain } from '#domain/replies/read/text/words.ts';
import { explain } from '../account.ts';
import { type Understood, unclear } from '../understood-answer.ts';
import { amounts, estimates } from './amount-words.ts';
import { countInWords } from './counts-in-words.ts';
import { type Figure, figuresIn, hasBoundSign } from './figures-in.ts';
import { withoutOtherNumbers } from './other-numbers.ts';
import { otherUnit } from './time-units.ts';
import { withinBounds } from './within-bounds.ts';

/** "12", "about 12 years", "twelve", "twice". More than one number, a range, a bound, or another unit is asked again. */
export function understandNumber(question: Question, said: string): Understood {
  const counts = countInWords(question, said);
  if (counts) return counts;
  const grouped = inFigures(question, said);
  if (grouped !== said) {
    const read = understandNumber(question, grouped);
    return read.kind === 'answer' ? { ...read, by: 'words' } : read;
  }
  // "Once. In six months.": a count in words beside a number.
  if (/\bhow (?:many times|often)\b/i.test(question.ask) && /\b(?:once|twice|thrice)\b/i.test(said))
    return unclear('which-number');
  const { figures, unsure } = figuresIn(said);
  if (unsure) return unclear('which-number');
  const [first] = figures;
  if (!first) return unclear('no-number');
  const after = withoutOtherNumbers(said, figures);
  if (after === undefined) return unclear('several-numbers');
  if (isBound(question, said, first)) return unclear('inexact');
  const beside = withoutCeiling(question, { before: said.slice(0, first.from), after });
  const other = otherUnit(
    question.ask,
    `${beside.before} ${said.slice(first.from, first.to)}${after.split(/[,.;:(\n]/)[0]}`,
  );
  if (other) return unclear('other-unit', other);
  if (isRate(after)) return unclear('rate');
  const isAbout = about.test(plain(question.ask));
  const account = explain(beside, 'amount', question.ask, isAbout ? estimates : amounts);
  if ('turn' in account) return unclear(account.turn === 'unknown' ? 'which-number' : 'inexact');
  const isPlain = figures.length === 1 && account.comment === '';
  return withinBounds(question, first.value, account.comment, isPlain ? undefined : 'words');
}

/** "Two decades" in years, and "half a dozen" in figures. */
function inFigures({ ask }: Question, said: string): string {
  const dozen = said.replace(
    /(?<!\p{L})(?:half a dozen|(?:ein )?halbes dutzend|meia dúzia|media docena)(?!\p{L})/iu,
    '6',
  );
  if (!/\byears\b/i.test(ask)) return dozen;
  return dozen.replace(/(?<!\p{L})(\p{L}+|\d) (?:decades?|jahrzehnte?|décadas?)(?!\p{L})/iu, (whole, count: string) => {
    const many = count === 'a' ? 1 : Number(count) || numberWord(count);
    return many === undefined ? whole : String(many * 10);
  });
}

const room = /room for|could you take|at most|willing to take|wie viele .* (?:nehmen|platz)/;

/** "At most two" is two, where the question is how many somebody has room for. */
const moreOrLess =
  /(?<!\p{L})(?:more or less|mehr oder weniger|plus ou moins|mais ou menos|más o menos|più o meno|min of meer|mer eller mindre|mniej więcej)(?!\p{L})/giu;

function withoutCeiling({ ask }: Question, beside: { before: string; after: string }) {
  const [before, after] = [beside.before.replace(moreOrLess, ' '), beside.after.replace(moreOrLess, ' ')];
  if (!room.test(plain(ask))) return { before, after };
  const ceiling =
    /(?<!\p{L})(?:(?:no|not) more than|at (?:the )?most|up to|max(?:imum)?\.?|tops|maximal|höchstens|nicht mehr als|au maximum|au plus|pas plus de|no máximo|não mais de|até|como máximo|no más de|al massimo|non più di)(?!\p{L})/giu;
  return { before: before.replace(ceiling, ' '), after: after.replace(ceiling, ' ') };
}

/** "10+", "more than 10", "less than 5", "since 2015": a bound, not a number. */
function isBound({ ask }: Question, said: string, first: Figure): boolean {
  const text = plain(said);
  if (hasBoundSign(said)) return true;
  // "Two at most" is how many somebody has room for.
  const isRoom = room.test(plain(ask));
  if (isRoom)
    return /(?:^|[^\p{L}])(?:over|at least|mindestens|au moins|pelo menos|al menos|almeno|minimum|(?<!not |no |nicht )(?:mehr als|more than|mais de|plus de)|less than|weniger als)(?![\p{L}])/u.test(
      text,
    );
  const year = first.value >= 1900 && first.value <= 2100;
  return (
    year &&
    /(?:^|[^\p{L}])(?:since|in|started|began|from|seit|ab|depuis|en|desde|em|dal|sinds|sedan|od)(?![\p{L}])/u.test(text)
  );
}

/** "2 a month": how often, where it was asked how many. */
function isRate(after: string): boolean {
  return /^\s*(?:times?|x|mal|fois|vezes|veces|volte)?\s*(?:a|per|each|every|pro|je|im|in der|par|por|al|all)\s+(?:week|month|day|year|fortnight|woche|monat|tag|jahr|semaine|mois|jour|an|semana|mes|dia|ano|settimana|mese|giorno|anno)(?!\p{L})/u.test(
    plain(after),
  );
}

const about =
  /(?:^|[^\p{L}])(?:about|roughly|approximately|around|etwa|ungefahr|environ|cerca|aproximadamente|circa)(?![\p{L}])/u;
