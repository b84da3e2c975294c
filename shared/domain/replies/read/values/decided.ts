import type { Answer, Question } from '#domain/forms/form.ts';
import { tokensOf } from '../text/word-tokens.ts';
import { leavesOpen, turnsIn } from './turning-words.ts';
import type { Understood } from './understood-answer.ts';

/**
 * Answers that somebody comes to in several steps: taken back ("3, no wait, 2"), decided ("I was going to say three, so two it
 * is") or chosen anew ("c and d... no, scratch the c. d and g"). What stands last, behind such words, is the answer when it is
 * exactly one by itself; what stands before it was considered, unless it leaves the whole open.
 */

type Read = (said: string) => Understood;

/** More than this is a story, and its end may be about something else. */
const longest = 400;

/** The answer at the end of `said`, by the words that lead to it. `read` reads a piece of it by itself. */
export function decidedIn(question: Question, said: string, read: Read): Understood | undefined {
  if (question.type === 'text' || said.length > longest) return undefined;
  return asTakenBack(question, said, read) ?? asDecided(question, said, read);
}

/** Words by which somebody takes back what stands before them. */
const takesBack =
  /(?:^|[\s,.;:(–—-])(?:(?:oh |no,? )?wait(?:,? no)?|(?:scratch|strike) that|correction|make (?:that|it)|let'?s (?:make it|say)|(?:sorry,? )?i mean|i meant|or rather|oops,?(?: sorry| no)?|whoops|(?:no,? )?sorry(?:,? no)?|(?:no,? )?actually(?:,? no)?|on second thoughts?|nein,? (?:warte|moment)|ach nein|quatsch|korrektur|ich meine|sorry,? nein|(?:non,? )?pardon(?:,? non)?|non,? attendez|(?:ou )?plutôt|enfin|je veux dire|aliás|desculpem?|perdão|quero dizer|n[ão]o?,? espera|perdón|quiero decir|mejor dicho|anzi|volevo dire|(?:no,? )?scusa(?:te)?)[,.:!…]{0,3}\s+(?=\S)/giu;

/** "9. No, 8" and "a, no c": a bare no between two figures or letters. */
const bareNo = /[,.;:!–—-]\s*(?:no|non|nein|não|nao|nee|nej|nie)[,.:]?\s+(?=\S{1,12}[.!]?$)/giu;

/** The answer that takes the place of another in the same breath. Both have to be answers by themselves. */
function asTakenBack(question: Question, said: string, read: Read): Understood | undefined {
  if (question.type === 'choices' || said.length > 200) return undefined;
  const cuts = [...said.matchAll(takesBack), ...(question.type === 'yesno' ? [] : said.matchAll(bareNo))];
  const last = cuts.sort((one, other) => one.index - other.index).at(-1);
  if (!last) return undefined;
  const [before, after] = [
    read(said.slice(0, last.index).trim()),
    read(said.slice(last.index + last[0].length).trim()),
  ];
  if (after.kind !== 'answer' || after.comment !== undefined || before.kind !== 'answer') return undefined;
  return { kind: 'answer', value: after.value, by: 'guessed' };
}

/** Words that begin a conclusion, behind the end of a clause. */
const concluding =
  "so(?! far| so\\b| that\\b| much| many| long| as\\b| good| sure| very)|therefore|then|now|today|let'?s say|let'?s make it|i'?ll (?:say|go with|take)|i(?:'?d| would) say(?! *,)|make (?:it|that)|call it|put(?: down)?|(?:i'?m |just |only )?(?:kidding|joking)|also(?= *(?:,|ja\\b|nein\\b|eine?\\b|zwei\\b|drei\\b|vier\\b|fünf\\b|monatlich\\b|wöchentlich\\b))|daher|deshalb|jetzt|inzwischen|sagen wir|ich sage|donc|alors|du coup|maintenant|disons|portanto|então|por isso|agora|digamos|así que|entonces|ahora|quindi|allora|adesso|diciamo|dus|alltså|więc";

/** What may stand between the words that begin a conclusion and the answer, and behind the answer. */
const leading =
  /^(?:[\s,:]*(?:so|that'?s|that makes|makes|it'?s|it is|i'?d say|i would say|let'?s say|make it|call it|put|just|only|we have|i have|is|are|das macht|es ist|ist|nur|ça fait|c'est|são|fica|diria|son|es))*[\s,:]+(?=\S)/iu;
/** Articles, which are letters where there are letters to choose from. */
const article = /^(?:an?|eine?n?|une?|uma?|una?|een|en|ett)\s+(?=\S)/iu;
const trailing = /[\s,]+(?:it is|then|instead|i'?d say|dann|alors|então|entonces)[\s.!]*$/iu;

const conclusion = new RegExp(
  `(?:[.,;:!?…)–—-]|\\n|(\\s))\\s*(?:and |but |und |et |e |y )?(?:${concluding})(?![\\p{L}\\p{N}'])`,
  'giu',
);

/** Words that make of "so" something else when nothing but a space stands between. */
const noClauseEnd =
  /(?:^|\s)(?:or|not|and|is|are|was|be|do|say|said|think|if|even|ever|just|how|why|\p{L}+n't|quite|until|since|from|by|for|right|up to|\p{L}+'s|i'm|am|a|the|oder|und|nicht|ou|et|pas|e|não|o|y|no)$/iu;

/** By where something stands, be it among ours or among what they said. */
const byPlace =
  /(?<!\p{L})(?:first|last|second|third|former|latter|erste|letzte|zweite|premi|derni|prim|[uú]ltim|segund)/iu;

/** The most words of a decision: an answer, and no clause about it. */
const mostWords = 8;

/** "..., so two it is", "It was a 4. Now it's a 3.", "Monthly, then.": one answer in a clause that says that it is the conclusion. */
function asDecided(question: Question, said: string, read: Read): Understood | undefined {
  const isFigure = question.type === 'number' || question.type === 'scale';
  const cuts: { head: string; tail: string }[] = [];
  for (const match of said.matchAll(conclusion)) {
    const head = said.slice(0, match.index);
    const isTight = match[1] !== undefined;
    // Without the end of a clause before it, "so" may be a part of the sentence: "not so good".
    if (isTight && (!isFigure || noClauseEnd.test(head))) continue;
    cuts.push({ head, tail: said.slice(match.index + match[0].length) });
  }
  const last = /[.!?…,;:–—-]\s+([^.!?…;:]{1,60})$/u.exec(said.trim().replace(/[.!]+$/, ''));
  if (last && trailing.test(last[1] ?? '')) cuts.push({ head: said.slice(0, last.index), tail: last[1] ?? '' });
  for (const { head, tail } of cuts.reverse()) {
    const bare = ` ${tail}`.replace(leading, '').replace(trailing, '').trim();
    const words = question.options ? bare : bare.replace(article, '');
    if (words === '' || tokensOf(words).length > mostWords || !isOnlyConsidered(head)) continue;
    // "English, French and some Chinese, so the first two": of those that were named, not of ours.
    if (question.options && byPlace.test(words)) continue;
    const decided = read(words);
    if (decided.kind !== 'answer' || decided.comment !== undefined) continue;
    return { kind: 'answer', value: decided.value, by: 'guessed' };
  }
  return undefined;
}

/**
 * "c and d... no, scratch the c. d and g", "g, e. no wait - g only": a list that takes the place of the one before it. Looked
 * for before anything else is: "a, b, actually just b" is a list by itself.
 */
export function chosenAnewIn(question: Question, said: string, read: Read): Understood | undefined {
  if (question.type !== 'choices') return undefined;
  const taken = [...said.matchAll(retracting)].at(-1);
  if (!taken) return undefined;
  const [head, rest] = [said.slice(0, taken.index), said.slice(taken.index + taken[0].length)];
  if (read(head.trim().replace(/[.…,–—-]+$/u, '')).kind !== 'answer') return undefined;
  const sentence = /[.!…\n]\s*([^.!…\n]+)[.!]*\s*$/u.exec(rest)?.[1];
  const only =
    /^[\s,:–—-]*(?:just|only|nur|seulement|só|solo|sólo)\s+(.+)$|^[\s,:–—-]*(.+?)\s+(?:only|nur|seulement|só|solo)[\s.!]*$/iu.exec(
      rest,
    );
  const words = (only ? (only[1] ?? only[2]) : sentence)?.replace(/^\s*so,?\s+/i, '');
  if (words === undefined) return undefined;
  const chosen = read(words.trim());
  const isList = chosen.kind === 'answer' && chosen.comment === undefined && Array.isArray(chosen.value);
  return isList && (only || size(chosen.value) > 1)
    ? { kind: 'answer', value: chosen.value, by: 'guessed' }
    : undefined;
}

const retracting =
  /(?<!\p{L})(?:no,? (?:wait|sorry|scratch|actually|espera|perdón)|wait,? no|scratch|strike|actually|sorry|correction|nein,? (?:warte|doch)|doch nicht|non,? pardon|não,? (?:espera|desculpe))(?!\p{L})/giu;

function size(value: Answer): number {
  return Array.isArray(value) ? value.length : 1;
}

/** Whether what stands before a decision leaves it standing: no doubt and no condition, and no "not" that begins it. */
function isOnlyConsidered(head: string): boolean {
  const tokens = tokensOf(head);
  if (tokens.length === 0) return false;
  const turns = turnsIn(tokens, head);
  if (turns.some(({ turn, from }) => leavesOpen.has(turn) && !weighing.has(tokens[from]?.word ?? ''))) return false;
  return !beginsWithNot(head);
}

/** A "not" that stands before all of it; a "no" is an answer, or takes one back. */
export function beginsWithNot(said: string): boolean {
  return /^(?:not|nicht|pas|não|niet|inte)(?!\p{L})/iu.test(said.trim());
}

/** Doubt that a decision ends. */
const weighing: ReadonlySet<string> = new Set(
  'hmm hm wait or oder ou o of eller think believe wonder wondering torn tempted'.split(' '),
);
