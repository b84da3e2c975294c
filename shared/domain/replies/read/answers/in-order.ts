import { type Answers, applies, type FormDefinition } from '#domain/forms/form.ts';
import { understand } from '../values/understand-answer.ts';

/** A line of a reply, and the question that it answers by its place. */
export interface InOrder {
  question: number;
  said: string;
}

/** As many answers as make an order out of lines, and how many of them have to be more than words. */
const fewest = { lines: 4, values: 4, share: 0.6 };
/** Lines and questions of more are no quick list; and how many ways of laying them side by side are tried. */
const most = { lines: 60, steps: 20_000 };

/**
 * Answers one below the other, without numbers: as many as there are questions, each an answer to the question in its place.
 * Questions that need no answer may be left out. Undefined where the lines fit the questions in two ways, or in none.
 */
export function answersInOrder(form: FormDefinition, prose: string): InOrder[] | undefined {
  const lines = linesOf(prose);
  if (lines.length < fewest.lines || lines.length > most.lines) return undefined;
  const search = new Search(form, lines);
  search.from(0, 0, {}, []);
  const [only, ...others] = search.found;
  if (!only || others.length > 0 || search.isCut) return undefined;
  const values = only.filter(({ question }) => form.questions[question]?.type !== 'text').length;
  return values >= fewest.values && values >= fewest.share * only.length ? only : undefined;
}

/** The lines with something on them; "4 5 4 3" is four of them. */
function linesOf(prose: string): string[] {
  return prose.split('\n').flatMap((line) => {
    const words = line.trim();
    if (words === '') return [];
    const pieces = words.split(/[\s,;]+/);
    const areValues =
      pieces.length > 2 &&
      pieces.every((piece) => /^(?:[+-]?\d{1,3}|[yn]|yes|no|ja|nein|oui|non|sim|não|si|sí)[.)]?$/iu.test(piece));
    return areValues ? pieces : [words];
  });
}

class Search {
  readonly found: InOrder[][] = [];
  #steps = 0;
  readonly #form: FormDefinition;
  readonly #lines: readonly string[];

  constructor(form: FormDefinition, lines: readonly string[]) {
    this.#form = form;
    this.#lines = lines;
  }

  get isCut(): boolean {
    return this.#steps >= most.steps;
  }

  /** Lays the lines from `line` on beside the questions from `index` on. */
  from(line: number, index: number, answers: Answers, so: readonly InOrder[]): void {
    this.#steps += 1;
    if (this.isCut || this.found.length > 1) return;
    const question = this.#form.questions[index];
    if (!question) {
      if (line === this.#lines.length) this.found.push([...so]);
      return;
    }
    if (!applies(question, answers)) {
      this.from(line, index + 1, answers, so);
      return;
    }
    const said = this.#lines[line];
    const understood = said === undefined ? undefined : understand(question, said);
    if (said !== undefined && understood?.kind === 'answer' && understood.comment === undefined) {
      this.from(line + 1, index + 1, { ...answers, [question.key]: understood.value }, [
        ...so,
        { question: index, said },
      ]);
    }
    // "-" passes a question over in its place.
    if (understood?.kind === 'skipped') this.from(line + 1, index + 1, answers, so);
    if (question.required === false) this.from(line, index + 1, answers, so);
  }
}
