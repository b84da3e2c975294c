import type { Question } from '#domain/form.ts';
import { letterOf } from '../template.ts';
import { plain } from '../words.ts';
import { lettersOf, mentioned, named, optionText } from './options.ts';
import { answer, type Understood, unclear } from './understood.ts';

const all = new Set(
  'all|all of them|all of these|all of the above|everything|every one|all options|alle|alles|alle davon|tous|toutes|tout|todos|todas|todo|todos ellos|tutti|tutte|tutto|alla|allt|allemaal|wszystkie|wszystko|全部|都|すべて|全て|모두|전부|الكل|كلها|جميعها|הכל|כולם'
    .split('|')
    .map(plain),
);
const none = new Set(
  'none|none of them|none of these|none of the above|nothing|no one|keine|keines|keins|nichts|keine davon|aucun|aucune|rien|ninguno|ninguna|nada|nenhum|nenhuma|nessuno|nessuna|niente|geen|niets|geen van alle|inga|inget|ingen|zadne|zaden|nic|没有|沒有|无|無|なし|ありません|特になし|없음|없습니다|لا شيء|لا يوجد|אף אחד|כלום'
    .split('|')
    .map(plain),
);
const ands = new Set('and plus und sowie et y e en och oraz i'.split(' '));
const and = /\s(?:and|plus|as well as|und|sowie|et|y|e|en|och|oraz|i)\s|\s?[&+]\s?/iu;

/** Several options: "a, c and e", "a c e", their words one a line, "all", "none". Every piece has to be an option. */
export function understandChoices(question: Question, said: string): Understood {
  const options = question.options ?? [];
  const ask = `Please reply with letters, such as "a, b" (${lettersOf(options)}), or "none".`;
  // A list of bullets, of which the first may stand behind the number of the question.
  const { words, comment } = withoutAsides(/\n\s*[-–•*]\s/u.test(said) ? said.replace(/^\s*[-–•*]\s+/gmu, '') : said);
  const whole = plain(words)
    .replace(/[^\p{L} ]/gu, '')
    .trim();
  const wholeOption = named(options, words);
  if (wholeOption === undefined) {
    if (all.has(whole)) return answer([...options], comment);
    if (none.has(whole)) return answer([], comment);
  }
  const written = allMentioned(options, words);
  if (written) return answer(inOrder(options, written), comment);
  if (hasDoubtfulLetter(options, words))
    return unclear(`We could not tell whether a letter is an option or the word "and". ${ask}`);
  // A line may be an option, or broken in the middle of one.
  const [asLines, asOneLine] = [chosenIn(options, words), chosenIn(options, words.replaceAll('\n', ' '))];
  const chosen = typeof asLines === 'string' ? asOneLine : asLines;
  if (typeof chosen !== 'string') return answer(inOrder(options, chosen), comment);
  return unclear(`${typeof asLines === 'string' ? asLines : chosen} ${ask}`);
}

/** The options that the pieces of `words` name; the reason in words when one of them names none, or more than one. */
function chosenIn(options: readonly string[], words: string): Set<number> | string {
  const chosen = new Set<number>();
  for (const piece of piecesOf(options, words)) {
    const found = named(options, piece);
    const said = piece.length > 60 ? 'a part of it' : `"${piece}"`;
    if (found === 'several') return `We could not tell which of the options you mean by ${said}.`;
    if (found === undefined) return `We could not find ${said} among the options.`;
    chosen.add(found.option);
  }
  return chosen.size > 0 ? chosen : 'We could not tell which of the options you mean.';
}

function inOrder(options: readonly string[], chosen: ReadonlySet<number>): string[] {
  return options.filter((_, option) => chosen.has(option));
}

/** The options in a text that consists of nothing but options in full, their letters and "and". */
function allMentioned(options: readonly string[], words: string): Set<number> | undefined {
  let rest = ` ${optionText(words)} `;
  const found = mentioned(options, words);
  if (found.length === 0) return undefined;
  const texts = found.map(({ option }) => options[option] ?? '').sort((one, other) => other.length - one.length);
  for (const text of texts) rest = rest.replace(` ${optionText(text)} `, '  ');
  const letters = new Set(found.map(({ option }) => letterOf(option)));
  const isRest = rest.split(' ').every((word) => word === '' || letters.has(word) || ands.has(word));
  return isRest ? new Set(found.map(({ option }) => option)) : undefined;
}

/**
 * "a e c" and "a, e c" are three options in English, and two with an "and" between them in Italian. Where there is no
 * option of that letter, as in "c i e" of five options, it can only be the word.
 */
