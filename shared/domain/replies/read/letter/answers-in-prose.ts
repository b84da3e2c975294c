import { type Answers, applies, type FormDefinition, type Question } from '#domain/forms/form.ts';
import { scaleOf } from '#domain/forms/scale-ends.ts';
import { tokensOf } from '../text/word-tokens.ts';
import { experienceIn } from '../values/earlier-experience.ts';
import { languageOptions } from '../values/mentions/language-options.ts';
import { mentionsIn } from '../values/mentions/option-mentions.ts';
import { type Figure, figuresIn } from '../values/numbers/figures.ts';
import { type Turn, turnsIn } from '../values/turns.ts';
import { understand } from '../values/understand.ts';

/**
 * Answers in a letter: "I've been in the field for 12 years, and mornings suit me". A letter names no numbers of questions, so
 * only that is taken which can answer one question alone, by what it asks for (years of work, languages, times of the day, how
 * often, how many times) or by words that this question alone has, beside one figure of its scale. What a sentence says with
 * doubt or under a condition is left, and so is what is said twice and differently. The letter itself still reaches somebody.
 */

interface InProse {
  question: number;
  /** The words that were understood. */
  said: string;
}

/** A letter of more is not looked through. */
const longest = 6_000;

/** The answers in `prose` to questions that are asked and not answered, and what of it is more than those. */
export function answersInProse(
  form: FormDefinition,
  prose: string,
  known: Answers,
  isAnswered: (question: number) => boolean,
): { found: InProse[]; rest: string } {
  const isLetter = form.questions.some(({ type }) => type !== 'yesno') && form.questions.length > 1;
  if (!isLetter || prose.length > longest || isList(prose)) return { found: [], rest: prose };
  const sentences = sentencesOf(prose);
  const said = new Map<number, (string | undefined)[]>();
  const beside = new Map<number, string[]>();
  const add = <T>(to: Map<number, T[]>, question: number, ...words: T[]) =>
    to.set(question, [...(to.get(question) ?? []), ...words]);
  for (const sentence of sentences) {
    const all = ofAll.exec(sentence.text)?.[1];
    const scores = scoresIn(form, sentence);
    for (const [index, asked] of form.questions.entries()) {
      if (isAnswered(index) || known[asked.key] !== undefined || !applies(asked, known)) continue;
      const read = readIn(asked, sentence);
      if (typeof read === 'object') add(beside, index, read.beside);
      else if (read !== undefined) add(said, index, read || undefined);
      if (scores.has(index)) add(said, index, scores.get(index));
      else if (all && isUsualScale(asked)) add(said, index, all);
    }
  }
  const found = [...said].flatMap(([question, [first, ...more]]): InProse[] => {
    const value = (words: string | undefined) => {
      const read = words === undefined ? undefined : understand(form.questions[question] as Question, words);
      return read?.kind === 'answer' ? JSON.stringify(read.value) : undefined;
    };
    const own = value(first);
    const isOne = more.every((words) => value(words) === own);
    const isAlone = (beside.get(question) ?? []).every((words) => own === '"both"' || value(words) === own);
    return first !== undefined && own !== undefined && isOne && isAlone ? [{ question, said: first }] : [];
  });
  const isWhole = ({ text }: Sentence) =>
    found.some(
      ({ question, said }) => said === text.replace(/[.!]+$/, '') && form.questions[question]?.type !== 'text',
    );
  return {
    found: found.sort((one, other) => one.question - other.question),
    rest: sentences.every(isWhole) ? '' : prose,
  };
}

/** "All 4s": the same figure on every scale of the usual length. */
const ofAll = /^(?:all|everything|alles|tudo|tout|todo|tutto)\s(?:is |are |an? |= ?)?(\d)(?:'?s)?[.!]?$/iu;

function isUsualScale(asked: Question): boolean {
  return asked.type === 'scale' && scaleOf(asked).min === 1 && scaleOf(asked).max === 5;
}

/** Short lines without a full stop, one below the other: answers of which nobody knows the questions. */
function isList(prose: string): boolean {
  const lines = prose.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 2 && lines.every((line) => line.length < 40) && !/\p{L}{2}[.!]\s*$/u.test(lines[0] ?? '');
}

interface Sentence {
  text: string;
  /** Whether it holds a doubt or a condition. */
  isOpen: boolean;
}

/** Columns at which mail programs break lines at the earliest. */
const narrowest = 50;

/** Sentences; a line that a mail program did not break is one too. */
function sentencesOf(prose: string): Sentence[] {
  return prose
    .replace(/^(.+)\n(?=.)/gmu, (whole, line: string) =>
      line.length >= narrowest && !/[.!?:]\s*$/.test(line) ? `${line} ` : whole,
    )
    .split(/(?<=[.!?…;])\s+(?=\S)|\n+/u)
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => ({ text, isOpen: hasTurn(text, 'condition', 'doubt') }));
}

