import { abstained } from '#domain/forms/abstained.ts';
import type { Answer, Question } from '#domain/forms/form.ts';
import { answerReaders } from '#domain/forms/questions/question-types.ts';
import { abstentionIn } from '../ballot/abstention.ts';
import { tokensOf } from '../text/word-tokens.ts';
import { narrow, plain } from '../text/words.ts';
import { beginsWithNot, chosenAnewIn, decidedIn } from './decided.ts';
import { experienceIn } from './earlier-experience.ts';
import { mentionsIn } from './mentions/option-mentions.ts';
import { figuresIn } from './numbers/figures-in.ts';
import { openedIn } from './opened.ts';
import { pickedIn } from './picked/picked.ts';
import { leavesOpen, turnsIn } from './turning-words.ts';
import { understandText } from './understand-text.ts';
import { saysOtherwise } from './understand-yesno.ts';
import { answer, type Understood, unclear } from './understood-answer.ts';

/** More than this is not a letter, a number or a date, and not worth the time of looking for one. */
const longestValue = 1_500;

/**
 * Understands `said` as the answer to `question`. Never guesses: what can be read in two ways is unclear, and so is what has a
 * word that nothing accounts for (see `account.ts`). `today` is the day of the reply, `YYYY-MM-DD`, where it is known.
 */
export function understand(question: Question, said: string, today?: string): Understood {
  const words = said.trim();
  if (question.type === 'text') return understandText(question, words);
  const abstention = question.mayAbstain ? abstentionIn(words) : undefined;
  if (abstention) return answer(abstained, abstention.reason);
  if (isPassedOver(words) || isDeclined(question, words)) return { kind: 'skipped' };
  if (words.length > longestValue) return unclear('too-much');
  // Bold print, line by line: "*a c d*" has no "*a" in it.
  return understandBare(question, narrow(words).replace(/^\*{1,2}([^*\n]+)\*{1,2}$/gm, '$1'), today);
}

function understandBare(question: Question, words: string, today?: string): Understood {
  const read = (said: string) => answerReaders[question.type].understand(question, said, today);
  const anew = chosenAnewIn(question, words, read);
  if (anew) return anew;
  const whole = read(words);
  // "Not weekly would be too much, so monthly": what the "not" turns is anybody's guess.
  if (beginsWithNot(words) && decidedIn(question, words.replace(/^\s*\S+\s*/, ''), read)) return unclear('undecided');
  const turned = turnedAtEnd(question, whole, read);
  if (turned) return turned;
  if (whole.kind !== 'unclear') return withRemark(whole, question, words);
  const experience = question.type === 'choice' ? experienceIn(question.options ?? [], words) : undefined;
  if (experience) return experience;
  const decided = decidedIn(question, words, read);
  if (decided) return decided;
  const opened = openedIn(question, words, read);
  if (opened) return opened;
  const closed = question.type === 'yesno' || question.type === 'date' ? words : words.replace(nothingMore, '');
  if (closed !== words && closed.trim() !== '') {
    const alone = read(closed);
    if (alone.kind === 'answer' && alone.comment === undefined) return { ...alone, by: 'words' };
  }
  const concluded = asConcluded(question, words, today);
  if (concluded) return concluded;
  const picked = question.options ? pickedIn(question, words) : undefined;
  if (picked) return picked;
  const bare = withoutLeadIn(question, words);
  return firstParagraph(question, words) ?? (bare === words ? whole : understandBare(question, bare, today));
}

/** "Two, not more", "f, nothing else": an ending by which the answer is all there is. */
const nothingMore =
  /(?:[,;.(–—-]|\s[-–—])\s*(?:(?:and|but|und|aber|e|mas|et) )?(?:not? more(?: than (?:that|one|two))?|nothing (?:else|more)(?: really| rly)?|that'?s (?:it|all)|more is (?:not possible|too much|nicht drin)|mehr (?:schaffe? ich|geht|ist|is) nicht(?: drin)?|mehr nicht|sonst nichts|pas plus|rien d'autre|mais não|nada mais|mais nada|só isso(?: mesmo)?|nada más|no más)\)?[\s.!]*$/iu;

/**
 * "She has cancelled twice. 3", "I wouldn't dream of it. Yes.": the last sentence is a plain answer by itself, and what is
 * said before it names no other answer and leaves nothing open.
 */