function hasDoubtfulLetter(options: readonly string[], words: string): boolean {
  const doubtful = [...'eiyo'].filter((one) => one.charCodeAt(0) - 97 < options.length);
  const pieces = words.trim().toLowerCase().split(',');
  return pieces.some((piece, index) => {
    const letters = piece.trim().split(/\s+/);
    if (letters.length < 2 || !letters.every((one) => /^[a-z]$/.test(one))) return false;
    const rises = letters.every((one, at) => at === 0 || one > (letters[at - 1] ?? ''));
    const inner = letters.slice(index > 0 ? 0 : 1, -1).some((one) => doubtful.includes(one));
    return inner && (letters.length <= 3 || !rises);
  });
}

/** Words in brackets and after a dash are remarks: "a, c (especially grants)". */
function withoutAsides(said: string): { words: string; comment: string } {
  const asides: string[] = [];
  let words = said.replace(/\(([^()]{3,300})\)/g, (whole, inside: string) => {
    if (optionText(inside).length < 3) return whole;
    asides.push(inside.trim());
    return ' ';
  });
  const dash = /[^\n]\s[-–—]{1,2}\s(?=\S)/u.exec(words);
  if (dash && !words.slice(0, dash.index).includes('\n') && !/^\s*[-–—*•]/u.test(words)) {
    const rest = words.slice(dash.index + 1).replace(/^[\s–—-]{1,5}/u, '');
    if (!/^[a-z](?:[\s,)]|$)/i.test(rest)) {
      asides.unshift(rest.trim());
      words = words.slice(0, dash.index + 1);
    }
  }
  return { words: words.trim(), comment: asides.join('; ') };
}

/** What was said, cut into what should each be one option. Options that contain commas or "and" are taken out whole first. */
function piecesOf(options: readonly string[], words: string): string[] {
  const pieces: string[] = [];
  for (const line of words.split(/[\n;]/)) {
    const item = line.replace(/^\s*[-–—*•]\s?/u, '').trim();
    if (item === '') continue;
    if (isOne(options, item)) pieces.push(item);
    else pieces.push(...cutAtCommas(options, item));
  }
  return pieces;
}

function cutAtCommas(options: readonly string[], item: string): string[] {
  const atCommas = regroup(options, item.split(/[,、，/]/));
  return atCommas.flatMap((piece) => {
    if (isOne(options, piece)) return [piece];
    if (isLetters(options, piece)) return piece.split(/\s+/);
    const atAnd = regroup(options, piece.split(and));
    return atAnd.flatMap((part) => (isLetters(options, part) ? part.split(/\s+/) : [part]));
  });
}

/** Puts pieces back together where an option itself contains the separator. */
function regroup(options: readonly string[], cut: readonly string[]): string[] {
  const pieces = cut.map((piece) => withoutLead(options, piece)).filter((piece) => piece !== '');
  const done: string[] = [];
  for (let at = 0; at < pieces.length; ) {
    let taken = 1;
    for (let length = Math.min(6, pieces.length - at); length > 1; length -= 1) {
      const joined = pieces.slice(at, at + length).join(' and ');
      const bare = pieces.slice(at, at + length).join(' ');
      if (mentionsExactly(options, joined) || mentionsExactly(options, bare)) {
        taken = length;
        break;
      }
    }
    done.push(taken === 1 ? (pieces[at] ?? '') : pieces.slice(at, at + taken).join(' and '));
    at += taken;
  }
  return done.flatMap((piece) =>
    piece.includes(' and ') && !isOne(options, piece) ? [wholeOption(options, piece)] : [piece],
  );
}

function mentionsExactly(options: readonly string[], words: string): boolean {
  const text = optionText(words);
  return options.some((option) => optionText(option) === text);
}

function wholeOption(options: readonly string[], joined: string): string {
  const bare = optionText(joined.replaceAll(' and ', ' '));
  return options.find((option) => optionText(option) === bare) ?? joined;
}

/** Without the "and" that a piece begins with. A single letter may be an option itself, except before words of one: "e funding". */
function withoutLead(options: readonly string[], piece: string): string {
  const words = piece
    .trim()
    .replace(/^(?:and|also|und|auch|et|en|och|oraz)\s(?=\S)/i, '')
    .replace(/[.!]$/, '')
    .trim();
  const rest = /^[yei]\s(\S{2}.*)$/is.exec(words)?.[1];
  if (rest === undefined || named(options, words) !== undefined) return words;
  return mentionsExactly(options, rest) ? rest : words;
}

function isOne(options: readonly string[], words: string): boolean {
  const found = named(options, words);
  return found !== undefined && found !== 'several' && mentioned(options, words).length <= 1;
}

/** "a c e": letters with nothing between them but spaces. */
function isLetters(options: readonly string[], words: string): boolean {
  const letters = words.trim().split(/\s+/);
  return (
    letters.length > 1 &&
    letters.every((one) => /^[a-z][).]?$/i.test(one) && one.toLowerCase().charCodeAt(0) - 97 < options.length)
  );
}
