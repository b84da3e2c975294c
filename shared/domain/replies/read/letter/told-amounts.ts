import type { Question } from '#domain/forms/form.ts';
import { type Figure, figuresIn } from '../values/numbers/figures-in.ts';
import type { Sentence } from './letter-sentences.ts';

/** Numbers that a letter tells, by what the question asks, what stands before the figure and what behind it. */
const amounts: readonly { ask: RegExp; before: RegExp; behind: RegExp; unit: string }[] = [
  {
    ask: /how many years .*(?:work|field)/i,
    before: /(?:)/,
    behind:
      /^\s?(?:years?|yrs?|jahren?|ans|anos|años)\s(?:of (?:work )?experience|(?:in|on) (?:the|this|my|our) (?:field|job|trade|industry)|in (?!total|here|between|school|this|that|the\s)\p{L}{5,}(?=[\s.,;!?)]|$)|im (?:job|beruf|fach)|(?:berufs)?erfahrung|d'exp|de exper|na área)/iu,
    unit: ' years',
  },
  {
    ask: /how many years .*(?:work|field)/i,
    before:
      /(?<!\p{L})(?:i've been (?:here|at it|doing this|in (?:the|this|my) \p{L}+)(?: now)?(?: for)?|in (?:the|this|my) (?:field|trade|profession)(?: for)?|i've worked .{0,40}? for|seit(?=.* (?:im|in|dabei))|(?:trabalho|trabajo) (?:na|no|en el|en la) \p{L}+ (?:há|desde hace)|llevo)\s(?:(?:about|around|uns|unos|etwa) )?$/iu,
    behind: /^\s?(?:years?|yrs?|jahren?|anos|años)(?!\p{L}| old| ago)/iu,
    unit: ' years',
  },
  {
    ask: /how many .*room for/i,
    before:
      /(?:room|space|place|platz|espaço|(?:can|could) take)(?: for| on| für| para)?\s(?:(?:only|just|nur|só) )?$/iu,
    behind: /^(?:\s(?:people|persons?|mentees?|leute|pessoas?))?(?:,? (?:not more|for now))?\s*(?:$|[.,;!?)])/iu,
    unit: '',
  },
  {
    ask: /how many times .*\bmee?t\b/i,
    before: /(?<!\p{L})(?:met|getroffen|vimo-nos|visto|we've had)(?!\p{L})[^,;]{0,20}$/iu,
    behind: /^\s?(?:x|times?|mal|vezes|veces)(?!\p{L})/iu,
    unit: ' times',
  },
];

/** What is no plain amount, or is somebody else's. */
const notPlain =
  /(?<!\p{L})(?:(?:more|less) than|at least|almost|nearly|not|over|since|until|up to|going on|same|another|next|or|über|mehr als|fast|mais de|más de|quase|casi)\s(?:\p{L}+\s)?$|(?<!\p{L})(?:s?he|they|who|has|husband|wife|partner|boss|mentor|mentee|colleagues?|er|sie|ele|ela|él|ella)(?!\p{L})[^.;:,]{0,40}$/iu;

const notMet =
  /(?<!\p{L})(?:(?:haven't|have not|never|not|didn't)(?: (?:yet|managed to)){0,2} (?:met|meet)|noch (?:nicht|nie) getroffen|(?:não|nunca) nos (?:encontr|vimos)\p{L}*)(?!\p{L})/iu;

const once = /we(?:'ve| have)?(?: only| just)? met (?:only |just )?(once|twice)(?=\s*[.,;!?]|$)/iu;

/** Dictation has no full stops: beyond this, a "maybe" need not be about everything. */
const longSentence = 250;

/** The one amount in a sentence that a question about numbers asks for; empty where it cannot be taken. */
export function amountIn({ ask }: Question, { text, isOpen }: Sentence): string | undefined {
  const isTimes = amounts.at(-1)?.ask.test(ask);
  const { figures } = figuresIn(text);
  if (isTimes && notMet.test(text)) return figures.length === 0 && !isOpen ? 'not yet' : '';
  const told = isTimes && once.exec(text)?.[1];
  if (told) return isOpen ? '' : told;
  const own = amounts.filter((one) => one.ask.test(ask));
  const head = ({ from }: Figure) => text.slice(0, from);
  const found = figures.flatMap((figure) => {
    const unit = own.find(
      ({ before, behind }) => before.test(head(figure)) && behind.test(text.slice(figure.to)),
    )?.unit;
    return unit === undefined ? [] : [{ figure, said: text.slice(figure.from, figure.to) + unit }];
  });
  const [only, ...others] = found;
  if (!only) return undefined;
  const isLeft =
    others.length > 0 ||
    (isOpen && text.length < longSentence) ||
    notPlain.test(head(only.figure)) ||
    // "Two years in Norway" is a place.
    /^\s?[-–+]|^\d|^\s\p{L}+ in \p{Lu}/u.test(text.slice(only.figure.to));
  return isLeft || (only.said.endsWith('times') && figures.length > 1) ? '' : only.said;
}
