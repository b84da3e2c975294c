import { type FormDefinition, labelOf } from '#domain/forms/form.ts';
import { foldedWords, plain } from '../text/words.ts';
import { optionText } from '../values/named-option.ts';
import { comparable } from './change-words.ts';

/** A question that is named at the beginning of some words. `plainly`: it is called a question, not just a number. */
export interface Reference {
  question: number;
  /** What stands behind it. */
  rest: string;
  plainly: boolean;
  by: 'number' | 'name';
}

const article = /^(?:(?:the|my|our|die|der|das|meine?|la|le|ma|mon|minha|a|o|mi|il|mia|de|het|mijn|min) )?/u;
const called =
  /^(?:(?:answers?|repl(?:y|ies)|responses?|votes?|questions?|numbers?|items?|points?|pairs?|frage|antwort|nummer|punkt|question|reponse|numero|point|pergunta|resposta|ponto|pregunta|respuesta|punto|domanda|risposta|vraag|antwoord|fraga|svar|pytanie|odpowiedz)(?:\s(?:to|for|of|on|under|in|no\.?|nr\.?|question|number|zu|auf|a|para|per|op|pa))*\s*)+/u;
const numeral =
  /^(?:(?:q|no\.?|nr\.?|n\.?[o°º])\s?|#\s?)?(\d{1,3})(?![\d%]|[.,:/-]\d|\s?(?:st|nd|rd|th|am|pm)(?!\p{L}))[)\]]?/u;

/** The words of a form by which its questions can be told apart. */
export class References {
  readonly #form: FormDefinition;
  readonly #names: [name: string, question: number][] = [];
  #telling: Map<string, Set<number>> | undefined;

  constructor(form: FormDefinition) {
    this.#form = form;
    const owners = new Map<string, Set<number>>();
    for (const [index, question] of form.questions.entries()) {
      for (const name of new Set(
        [labelOf(question), question.key, labelOf({ ...question, label: undefined })].map(optionText),
      )) {
        if (name.length < 3) continue;
        const own = owners.get(name) ?? new Set();
        owners.set(name, own.add(index));
      }
    }
    for (const [name, own] of owners) {
      const [only, ...more] = own;
      if (only !== undefined && more.length === 0) this.#names.push([name, only]);
    }
    this.#names.sort(([one], [other]) => other.length - one.length);
  }

  /** The question that `words` begin with. */
  at(words: string): Reference | undefined {
    return this.#byNumber(words) ?? this.#byName(words);
  }

  #byNumber(words: string): Reference | undefined {
    const text = comparable(words);
    const start = article.exec(text)?.[0].length ?? 0;
    const name = called.exec(text.slice(start))?.[0] ?? '';
    const from = name === '' ? 0 : start + name.length;
    const match = numeral.exec(text.slice(from));
    const question = Number(match?.[1]) - 1;
    if (!match || !this.#form.questions[question]) return undefined;
    const plainly = name !== '' || /^[q#n]/u.test(match[0]);
    return { question, rest: words.slice(from + match[0].length), plainly, by: 'number' };
  }

  #byName(words: string): Reference | undefined {
    const text = comparable(words);
    const start =
      (article.exec(text)?.[0].length ?? 0) +
      (/^(?:answer to |answer for |answer on )/u.exec(text.replace(article, ''))?.[0].length ?? 0);
    const rest = words.slice(start);
    const own = comparable(rest.slice(0, 60));
    for (const [name, question] of this.#names) {
      const length = lengthOf(own, name);
      if (length > 0) return { question, rest: rest.slice(length), plainly: true, by: 'name' };
    }
    return undefined;
  }

  /** The one question that `words` have distinctive words of, and how many; or none. */
  byWords(
    words: string,
    among: (question: number) => boolean = () => true,
  ): { question: number; count: number } | undefined {
    const telling = this.#telling ?? this.#findTelling();
    const scores = new Map<number, number>();
    const counts = new Map<number, number>();
    for (const word of new Set(contentOf(words))) {
      const own = telling.get(word);
      for (const question of own ?? []) {
        if (!among(question)) continue;
        scores.set(question, (scores.get(question) ?? 0) + 1 / (own?.size ?? 1));
        counts.set(question, (counts.get(question) ?? 0) + 1);
      }
    }
    const [best, next] = [...scores].sort(([, one], [, other]) => other - one);
    const isOne = best !== undefined && best[1] >= 1 && best[1] > (next?.[1] ?? 0);
    return isOne ? { question: best[0], count: counts.get(best[0]) ?? 0 } : undefined;
  }

  /** Whether a question about an amount is asked in one of these words. */
  isAskedIn(words: string, question: number): boolean {
    const telling = this.#telling ?? this.#findTelling();
    return contentOf(words).some((word) =>
      [...(telling.get(word) ?? [])].some((one) => one !== question && this.#form.questions[one]?.type === 'number'),
    );
  }

  #findTelling(): Map<string, Set<number>> {
    const telling = new Map<string, Set<number>>();
    for (const [index, question] of this.#form.questions.entries()) {
      for (const word of contentOf([question.ask, labelOf(question), question.key].join(' '))) {
        const own = telling.get(word) ?? new Set();
        telling.set(word, own.add(index));
      }
    }
    this.#telling = telling;
    return telling;
  }
}

/** How much of `text`, which is as it was written but for its accents, the words of `name` take up at its beginning. */
function lengthOf(text: string, name: string): number {
  let at = 0;
  for (const word of name.split(' ')) {
    const skipped = /^[^\p{L}\p{N}+#&]*/u.exec(text.slice(at))?.[0].length ?? 0;
    if (at > 0 && skipped === 0) return 0;
    if (!text.startsWith(word, at + skipped)) return 0;
    at += skipped + word.length;
  }
  return /[\p{L}\p{N}+#&]/u.test(text[at] ?? '') ? 0 : at;
}

/** Words that many questions have, or that say nothing of what is asked. */
const common = new Set(
  foldedWords(
    `a an and any are as at be been before but by can could did do does each every for from had has have how i if in into is it its like many may me more most much my
    no not of on one only or other our out please should so some somebody someone than that the their them then there these they this those to until up us want was we were what when
    where which who whom whose why will with would yes you your answer answers question questions number`,
  ),
);

/** The words of `words` that tell what is spoken of, without the endings of plurals. */
export function contentOf(words: string): string[] {
  return foldedWords(plain(words))
    .map((word) => word.replace(')', ''))
    .filter((word) => !common.has(word) && /\p{L}{3}/u.test(word))
    .map(stemOf);
}

export function stemOf(word: string): string {
  return word.length > 4 ? word.replace(/ies$/u, 'y').replace(/(?<=[^s])s$/u, '') : word;
}
