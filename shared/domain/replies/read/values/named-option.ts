import { allowedEdits, editDistance } from '../text/edit-distance.ts';
import { plain } from '../text/words.ts';

/** How an option was named: by its letter or all its words, by some of them, or by words that are nearly its own. */
export type Named =
  | { option: number; by: 'letter' | 'words' | 'number' | 'beginning' | 'typo' }
  | 'several'
  | undefined;

/** Words as options are compared: without accents, punctuation and capitals. */
export function optionText(text: string): string {
  return plain(text)
    .replace(/[^\p{L}\p{N}+#&]+/gu, ' ')
    .trim();
}

/** The option that `said` names as a whole; `several` when it could be more than one. */
export function named(options: readonly string[], said: string): Named {
  const words = optionText(said);
  if (words === '' || said.length > 300) return undefined;
  const texts = options.map(optionText);
  const exact = matching(texts, (text) => text === words);
  if (exact.length === 1) return byLetterToo(options, said, exact[0] ?? 0);
  if (exact.length > 1) return 'several';
  return letter(options, said) ?? number(options, words) ?? beginning(texts, words) ?? typo(texts, words);
}

/** An option whose text is a letter ("B") while another one has that letter is two options. */
function byLetterToo(options: readonly string[], said: string, exact: number): Named {
  const other = letter(options, said);
  if (other && other !== 'several' && other.option !== exact) return 'several';
  return { option: exact, by: 'words' };
}

/** "a", "a)", "(a)", "option a", "a) mentor". The words after a letter have to be the option's own. */
function letter(options: readonly string[], said: string): Named {
  const match =
    /^(?:(?:option|answer|antwort|opción|opção|opzione|optie|alternativ|svar|odpowiedź)\s)?[[(*]{0,2}([a-z])(?:[)\]*.:]{1,3}|\s?[-–—]|$|\s(?=\S))\s?(.*)$/isu.exec(
      said.trim(),
    );
  const [, name, rest = ''] = match ?? [];
  if (!name) return undefined;
  const option = name.toLowerCase().charCodeAt(0) - 97;
  const text = options[option];
  if (text === undefined) return undefined;
  const words = optionText(rest);
  if (words === '' || words === optionText(text)) return { option, by: 'letter' };
  // "a mentor" is the article, and "b) mentor" where b is another one is a contradiction; neither is decided here.
  if (!/^[[(*]{0,2}[a-z][)\].:]/i.test(said.trim())) return undefined;
  const other = named(options, rest);
  if (other === undefined) return undefined;
  // "e. not" is no short way of writing "e. Not decided yet".
  const isCut = other !== 'several' && other.by === 'beginning' && words.length < 4;
  return other !== 'several' && other.option === option && !isCut ? { option, by: 'letter' } : 'several';
}

/** "2" or "second" for the second option, unless the options have figures of their own. */
function number(options: readonly string[], words: string): Named {
  if (options.some((text) => /\p{N}/u.test(text))) return undefined;
  const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
  const ordinal = /^(?:the )?([a-z]+)(?: one| option)?$/.exec(words)?.[1] ?? '';
  const option = /^\d{1,2}$/.test(words) ? Number(words) - 1 : ordinals.indexOf(ordinal);
  return option >= 0 && option < options.length ? { option, by: 'number' } : undefined;
}

/** The beginning of one option, or whole words that one option alone has, in its order. */
function beginning(texts: readonly string[], words: string): Named {
  const isFigure = /^\d+$/.test(words);
  if (words.length < 2 && !isFigure) return undefined;
  // "2" begins "2 hours" and not "20 hours".
  const start = isFigure ? `${words} ` : words;
  const starting = matching(texts, (text) => text.startsWith(start));
  if (starting.length === 1) return { option: starting[0] ?? 0, by: 'beginning' };
  if (starting.length > 1) return 'several';
  if (words.length < 4) return undefined;
  const within = matching(texts, (text) => ` ${text} `.includes(` ${words} `));
  if (within.length === 1) return { option: within[0] ?? 0, by: 'beginning' };
  return within.length > 1 ? 'several' : undefined;
}

/** Nearly the words of one option, and clearly further from every other. */
function typo(texts: readonly string[], words: string): Named {
  const near = texts
    .map((text, option) => ({ option, away: Math.abs(text.length - words.length) > 2 ? 9 : editDistance(text, words) }))
    .filter(({ option, away }) => away <= allowedEdits((texts[option] ?? '').length))
    .sort((one, other) => one.away - other.away);
  const [best, next] = near;
  if (!best) return undefined;
  return next && next.away === best.away ? 'several' : { option: best.option, by: 'typo' };
}

/** Options that are mentioned by all their words anywhere in `said`; a longer option hides one that it contains. */
export function mentioned(options: readonly string[], said: string): { option: number; at: number }[] {
  const words = ` ${optionText(said)} `;
  const texts = options.map((text, option) => ({ option, text: ` ${optionText(text)} ` }));
  texts.sort((one, other) => other.text.length - one.text.length);
  const taken: [number, number][] = [];
  const found: { option: number; at: number }[] = [];
  for (const { option, text } of texts) {
    if (text.trim() === '') continue;
    for (let at = words.indexOf(text); at >= 0; at = words.indexOf(text, at + 1)) {
      const end = at + text.length - 1;
      if (taken.some(([from, to]) => at < to && from < end)) continue;
      taken.push([at, end]);
      found.push({ option, at });
      break;
    }
  }
  return found.sort((one, other) => one.at - other.at);
}

function matching(texts: readonly string[], is: (text: string) => boolean): number[] {
  return texts.flatMap((text, option) => (is(text) ? [option] : []));
}
