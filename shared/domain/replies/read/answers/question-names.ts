import { type FormDefinition, labelOf } from '#domain/forms/form.ts';
import { type Aside, questionFor } from '../letter/question-for.ts';
import { foldedWords, type Word, wordsOf } from '../text/words.ts';
import { optionText } from '../values/named-option.ts';
import type { Label } from './label.ts';

/** How the questions of a form are called: made once a form, because each answer under a quoted question is looked at by itself. */
interface Naming {
  names: ReadonlyMap<string, number>;
  /** The questions by the first word of their asks, with all the words. */
  asks: ReadonlyMap<string, readonly { question: number; words: readonly string[] }[]>;
}

const namings = new WeakMap<FormDefinition, Naming>();

/** How the questions of a form are called. */
export function namingOf(form: FormDefinition): Naming {
  const made = namings.get(form);
  if (made) return made;
  const asks = new Map<string, { question: number; words: string[] }[]>();
  for (const [question, { ask }] of form.questions.entries()) {
    const words = foldedWords(ask);
    const [first = ''] = words;
    const own = asks.get(first);
    if (own) own.push({ question, words });
    else asks.set(first, [{ question, words }]);
  }
  const naming = { names: namesOf(form), asks };
  namings.set(form, naming);
  return naming;
}

/** What the questions are called, each name for the one question that has it. A label, which people see, goes before a key. */
function namesOf(form: FormDefinition): Map<string, number> {
  const names = new Map<string, number>();
  // As they are spelled, first: "learned" may be the key of one question and "Learned" the label of another.
  for (const [index, question] of form.questions.entries()) {
    names.set(`=${question.key}`, index);
    names.set(`=${labelOf(question)}`, index);
  }
  const kinds: ((question: FormDefinition['questions'][number]) => string)[] = [
    labelOf,
    ({ key }) => key,
    (question) => labelOf({ ...question, label: undefined }),
    ({ ask }) => ask,
  ];
  for (const nameOf of kinds) {
    const own = form.questions.map((question) => optionText(nameOf(question)));
    const times = new Map<string, number>();
    for (const name of own) times.set(name, (times.get(name) ?? 0) + 1);
    for (const [index, name] of own.entries()) {
      if (name !== '' && times.get(name) === 1 && !names.has(name)) names.set(name, index);
    }
  }
  for (const [aside, words] of Object.entries(otherNames)) {
    const question = questionFor(form, aside as Aside);
    for (const name of words) if (question !== undefined && !names.has(name)) names.set(name, question);
  }
  return names;
}

/** What people call the questions about people in their own lists. */
const otherNames: Record<Aside, readonly string[]> = {
  apart: ['bitte nicht mit', 'please not with', 'not matched with'],
  manager: ['boss', 'my boss', 'my manager', 'line manager', 'chef', 'chefin', 'vorgesetzte', 'vorgesetzter', 'chefe'],
  gender: ['my gender', 'geschlecht', 'genero', 'genre', 'sexe'],
};

/** As many lines as the words of one question are wrapped into by any mail program. */
const mostWrapped = 4;

/** The words of a question that is not marked off by a colon or a question mark: fewer may begin any sentence. */
const fewestWords = 4;

/** A question's own words, with the answer behind them: also where they end in a full stop, or go on in the next line. */
export function askLabel(
  lines: readonly string[],
  line: number,
  asks: Naming['asks'],
): Omit<Label, 'line'> | undefined {
  const first = wordsOf((lines[line] ?? '').slice(0, 40))[0]?.word;
  const alike = first === undefined ? undefined : asks.get(first);
  if (!alike) return undefined;
  const near = lines.slice(line, line + mostWrapped).map((one) => wordsOf(one.slice(0, 600)));
  let longest: Omit<Label, 'line'> | undefined;
  let length = 0;
  for (const { question, words: ask } of alike) {
    // "What would you like to be?" is also how "What would you like to be different?" begins.
    if (ask.length < fewestWords || ask.length <= length) continue;
    let at = 0;
    for (const [offset, words] of near.entries()) {
      const left = ask.length - at;
      if (words.length === 0 || !isSameUpTo(words, ask, at)) break;
      const last = words[left - 1];
      if (last) {
        const end = line + offset;
        const rest = (lines[end] ?? '').slice(last.end).replace(/^[\s?:.=*_]{1,6}(?:[-–—]{1,2}\s)?/u, '');
        longest = { end, question, rest, weak: false, whole: true };
        length = ask.length;
        break;
      }
      at += words.length;
    }
  }
  return longest;
}

/** Whether the words of a line are those of `ask` from `at` on, as far as that goes. */
function isSameUpTo(words: readonly Word[], ask: readonly string[], at: number): boolean {
  const most = Math.min(words.length, ask.length - at);
  for (let index = 0; index < most; index += 1) if (words[index]?.word !== ask[at + index]) return false;
  return true;
}

export function nameLabel(
  text: string,
  line: number,
  names: ReadonlyMap<string, number>,
): Omit<Label, 'line'> | undefined {
  const cut = /[:：=?]|\s[-–—]{1,2}\s/u.exec(text.slice(0, 200));
  if (!cut || cut.index === 0) return undefined;
  const name = text.slice(0, cut.index);
  const question = names.get(`=${name.trim()}`) ?? names.get(optionText(name));
  if (question === undefined) return undefined;
  return {
    end: line,
    question,
    rest: text.slice(cut.index + cut[0].length).replace(/^[\s*_]{1,4}/, ''),
    weak: false,
    named: true,
  };
}