function asConcluded(question: Question, words: string, today?: string): Understood | undefined {
  if (question.type === 'choices' || question.type === 'date' || words.length > 400) return undefined;
  const cut = [...words.matchAll(/[.!?…]["')]?\s+(?=\S)|\n+(?=\S)/gu)].at(-1);
  if (!cut) return undefined;
  const [reason, last] = [
    words.slice(0, cut.index + 1).trim(),
    words.slice(cut.index + cut[0].length).replace(/^so,?\s/i, ''),
  ];
  const conclusion = answerReaders[question.type].understand(question, last, today);
  if (conclusion.kind !== 'answer' || conclusion.comment !== undefined || last.split(/\s+/).length > 4)
    return undefined;
  for (const sentence of reason.split(/(?<=[.!?…])\s+|\n+/u)) {
    const alone = answerReaders[question.type].understand(question, sentence, today);
    if (alone.kind === 'answer' && alone.value !== conclusion.value) return undefined;
    const tokens = tokensOf(sentence);
    const turns = turnsIn(tokens, sentence);
    // "Not ca. 30" is no sentence and a figure.
    const isOpen = turns.some(({ turn }) => leavesOpen.has(turn)) || beginsWithNot(sentence);
    if (isOpen || (turns.length > 0 && tokens.length < 4)) return undefined;
    if (namesAnother(question, sentence, conclusion.value)) return undefined;
  }
  return { kind: 'answer', value: conclusion.value, by: 'words', comment: reason };
}

/** Whether a sentence has a figure, an option, a yes or a no in it that is not the answer. */
function namesAnother(question: Question, sentence: string, value: Answer): boolean {
  if (question.type === 'yesno') return saysOtherwise(sentence, value === true);
  if (question.type === 'choice') {
    const options = question.options ?? [];
    return mentionsIn(question.ask, options, sentence, tokensOf(sentence)).some(
      ({ option, negated }) => options[option] !== value && !negated,
    );
  }
  return figuresIn(sentence).figures.some((figure) => figure.value !== value);
}

/** What people put before an answer: an arrow, a dash, their initials in brackets, "Answer:"; stars for bold print. */
const leadIn =
  /^(?:[-=]{1,3}>|[-–—]{0,2}[→➔➜⇒»]{1,3}|[-–—•]{1,2}(?=\s)|\[[\p{L} .]{2,20}\](?=\s)|(?:my )?(?:answer|ans|antwort|réponse|respuesta|resposta|risposta|antwoord|svar|odpowiedź|回答|答|답)\s?:)\s*/iu;

function withoutLeadIn(question: Question, words: string): string {
  const starred = /^\*{1,2}([^*]*)\*{1,2}$/.exec(words)?.[1] ?? words;
  // "A: b" is a letter before an answer, where there are letters to choose from.
  const named = question.options ? starred : starred.replace(/^A:\s*/i, '');
  const bare = named.replace(leadIn, '');
  return (question.options ? withoutOpening(question.ask, bare) : bare).trim();
}

/** "What do you look for? Someone who ...": people write "someone who listens", and "... who listens", for "listens". */
function withoutOpening(ask: string, words: string): string {
  const opening = /(?:^|[.?!:]\s)([^.?!:…]{1,60}?)\s?(?:\.{3}|…)$/u.exec(narrow(ask).trim())?.[1]?.split(' ');
  if (!opening) return words;
  const ends = opening.map((_, from) => opening.slice(from).map(escaped).join('\\s'));
  const again = new RegExp(`(?:\\.{3}|…)\\s?(?:(?:${ends.join('|')})\\s)?|(?<![\\p{L}\\p{N}])${ends[0]}\\s`, 'giu');
  return words.replace(again, '');
}

function escaped(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** With what was said in a paragraph of its own below, where the answer was found in the first one. */
function withRemark(whole: Understood, question: Question, words: string): Understood {
  if (whole.kind !== 'answer' || whole.comment !== undefined) return whole;
  const first = firstParagraph(question, words);
  return first?.kind === 'answer' && JSON.stringify(first.value) === JSON.stringify(whole.value) ? first : whole;
}

/** An answer with a remark in a paragraph of its own under it. */
function firstParagraph(question: Question, words: string): Understood | undefined {
  const cut = words.search(/\n\s*\n/);
  if (cut === -1) return undefined;
  const first = answerReaders[question.type].understand(question, words.slice(0, cut));
  if (first.kind !== 'answer') return undefined;
  const rest = words.slice(cut).trim();
  // The remark must not be an answer itself, or there are two.
  if (answerReaders[question.type].understand(question, rest).kind === 'answer') return undefined;
  return { ...first, comment: first.comment ? `${first.comment}\n${rest}` : rest };
}

function isPassedOver(words: string): boolean {
  return /^(?:[-–—./_\s]{0,5}|skip|pass|skipped|n\/a|n\.a\.|not applicable|prefer not to (?:say|answer)|rather not say|keine angabe|k\.a\.)[.!]?$/iu.test(
    words,
  );
}

/** "No, same field. Wait, they differ enough, so yes": the word that the remark comes to goes before the one that it began with. */
function turnedAtEnd(
  question: Question,
  whole: Understood,
  read: (said: string) => Understood,
): Understood | undefined {
  if (question.type !== 'yesno' || whole.kind !== 'answer' || whole.comment === undefined) return undefined;
  const last = comesTo.exec(whole.comment)?.[1];
  const other = last === undefined ? undefined : read(last);
  if (other?.kind !== 'answer' || other.value === whole.value) return undefined;
  return { kind: 'answer', value: other.value, comment: whole.comment, by: 'guessed' };
}

const comesTo =
  /(?:^|[\s,.;:])(?:so|then|therefore|also|deshalb|daher|donc|alors|então|portanto|entonces|quindi)[,:]?\s+(?:it'?s |it is |i'?d say |i say )?(?:an? )?(\p{L}{2,8})[\s.!]*$/iu;

/** "I prefer not to say", of a question that nobody has to answer. "Woman, but it doesn't matter" says it all the same. */
function isDeclined(question: Question, words: string): boolean {
  if (question.required !== false || words.length >= longestRefusal || !declines.test(plain(words))) return false;
  const options = question.options ?? [];
  const isNamed = mentionsIn(question.ask, options, words, tokensOf(words)).some(({ by }) => by !== 'letter');
  return !isNamed && !/\d/.test(words);
}

/** Characters: whoever writes more than a refusal has said something. */
const longestRefusal = 160;

const declines =
  /(?<![\p{L}])(?:(?:prefer|rather|like|wish|want|choose|care) not to (?:say|answer|tell|state|disclose|share)|(?:i'?d |i would )?(?:rather|prefer) not(?: (?:say|answer|tell|state))?[.!]?$|rather not (?:say|answer|tell|state)|^no answer|decline to|declined|not (?:saying|telling|relevant|important)|none of your business|^i(?:'?ll| will) pass[.!]?$|^(?:n\/?a|not applicable|entfallt|keine angabe|mochte ich nicht sagen|sans reponse|je prefere ne pas|prefiro nao|prefiero no|preferisco non)|doesn'?t matter|does not matter|is (?:marked )?optional)(?![\p{L}])/u;
