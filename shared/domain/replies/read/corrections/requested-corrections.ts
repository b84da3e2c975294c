import { fromTo, request, toValue, withoutClosing } from './change-words.ts';
import { changedSet, optionsIn } from './corrected-value.ts';
import { type Correction, unclearChange } from './correction.ts';
import { type Basis, change, eitherOf, replace } from './make-correction.ts';
import type { Reference } from './question-references.ts';

/** "Please change 16 to b", "add French to my languages", "remove German". */
export function readRequest(basis: Basis, clause: string, said: string): Correction[] | undefined {
  const asked = request(clause);
  if (!asked) return undefined;
  const what = withoutClosing(asked.what);
  if (asked.does !== 'change') return readOptions(basis, asked.does, what, said);
  const reference = basis.references.at(what);
  if (!reference) return undefined;
  const rest = fromTo(reference.rest.trim());
  if (rest) return [replace(basis, reference.question, rest, said)];
  const value = toValue(reference.rest);
  if (value !== undefined) return [change(basis, reference.question, value, said, true)];
  if (reference.rest.trim() === '') return [unclearChange(reference.question, said)];
  // "make 11 1" is a change, "fix 2 dates with me" is not.
  const weak = change(basis, reference.question, reference.rest, said, true);
  return weak.why === undefined || reference.plainly ? [weak] : undefined;
}

/** Options that are put to a known set, or taken from it. */
function readOptions(basis: Basis, does: 'add' | 'remove', what: string, said: string): Correction[] | undefined {
  const place =
    /^(.+?)\s(?:to|in|into|from|of|under|at|for|off|zu|von|aus|a|de|da|do|dans|en|em|su|till|fran|aan|van)\s(.{1,60})$/isu.exec(
      what,
    );
  const [, options = what, where = ''] = place ?? [];
  const at = where === '' ? undefined : (basis.references.at(where) ?? placeByWords(basis, where));
  if (at && at.rest.trim() === '') return [changeOptions(basis, at.question, does, options, said)];
  const fitting = basis.form.questions.flatMap((question, index) =>
    question.type === 'choices' && optionsIn(question, what) ? [index] : [],
  );
  return eitherOf(fitting, said, (question) => changeOptions(basis, question, does, what, said));
}

function placeByWords(basis: Basis, where: string): Reference | undefined {
  const found = basis.references.byWords(where);
  return found && { question: found.question, rest: '', plainly: true, by: 'name' };
}

function changeOptions(basis: Basis, index: number, does: 'add' | 'remove', options: string, said: string): Correction {
  const question = basis.form.questions[index];
  const value = question && changedSet(question, does, options, basis.answers[question.key] ?? []);
  return value ? { question: index, said, value, corrects: true } : unclearChange(index, said);
}
