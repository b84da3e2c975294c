import { type Answer, type Answers, applies, type FormDefinition, missing, type Question } from '#domain/form.ts';
import {
  aboutTopic,
  afterChoosing,
  afterMistaken,
  asAddition,
  becomes,
  fromTo,
  insteadOf,
  isApproval,
  meant,
  numbersToChange,
  ofTheSame,
  request,
  saysChange,
  saysMoreOrNot,
  saysReplacing,
  saysWish,
  toValue,
  withoutClosing,
  withoutOpening,
} from './change-words.ts';
import { isPleasantry } from './pleasantry.ts';
import { contentOf, type Reference, References, stemOf } from './references.ts';
import { mentioned } from './values/options.ts';
import { understand } from './values/understand.ts';
import { foldedWords, plain } from './words.ts';

/** What one clause of prose makes of one question: a new value, or why none could be taken. */
export interface Correction {
  question: number;
  said: string;
  value?: Answer;
  comment?: string | undefined;
  why?: string;
  /** It says that it changes something; another value beside an earlier one is then no contradiction. */
  corrects: boolean;
  /** It says that the answer we have is wrong, and not what is right: that may stand elsewhere in the message. */
  isMistake?: true;
}

export interface Corrections {
  found: Correction[];
  /** What names no question. */
  rest: string;
}

const which = 'We could not tell what your answer should be now. Please reply with the number and the right answer.';
const whichQuestion =
  'We could not tell which of your answers this changes. Please reply with its number and the right answer.';
export const otherBefore =
  'The answer that you want to change is not the one we have. Please reply with the number and the right answer.';

/** Prose of more characters or clauses is a letter, which somebody has to read, and no list of corrections. */
const most = { characters: 4_000, clauses: 60, asked: 3 };

/**
 * Reads corrections in words: "Sorry, 11 should be 1", "please change 16 to b and c", "add French to my languages". A value is
 * taken only when the question is named, the words between are words of changing, and what is left is an answer to it.
 * `answers`: what we have, from earlier replies and from this one.
 */
export function readCorrections(form: FormDefinition, prose: string, answers: Answers): Corrections {
  if (prose.length > most.characters) return { found: [], rest: prose };
  const clauses = clausesOf(prose);
  if (clauses.length > most.clauses) return { found: [], rest: prose };
  const reader = new CorrectionReader(form, answers);
  const rest: string[] = [];
  const found: Correction[] = [];
  for (const clause of clauses) {
    const own = reader.read(clause.words);
    if (own.length > 0) found.push(...own);
    else if (!isNothing(clause.words)) rest.push(clause.before, clause.words);
  }
  // What holds no correction is left as it was written.
  if (found.length === 0) return { found, rest: prose };
  return { found, rest: rest.join('').trim() };
}

/** Whether prose is corrections and nothing else, each of a question that is called by its number or name. */
export function isCorrectionsOnly({ found, rest }: Corrections): boolean {
  return found.length > 0 && rest === '' && found.every(({ corrects, why }) => corrects && why === undefined);
}

function isNothing(words: string): boolean {
  return isPleasantry(words) || withoutOpening(words).clause.replace(/[\s.,:;!?–-]+/gu, '') === '';
}

interface Clause {
  /** What stands between this clause and the one before it. */
  before: string;
  words: string;
}

/** Columns at which mail programs break lines at the earliest. */
const narrowest = 50;