/** "Or" between two of what is offered is no doubt. */
function hasTurn(text: string, ...turns: Turn[]): boolean {
  const tokens = tokensOf(text);
  return turnsIn(tokens, text).some(
    ({ turn, from }) => turns.includes(turn) && !/^(?:or|oder|ou|o|hmm?)$/.test(tokens[from]?.word ?? ''),
  );
}

/** What of a sentence answers a question: its words, '' where it is about the question and cannot be taken, or what would be another answer. */
function readIn(asked: Question, sentence: Sentence): string | { beside: string } | undefined {
  const { type, options = [] } = asked;
  if (type === 'number') return counted(asked, sentence);
  if (type === 'choices') return listed(asked, sentence);
  if (type !== 'choice') return undefined;
  if (options.includes('mentor') && options.includes('mentee')) return role(asked, sentence);
  const isBefore = /(?<!\p{L})ment\p{L}+/iu.test(sentence.text) && experienceIn(options, sentence.text);
  return isBefore ? sentence.text.replace(/[.!]+$/, '') : undefined;
}

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

function counted({ ask }: Question, { text, isOpen }: Sentence): string | undefined {
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

/** What frames a list of times or of languages, and the words that may stand in such a clause. */
const timesFrame =
  /(?<!\p{L})(?:meet|meeting|free|available|suits?|works?|best|catch|times?|prefer|zeit|passt|livre|horas?)(?!\p{L})/iu;
const languageFrame =
  /(?<!\p{L})(?:speak|talk|fluent|languages?|fine|i can do|sprachen?|spreche|parle|falo|hablo)(?!\p{L})/iu;
const fillers: ReadonlySet<string> = new Set(
  "i i'm i'd i'll i've it's am can could do also would meet meeting speak talk use to free available best time times suits suit me works work for you catch is are the in on at of a and or both usually mostly mainly generally any either most days day my well fluent fine ok languages language all only just too please it then ich kann spreche habe hab zeit meistens am um der und oder auch gut passt mir sprachen je parle et ou en eu falo posso livre e o hablo y".split(
    ' ',
  ),
);
const timeOfDay = /\b(?:early|morning|noon|midday|afternoon|evening)\b/i;

/** Languages or times of the day, in clauses of which every word is one of them or a filler. */
function listed({ ask, options = [] }: Question, { text, isOpen }: Sentence): string | undefined {
  const names = languageOptions(options);
  const isTimes = options.filter((option) => timeOfDay.test(option)).length > 1;
  if (names.size === 0 && !isTimes) return undefined;
  const clauses = text.split(
    /[,;:()–—]\s*|\s-\s|\s(?=(?:and|but|so|because|und|aber|e|et|y) (?:i|i'm|i've|i'd|ich|eu|je|yo)\s)/iu,
  );
  const found = clauses.flatMap((clause): { said: string; isPlain: boolean }[] => {
    const tokens = tokensOf(clause);
    const covered = new Set<number>();
    const said: string[] = [];
    let isNegated = false;
    for (const { option, from, to, by, negated } of isTimes ? mentionsIn(ask, options, clause, tokens) : []) {
      if (by === 'letter') continue;
      for (let at = from; at < to; at += 1) covered.add(at);
      said.push(options[option] ?? '');
      isNegated ||= negated;
    }
    for (const [at, { word }] of isTimes ? [] : tokens.entries()) {
      // "As" and "it" are codes of languages.
      if (word.length < 3 || !names.has(word)) continue;
      covered.add(at);
      said.push(word);
    }
    if (covered.size === 0) return [];
    const isPlain = !isNegated && tokens.every(({ word }, at) => covered.has(at) || fillers.has(word));
    return [{ said: said.join(', '), isPlain }];
  });
  const isFramed = (isTimes ? timesFrame : languageFrame).test(text);
  if (found.length === 0 || !(isFramed || text.split(/\s+/).length <= 8)) return undefined;
  const isAll = !isOpen && found.every(({ isPlain }) => isPlain);
  return isAll ? found.map(({ said }) => said).join(', ') : isFramed ? '' : undefined;
}

const wantsToBe =
  /(?<!\p{L})(?:i(?:'d| would)? (?:like|love|want|prefer)|take part|participate|join|sign(?: me)? up|count me in|put me down|möchte|wäre gern|voudrais|queria|quero|gost[a-z]+ia|gostava|quiero|vorrei)(?!\p{L})/iu;
/** What makes the role somebody else's, or one that has been. */
const otherRole =
  /(?<!\p{L})(?:had|been|was|were|hatte|war|tive|fui|été|tuve|my|him|hers?|his|you|them|some(?:one|body)|people|jemand|alguém)(?!\p{L})/iu;
const moreRoles =
  /(?<!\p{L})(?:also|too|as well|one|or|auch|aussi|também|también|someday|eventually|next|later|irgendwann)(?!\p{L})/iu;
const roleBefore = /(?<!\p{L})(?:as|be|being|do|als|gern|être|comme|ser|como)\s(?:an?|eine?|une?|uma?)?\s*$/iu;

function role(asked: Question, { text, isOpen }: Sentence): string | { beside: string } | undefined {
  const tokens = tokensOf(text);
  const mentions = mentionsIn(asked.ask, asked.options ?? [], text, tokens).filter(({ by }) => by !== 'letter');
  const [first] = mentions;
  if (!first || first.option < 0) return undefined;
  const [from, to] = [tokens[first.from]?.start ?? 0, tokens[first.to - 1]?.end ?? 0];
  const said = text.slice(from, to);
  if (otherRole.test(text.slice(0, from))) return undefined;
  // "Mentee, please." and no heading such as "As a mentor:".
  const isBare =
    first.by === 'own' &&
    tokens.length <= 4 &&
    !/^(?:as|for|if|als)\s|:$/iu.test(text) &&
    understand(asked, text).kind === 'answer';
  // "Mentees" are whom somebody would help.
  const isOwn = first.by === 'own' ? isBare || roleBefore.test(text.slice(0, from)) : !/^ment(?:ee|or)s$/i.test(said);
  if (!isOwn) return undefined;
  if (!wantsToBe.test(text) && !isBare) return { beside: said };
  const isOne = mentions.every(({ option, negated }) => option === first.option && !negated);
  return isOne && !isOpen && !hasTurn(text, 'negation', 'contrast') && !moreRoles.test(text.slice(to)) ? said : '';
}

/** Words of an ask that are too common to tell questions apart. */
const weak =
  /^(?:what|when|which|would|could|about|have|much|well|does|your|with|from|this|that|they|them|their|wanted|likely|other|both|come|know|many|times|compared|towards|moment|partner|mentee|mentor|people|outside|time|were|been)$/;
const cueTables = new WeakMap<FormDefinition, ReadonlyMap<string, number>>();

/** Words that one question with a scale has and no other question, by their stems. */
function cuesOf(form: FormDefinition): ReadonlyMap<string, number> {
  const made = cueTables.get(form);
  if (made) return made;
  const owners = new Map<string, number>();
  for (const [question, { ask, label = '', type }] of form.questions.entries()) {
    const words = tokensOf(`${ask} ${label}`).flatMap(({ word }) =>
      word.length >= 4 && !weak.test(word) ? [stem(word)] : [],
    );
    for (const one of new Set(words)) owners.set(one, owners.has(one) || type !== 'scale' ? -1 : question);
  }
  cueTables.set(form, owners);
  return owners;
}

function stem(word: string): string {
  return word.length > 5 ? word.slice(0, 5) : word.replace(/s$/, '');
}

/** A figure as people give one: "that's a five", "put 4 as well", "(5)", "so minus two". */
const scoreBefore =
  /(?:(?<!\p{L})(?:an?|another|give (?:it|that|this|us|those)|say|so|put|down|call it|it's|that's|is|uma?|une?|eine?|diria|dou|donc|portanto|also)\s+|[,:(=]\s*|\s[-–]\s*)(?:plus |minus |menos |moins )?$/iu;
const scoreBehind =
  /^\s?(?:(?:\/|out of|von|sur|de)\s?\w+\s*)?(?:$|[.,;!?)]|\s*(?:as well|too|at the moment|for now|because|and|auch|também)(?!\p{L}))/iu;

/** Figures behind words that one question with a scale has alone: "we keep what we arrange, so put a four". Undefined: in doubt. */
function scoresIn(form: FormDefinition, { text, isOpen }: Sentence): Map<number, string | undefined> {
  const found = new Map<number, string | undefined>();
  const { figures } = figuresIn(text);
  const cues = figures.length === 0 ? [] : tokensOf(text);
  const pending = new Set<number>();
  let last: number | undefined;
  for (const { value, from, to } of figures) {
    while (cues[0] && cues[0].start < from) {
      const question = cuesOf(form).get(stem(cues.shift()?.word ?? '')) ?? -1;
      if (question >= 0) pending.add(question);
    }
    const head = text.slice(0, from);
    if (!scoreBefore.test(head) || !scoreBehind.test(text.slice(to))) continue;
    const [question, ...others] = pending;
    if (question === undefined) {
      if (last !== undefined) found.set(last, undefined);
      continue;
    }
    const { min, max } = scaleOf(form.questions[question] as Question);
    const isNot = /(?<!\p{L})(?:not|\p{L}+n't|nicht|pas|não|instead of|between|or)(?!\p{L})/iu.test(head.slice(-20));
    const isScore = others.length === 0 && !isNot && !isOpen && Number.isInteger(value) && value >= min && value <= max;
    for (const one of pending) found.set(one, isScore && !found.has(one) ? String(value) : undefined);
    [last] = pending;
    pending.clear();
  }
  return found;
}
