import { missing, type Question } from '#domain/forms/form.ts';
import { plain } from '../text/words.ts';
import {
  aboutTopic,
  afterChoosing,
  afterMistaken,
  becomes,
  insteadOf,
  isApproval,
  numbersToChange,
  withoutClosing,
} from './change-words.ts';
import { wholeValue } from './corrected-value.ts';
import { type Correction, unclearChange } from './correction.ts';
import { type Basis, change, replace } from './make-correction.ts';
import type { Reference } from './question-references.ts';

/** A clause that begins with the number or the name of a question. */
export function readNamed(basis: Basis, clause: string, said: string): Correction[] | undefined {
  const reference = basis.references.at(clause);
  if (!reference) return undefined;
  const { question, rest, plainly } = reference;
  // "4 and 5 are wrong" is about both.
  if (reference.by === 'number' && /^\s*(?:&|and|und|et|e|y|en|och|i)\s+(?:#|q)?\d/iu.test(rest)) return undefined;
  if (isApproval(rest.replace(/^\s*(?:is|are)\s/iu, ''))) return readApproval(basis, question, rest, said);
  const wrong = afterMistaken(rest);
  if (wrong !== undefined)
    return [
      wrong.trim() === ''
        ? { ...unclearChange(question, said), isMistake: true }
        : change(basis, question, wrong, said, true),
    ];
  const next = becomes(rest);
  // "Share is important to me": a name that is a word of every day needs a sign that it is a name.
  if (next) {
    const made = change(basis, question, next.value, said, next.certain || basis.corrects);
    const isSure = next.certain || reference.by === 'number' || made.why === undefined;
    return isSure ? [made] : undefined;
  }
  if (reference.by === 'number') return readBare(basis, reference, clause, said, plainly);
  // "Capacity 1", "Room for 1": what we call it, and nothing but a value.
  const asked = basis.form.questions[question];
  const value = asked && asked.type !== 'text' && /^\s/.test(rest) ? wholeValue(asked, rest) : undefined;
  return value === undefined ? undefined : [{ question, said, value, corrects: basis.corrects }];
}

/** "6 is fine" is a yes to a question that takes one, or says that nothing is to be changed. */
function readApproval(basis: Basis, index: number, rest: string, said: string): Correction[] {
  const question = basis.form.questions[index];
  const known = question && basis.answers[question.key];
  if (known !== undefined && (question?.type !== 'yesno' || known === true)) return [];
  return [change(basis, index, becomes(rest)?.value ?? rest, said, basis.corrects)];
}

/** "11 1", "16 b": nothing but a number and a value that fits. */
function readBare(
  basis: Basis,
  { question: index, rest }: Reference,
  clause: string,
  said: string,
  plainly: boolean,
): Correction[] | undefined {
  const question = basis.form.questions[index];
  // "3 out of 10", "4 / 5" and "2 years" among answers without numbers are no numbers of questions.
  const isAmount = /^\s+(?:\/|out of|of|von|sur|de|di|van|av)\s/iu.test(rest);
  if (!question || !/^\s/.test(rest) || isAmount || !isAnswered(basis, question)) return undefined;
  if (/^\s+(?:should|must|shouldn['’]?t|is|are|was|isn['’]?t)\s/iu.test(rest)) return [unclearChange(index, said)];
  const instead = insteadOf(rest);
  const made = instead ? replace(basis, index, instead, said) : change(basis, index, rest, said, basis.corrects);
  if (made.why !== undefined || made.comment !== undefined || question.type === 'text')
    return plainly || (question.type === 'text' && /^\s+\p{Lu}/u.test(rest)) ? [unclearChange(index, said)] : undefined;
  if (plainly) return [made];
  // "1 mentee" may be the answer to the first question, and the number that another one asks for.
  if (basis.references.isAskedIn(rest, index)) return [unclearChange(index, said)];
  return clause.length <= 60 ? [made] : undefined;
}

/** A number alone names a question only to somebody who has answered it, or all. */
function isAnswered(basis: Basis, { key }: Question): boolean {
  return basis.answers[key] !== undefined || missing(basis.form, basis.answers).length === 0;
}

/** "About 12: b", "I have changed my mind on 12, b please". */
export function readTopic(basis: Basis, clause: string, said: string): Correction[] | undefined {
  const about = aboutTopic(clause);
  const reference = about && basis.references.at(about.rest);
  if (!about || !reference) return undefined;
  const corrects = about.changesMind || basis.corrects;
  const chosen = afterChoosing(reference.rest);
  const hasSign = /^\s*[,:–-]/u.test(reference.rest) || chosen !== reference.rest;
  if (!hasSign && becomes(reference.rest) === undefined) {
    if (reference.rest.replace(/[\s.!]/g, '') === '' && about.changesMind)
      return [unclearChange(reference.question, said)];
    return undefined;
  }
  const value = (becomes(chosen)?.value ?? chosen).replace(/^[\s,:–-]+/u, '');
  const isSet = /^\s*:/u.test(reference.rest);
  const made = { ...change(basis, reference.question, value, said, corrects || isSet), corrects };
  return made.why === undefined || reference.plainly || corrects ? [made] : undefined;
}

/** "yes to 3", "mentee for question 1". */
export function readValueTo(basis: Basis, clause: string, said: string): Correction[] | undefined {
  const [, value = '', where = ''] =
    /^(\S.{0,60}?)\s(?:to|for|zu|à|para|per)\s(\S.{0,30})$/iu.exec(withoutClosing(clause)) ?? [];
  const reference = where === '' ? undefined : basis.references.at(where);
  const question = reference?.rest.trim() === '' ? basis.form.questions[reference.question] : undefined;
  if (!reference || !question || reference.by === 'name' || question.type === 'text') return undefined;
  // "5 to 9" is a time of day.
  if (!reference.plainly && /^\d/.test(value)) return undefined;
  return wholeValue(question, value) === undefined
    ? undefined
    : [change(basis, reference.question, value, said, basis.corrects)];
}

/** "I am not sure about question 11": named, and nothing that we understand. */
export function readMention(basis: Basis, clause: string, said: string): Correction[] | undefined {
  const found =
    /(?<![\p{L}])(?:questions?|answers?|number|frage|antwort|question|reponse|pergunta|resposta|pregunta|respuesta|domanda|risposta|vraag|antwoord|fraga|svar|pytanie)\s+(?:to\s+|no\.?\s*|#\s*)?\d{1,3}(?![\d.,]\d)|#\d{1,3}/iu.exec(
      plain(clause),
    ) ??
    /(?<=^(?:should|is|was|shouldn't|isn't|could|can|shall) )\d{1,3}(?=\s(?:be|not|really|to be)\s)/u.exec(
      plain(clause),
    );
  const reference = found && basis.references.at(found[0]);
  if (reference) return [unclearChange(reference.question, said)];
  const numbers = numbersToChange(clause).filter((number) => basis.form.questions[number - 1]);
  return numbers.length > 0 ? numbers.map((number) => unclearChange(number - 1, said)) : undefined;
}