/** Sentences, and lines that are not broken sentences. */
function clausesOf(prose: string): Clause[] {
  const clauses: Clause[] = [];
  let [from, before] = [0, ''];
  const ends = /(?<!(?:^|[^\p{L}])(?:no|nr|q|p\.s|ps))([.!?;。！？]+["')\]]*)(\s{1,200})|([^\S\n]{0,20}\n\s{0,200})/giu;
  for (const match of prose.matchAll(ends)) {
    const end = match.index + (match[1]?.length ?? 0);
    const isLine = match[3] !== undefined;
    const line = prose.slice(prose.lastIndexOf('\n', match.index - 1) + 1, match.index);
    // A line that a mail program broke goes on in the next one.
    if (isLine && line.length >= narrowest && !/\n\s*\n/.test(match[3] ?? '')) continue;
    // "5. 19" at the beginning of a clause is a number and its answer.
    if (!isLine && /^\s*\d{1,3}$/.test(prose.slice(from, match.index))) continue;
    if (end > from) clauses.push({ before, words: prose.slice(from, end) });
    [from, before] = [match.index + match[0].length, match[2] ?? match[3] ?? ''];
  }
  if (from < prose.length) clauses.push({ before, words: prose.slice(from) });
  return clauses;
}

/** Characters of several corrections in one sentence. */
const longestJoined = 400;

/** "4 should be 1 and 5 should be 19", "4 1, 5 19": where another question may begin. */
const joint =
  /\s*(?:[,;&]|(?<![\p{L}])(?:and|und|et|e|y|en|och)(?![\p{L}]))\s*(?=(?:question |number |answer |frage |q|#)?\d{1,3}(?:\s*[:=]|\s*-+>|\s*→|\s+(?:should|is|to|sollte|ist|devrait|deve|\S{1,3}(?:\s*$|\s*[,;&]|\s+(?:and|und|et|e|y|en|och)\s))))/iu;

class CorrectionReader {
  readonly #form: FormDefinition;
  readonly #answers: Answers;
  readonly #references: References;
  /** The question of the last clause, when that did not say what the answer should be. */
  #pending: Correction | undefined;
  /** Whether the message has said that it corrects something. */
  #corrects = false;

  constructor(form: FormDefinition, answers: Answers) {
    this.#form = form;
    this.#answers = answers;
    this.#references = new References(form);
  }

  read(words: string): Correction[] {
    const { clause, corrects } = withoutOpening(words);
    if (corrects) this.#corrects = true;
    if (clause === '') return [];
    const pending = this.#pending;
    this.#pending = undefined;
    const continued = pending && this.#continued(pending, clause, words);
    if (continued) return [];
    const parts = clause.length > longestJoined ? [clause] : clause.split(new RegExp(joint.source, 'giu'));
    if (parts.length > 1) {
      const all = parts.map((part) => this.#one(part, words));
      if (all.every((one) => one.length > 0 && one.every(({ why }) => why === undefined))) return all.flat();
    }
    const whole = this.#one(clause, words);
    const [only, ...more] = whole;
    if (only?.why !== undefined && more.length === 0) this.#pending = only;
    return whole;
  }

  /** "Question 11 is wrong. It should be 2." The correction that waits is completed in its place. */
  #continued(pending: Correction, clause: string, words: string): boolean {
    const value = ofTheSame(clause) ?? undefined;
    if (value === undefined) return false;
    const made = this.#change(pending.question, value, `${pending.said} ${words}`, true);
    if (made.why !== undefined) return false;
    delete pending.why;
    delete pending.isMistake;
    Object.assign(pending, made);
    return true;
  }

  #one(clause: string, said: string): Correction[] {
    return (
      this.#requested(clause, said) ??
      this.#named(clause, said) ??
      this.#topic(clause, said) ??
      this.#valueTo(clause, said) ??
      this.#replaced(clause, said) ??
      this.#byWords(clause, said) ??
      this.#wished(clause, said) ??
      this.#mentioned(clause, said) ??
      []
    );
  }

  /** "Please change 16 to b", "add French to my languages", "remove German". */
  #requested(clause: string, said: string): Correction[] | undefined {
    const asked = request(clause);
    if (!asked) return undefined;
    const what = withoutClosing(asked.what);
    if (asked.does !== 'change') return this.#listed(asked.does, what, said);
    const reference = this.#references.at(what);
    if (!reference) return undefined;
    const rest = fromTo(reference.rest.trim());
    if (rest) return [this.#replace(reference.question, rest, said)];
    const value = toValue(reference.rest);
    if (value !== undefined) return [this.#change(reference.question, value, said, true)];
    if (reference.rest.trim() === '') return [this.#unclear(reference.question, said)];
    // "make 11 1" is a change, "fix 2 dates with me" is not.
    const weak = this.#change(reference.question, reference.rest, said, true);
    return weak.why === undefined || reference.plainly ? [weak] : undefined;
  }

  /** Options that are put to a known set, or taken from it. */
  #listed(does: 'add' | 'remove', what: string, said: string): Correction[] | undefined {
    const place =
      /^(.+?)\s(?:to|in|into|from|of|under|at|for|off|zu|von|aus|a|de|da|do|dans|en|em|su|till|fran|aan|van)\s(.{1,60})$/isu.exec(
        what,
      );
    const [, options = what, where = ''] = place ?? [];
    const at = where === '' ? undefined : (this.#references.at(where) ?? this.#placeByWords(where));
    if (at && at.rest.trim() === '') return [this.#withOptions(at.question, does, options, said)];
    const fitting = this.#form.questions.flatMap((question, index) =>
      question.type === 'choices' && optionsIn(question, what) ? [index] : [],
    );
    return this.#eitherOf(fitting, said, (question) => this.#withOptions(question, does, what, said));
  }

  #placeByWords(where: string): Reference | undefined {
    const found = this.#references.byWords(where);
    return found && { question: found.question, rest: '', plainly: true, by: 'name' };
  }

  #withOptions(index: number, does: 'add' | 'remove', options: string, said: string): Correction {
    const question = this.#form.questions[index];
    const value = question && changedSet(question, does, options, this.#answers[question.key] ?? []);
    return value ? { question: index, said, value, corrects: true } : this.#unclear(index, said);
  }

  /** A clause that begins with the number or the name of a question. */
  #named(clause: string, said: string): Correction[] | undefined {
    const reference = this.#references.at(clause);
    if (!reference) return undefined;
    const { question, rest, plainly } = reference;
    // "4 and 5 are wrong" is about both.
    if (reference.by === 'number' && /^\s*(?:&|and|und|et|e|y|en|och|i)\s+(?:#|q)?\d/iu.test(rest)) return undefined;
    if (isApproval(rest.replace(/^\s*(?:is|are)\s/iu, ''))) return this.#approved(question, rest, said);
    const wrong = afterMistaken(rest);
    if (wrong !== undefined)
      return [
        wrong.trim() === ''
          ? { ...this.#unclear(question, said), isMistake: true }
          : this.#change(question, wrong, said, true),
      ];
    const next = becomes(rest);
    // "Share is important to me": a name that is a word of every day needs a sign that it is a name.
    if (next) {
      const made = this.#change(question, next.value, said, next.certain || this.#corrects);
      const isSure = next.certain || reference.by === 'number' || made.why === undefined;
      return isSure ? [made] : undefined;
    }
    if (reference.by === 'number') return this.#bare(reference, clause, said, plainly);
    // "Capacity 1", "Room for 1": what we call it, and nothing but a value.
    const asked = this.#form.questions[question];
    const value = asked && asked.type !== 'text' && /^\s/.test(rest) ? wholeValue(asked, rest) : undefined;
    return value === undefined ? undefined : [{ question, said, value, corrects: this.#corrects }];
  }

  /** "6 is fine" is a yes to a question that takes one, or says that nothing is to be changed. */
  #approved(index: number, rest: string, said: string): Correction[] {
    const question = this.#form.questions[index];
    const known = question && this.#answers[question.key];
    if (known !== undefined && (question?.type !== 'yesno' || known === true)) return [];
    return [this.#change(index, becomes(rest)?.value ?? rest, said, this.#corrects)];
  }

  /** "11 1", "16 b": nothing but a number and a value that fits. */
  #bare(
    { question: index, rest }: Reference,
    clause: string,
    said: string,
    plainly: boolean,
  ): Correction[] | undefined {
    const question = this.#form.questions[index];
    // "3 out of 10", "4 / 5" and "2 years" among answers without numbers are no numbers of questions.
    const isAmount = /^\s+(?:\/|out of|of|von|sur|de|di|van|av)\s/iu.test(rest);
    if (!question || !/^\s/.test(rest) || isAmount || !this.#isAnswered(question)) return undefined;
    if (/^\s+(?:should|must|shouldn['’]?t|is|are|was|isn['’]?t)\s/iu.test(rest)) return [this.#unclear(index, said)];
    const instead = insteadOf(rest);
    const made = instead ? this.#replace(index, instead, said) : this.#change(index, rest, said, this.#corrects);
    if (made.why !== undefined || made.comment !== undefined || question.type === 'text')
      return plainly || (question.type === 'text' && /^\s+\p{Lu}/u.test(rest))
        ? [this.#unclear(index, said)]
        : undefined;
    if (plainly) return [made];
    // "1 mentee" may be the answer to the first question, and the number that another one asks for.
    if (this.#references.isAskedIn(rest, index)) return [this.#unclear(index, said)];
    return clause.length <= 60 ? [made] : undefined;
  }

  /** A number alone names a question only to somebody who has answered it, or all. */
  #isAnswered({ key }: Question): boolean {
    return this.#answers[key] !== undefined || missing(this.#form, this.#answers).length === 0;
  }

  /** "About 12: b", "I have changed my mind on 12, b please". */
  #topic(clause: string, said: string): Correction[] | undefined {
    const about = aboutTopic(clause);
    const reference = about && this.#references.at(about.rest);
    if (!about || !reference) return undefined;
    const corrects = about.changesMind || this.#corrects;
    const chosen = afterChoosing(reference.rest);
    const hasSign = /^\s*[,:–-]/u.test(reference.rest) || chosen !== reference.rest;
    if (!hasSign && becomes(reference.rest) === undefined) {
      if (reference.rest.replace(/[\s.!]/g, '') === '' && about.changesMind)
        return [this.#unclear(reference.question, said)];
      return undefined;
    }
    const value = (becomes(chosen)?.value ?? chosen).replace(/^[\s,:–-]+/u, '');
    const isSet = /^\s*:/u.test(reference.rest);
    const made = { ...this.#change(reference.question, value, said, corrects || isSet), corrects };
    return made.why === undefined || reference.plainly || corrects ? [made] : undefined;
  }

  /** "yes to 3", "mentee for question 1". */
  #valueTo(clause: string, said: string): Correction[] | undefined {
    const [, value = '', where = ''] =
      /^(\S.{0,60}?)\s(?:to|for|zu|à|para|per)\s(\S.{0,30})$/iu.exec(withoutClosing(clause)) ?? [];
    const reference = where === '' ? undefined : this.#references.at(where);
    const question = reference?.rest.trim() === '' ? this.#form.questions[reference.question] : undefined;
    if (!reference || !question || reference.by === 'name' || question.type === 'text') return undefined;
    // "5 to 9" is a time of day.
    if (!reference.plainly && /^\d/.test(value)) return undefined;
    return wholeValue(question, value) === undefined
      ? undefined
      : [this.#change(reference.question, value, said, this.#corrects)];
  }

  /** "I meant mentee, not mentor": the question is the one whose answer is given up. */
  #replaced(clause: string, said: string): Correction[] | undefined {
    const own = meant(clause);
    const words = withoutClosing(own ?? clause);
    const pair = insteadOf(words);
    if (!pair) return own === undefined ? undefined : this.#meantOnly(words, said);
    const fitting = this.#form.questions.flatMap((question, index) => {
      if (question.type === 'text' || !applies(question, this.#answers)) return [];
      const [value, old] = [wholeValue(question, pair.value), wholeValue(question, pair.old)];
      return value !== undefined && old !== undefined
        ? [{ index, isOld: isSame(old, this.#answers[question.key]) }]
        : [];
    });
    const given = fitting.filter(({ isOld }) => isOld);
    const candidates = (given.length > 0 ? given : fitting).map(({ index }) => index);
    return this.#eitherOf(candidates, said, (question) => this.#replace(question, pair, said));
  }

  /** "I meant mentee": an option that one question alone has. */
  #meantOnly(words: string, said: string): Correction[] | undefined {
    const fitting = this.#form.questions.flatMap((question, index) =>
      question.type !== 'text' && wholeValue(question, words) !== undefined ? [index] : [],
    );
    return this.#eitherOf(fitting, said, (question) => this.#change(question, words, said, true));
  }

  #eitherOf(
    fitting: readonly number[],
    said: string,
    make: (question: number) => Correction,
  ): Correction[] | undefined {
    const [only, ...more] = fitting;
    if (only === undefined) return undefined;
    if (more.length === 0) return [make(only)];
    return fitting.slice(0, most.asked).map((question) => ({ question, said, why: whichQuestion, corrects: true }));
  }

  /** "I only have room for 1 mentee": words of one question's ask, and a value that fits it. */
  #byWords(clause: string, said: string): Correction[] | undefined {
    const isKnown = (index: number) => {
      const question = this.#form.questions[index];
      return question !== undefined && question.type !== 'text' && this.#answers[question.key] !== undefined;
    };
    if (clause.length > 120 || clause.includes('?')) return undefined;
    const found = this.#references.byWords(clause, isKnown);
    const question = found && this.#form.questions[found.question];
    if (!found || !question || question.type === 'yesno') return undefined;
    const left = withoutAsk(clause, question);
    const signs = this.#corrects || saysChange(clause);
    // A figure in a sentence about something else is left with other words.
    const isAmount = question.type === 'number' || question.type === 'scale';
    const value = isAmount && /\s/.test(left) ? undefined : wholeValue(question, left);
    // A word of the question and no value beside it: they speak of something else.
    if (value === undefined) {
      const isNear = left !== '' && (this.#corrects || (signs && isAmount && /\d/.test(left)));
      return isNear ? [this.#unclear(found.question, said)] : undefined;
    }
    if (isSame(value, this.#answers[question.key])) return undefined;
    // One word that both have may be chance.
    if (!signs || (found.count < 2 && !this.#corrects)) return [this.#unclear(found.question, said)];
    return [{ question: found.question, said, value, corrects: this.#corrects }];
  }

  /** "I'd rather be a mentee", "Evening is better": another option than the one we have, and words of wanting it. */
  #wished(clause: string, said: string): Correction[] | undefined {
    if (clause.length > 120 || !(this.#corrects || saysWish(clause))) return undefined;
    const fitting = this.#form.questions.flatMap((question, index) => {
      const known = this.#answers[question.key];
      const options = question.options ?? [];
      if (known === undefined || options.length === 0) return [];
      const about = question.type === 'choice' ? clause.replace(ofSomebodyElse, ' ') : clause;
      const named = mentioned(options, about).map(({ option }) => options[option]);
      // Options of one or two letters are words of other sentences.
      const own = named.filter((option) => option !== undefined && option.length > 2);
      const isOther =
        question.type === 'choices' || saysMoreOrNot(clause) ? own.length > 0 : own.some((option) => option !== known);
      return isOther ? [{ index, question, own }] : [];
    });
    const [only, ...more] = fitting;
    if (!only || more.length > 0) return undefined;
    const { question, own, index } = only;
    const changed = /^(?:change|switch)(?: me| my role| it)?(?: from (.{1,60}))? to (?:an? )?(.{1,80})$/iu.exec(
      withoutClosing(clause),
    );
    const wanted = changed?.[2] ?? clause.replace(wishing, ' ');
    const value = wholeValue(question, wanted);
    const isTaken =
      question.type === 'choice' &&
      own.length === 1 &&
      value === own[0] &&
      !/[?]/.test(clause) &&
      !saysMoreOrNot(clause);
    return [
      isTaken
        ? { question: index, said, value, corrects: this.#corrects || saysReplacing(clause) }
        : this.#unclear(index, said),
    ];
  }

  /** "I am not sure about question 11": named, and nothing that we understand. */
  #mentioned(clause: string, said: string): Correction[] | undefined {
    const found =
      /(?<![\p{L}])(?:questions?|answers?|number|frage|antwort|question|reponse|pergunta|resposta|pregunta|respuesta|domanda|risposta|vraag|antwoord|fraga|svar|pytanie)\s+(?:to\s+|no\.?\s*|#\s*)?\d{1,3}(?![\d.,]\d)|#\d{1,3}/iu.exec(
        plain(clause),
      ) ??
      /(?<=^(?:should|is|was|shouldn't|isn't|could|can|shall) )\d{1,3}(?=\s(?:be|not|really|to be)\s)/u.exec(
        plain(clause),
      );
    const reference = found && this.#references.at(found[0]);
    if (reference) return [this.#unclear(reference.question, said)];
    const numbers = numbersToChange(clause).filter((number) => this.#form.questions[number - 1]);
    return numbers.length > 0 ? numbers.map((number) => this.#unclear(number - 1, said)) : undefined;
  }

  #change(index: number, words: string, said: string, corrects: boolean): Correction {
    const question = this.#form.questions[index];
    const own = withoutClosing(words.trim().replace(/^(?:really|actually|only|just|now)\s/iu, ''));
    if (!question || own === '') return this.#unclear(index, said);
    if (question.type === 'text') {
      // "Question 2 is a bit vague" says something about it; "2 should read ..." gives its new words.
      return corrects ? { question: index, said, value: unquoted(words.trim()), corrects } : this.#unclear(index, said);
    }
    const set = withChange(question, own, this.#answers[question.key]);
    if (set) return { question: index, said, value: set, corrects };
    const instead = insteadOf(own);
    const isWhole = instead === undefined || understand(question, instead.value).kind !== 'answer';
    if (instead && !isWhole) return this.#replace(index, instead, said);
    const understood = understand(question, own);
    const withReason = understood.kind === 'answer' ? understand(question, words.trim()) : understood;
    const comment = withReason.kind === 'answer' ? withReason.comment : undefined;
    if (understood.kind !== 'answer')
      return this.#unclear(index, said, understood.kind === 'unclear' ? understood.why : which);
    return { question: index, said, value: understood.value, corrects, ...(comment && { comment }) };
  }

  #replace(index: number, { value, old }: { value: string; old: string }, said: string): Correction {
    const question = this.#form.questions[index];
    const made = this.#change(index, value, said, true);
    if (!question || made.why !== undefined) return made;
    const before = wholeValue(question, old);
    const known = this.#answers[question.key];
    if (before === undefined) return this.#unclear(index, said);
    const isKnown = known === undefined || isSame(before, known) || isSame(made.value, known);
    return isKnown ? made : this.#unclear(index, said, otherBefore);
  }

  #unclear(question: number, said: string, why = which): Correction {
    return unclearChange(question, said, why);
  }
}

/** Words that change an answer into we do not know what. */
export function unclearChange(question: number, said: string, why = which): Correction {
  return { question, said, why, corrects: true };
}

/** A set of options after some were put to it or taken from it. Nobody is known to have meant a set of nothing. */
function changedSet(question: Question, does: 'add' | 'remove', words: string, known: Answer): string[] | undefined {
  const named = optionsIn(question, words);
  if (!named || !Array.isArray(known)) return undefined;
  const chosen = new Set(known);
  for (const option of named) {
    if (does === 'add') chosen.add(option);
    else chosen.delete(option);
  }
  return chosen.size === 0 ? undefined : (question.options ?? []).filter((option) => chosen.has(option));
}

function optionsIn(question: Question, words: string): string[] | undefined {
  const value = question.type === 'choices' ? wholeValue(question, words) : undefined;
  return Array.isArray(value) && value.length > 0 ? value : undefined;
}

/** "also b", said of options that we know: those and b. */
export function withChange(question: Question, words: string, known: Answer | undefined): string[] | undefined {
  const change = question.type === 'choices' && known !== undefined ? asAddition(words) : undefined;
  return change && known !== undefined ? changedSet(question, change.does, change.options, known) : undefined;
}

/** Words of wishing around an option, which say nothing else. */
const wishing =
  /(?<![\p{L}])(?:please|sorry|actually|rather|instead|after all|now|i'd|i would|i want|i'd like|like|prefer|to be|be|an?|put me down|make me|count me|as|i)(?![\p{L}])/giu;

/** "not Tomas as my mentor", "have Ren as a mentee": what somebody else is to be. */
const ofSomebodyElse =
  /(?<!\p{L})(?:(?:have|get|with|want|but|not)\s(?:(?!(?:me|myself|to|be|as)\s)\S{1,30}\s){1,4}as\s.{1,80}|(?:my|our)\s\p{L}{1,30})/giu;

/** Characters of a new value and the old one: more are no "19, not 23". */
const longestPair = 200;

/** A value that takes the place of another one: "19, not 23", where the 23 is what we have. */
export function replacement(question: Question, words: string, known: Answer | undefined): Answer | undefined {
  if (words.length > longestPair) return undefined;
  const next = becomes(words);
  const set = next && wholeValue(question, next.value.replace(/^\s*(?:be|it)\s/iu, ''));
  if (set !== undefined) return set;
  const pair = insteadOf(words) ?? fromTo(words);
  const [value, old] = pair ? [wholeValue(question, pair.value), wholeValue(question, pair.old)] : [];
  if (value === undefined || old === undefined) return undefined;
  return known === undefined || isSame(old, known) || isSame(value, known) ? value : undefined;
}

/** "19, not 22", where we have neither of the two. */
export function replacesOther(question: Question, words: string, known: Answer): boolean {
  const pair = question.type === 'text' || words.length > longestPair ? undefined : insteadOf(words);
  if (!pair) return false;
  const [value, old] = [wholeValue(question, pair.value), wholeValue(question, pair.old)];
  return value !== undefined && old !== undefined && !isSame(old, known) && !isSame(value, known);
}

/** A value that is the whole of what was said. */
function wholeValue(question: Question, words: string): Answer | undefined {
  const understood = understand(question, withoutClosing(words).replace(/^(?:an?|the|to be|as)\s(?=\S{2})/iu, ''));
  return understood.kind === 'answer' && understood.comment === undefined ? understood.value : undefined;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

const filler = new Set(
  foldedWords(
    `i we have has had only just now for a an the of my our is are am can could take would like want be to at moment please actually sorry after all in fact instead anymore any more no longer
    it that this speak work from on do`,
  ),
);

/** What a clause says beside words of the question and words that change nothing. */
function withoutAsk(clause: string, question: Question): string {
  const options = new Set((question.options ?? []).flatMap((option) => contentOf(option)));
  const asked = new Set(contentOf(question.ask).filter((word) => !options.has(word)));
  return clause
    .split(/\s+/)
    .filter((word) => {
      const own = foldedWords(plain(word)).map((one) => one.replace(')', ''));
      return !own.every((one) => filler.has(one) || asked.has(stemOf(one)));
    })
    .join(' ')
    .replace(/[\s.!,;]+$/u, '');
}

function unquoted(words: string): string {
  return /^["“„«'](.+)["”“»']$/su.exec(words)?.[1]?.trim() ?? words;
}
