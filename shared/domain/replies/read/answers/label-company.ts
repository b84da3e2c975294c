import type { FormDefinition } from '#domain/forms/form.ts';
import { narrowest } from '../text/lines.ts';
import { understand } from '../values/understand-answer.ts';
import type { Label } from './label.ts';

/**
 * Weak labels count when there are several, and every line between them has one; and when they rise, or what stands behind
 * each is an answer to its question. A sentence right above or below such a list is no part of it; then, as where nothing
 * but a sign stands between number and answer, what is behind every number has to be an answer.
 */
export function withCompany(labels: readonly Label[], lines: readonly string[], form: FormDefinition): Label[] {
  const weak = labels.filter((label) => label.weak);
  if (weak.length === 0) return [...labels];
  const strong = labels.filter((label) => !label.weak);
  if (labels.length < 2) return isAloneAndMeant(labels[0], lines, form) ? [...labels] : strong;
  const isAnswer = ({ question, rest }: Label) => {
    const asked = form.questions[question];
    return asked !== undefined && (asked.type === 'text' || understand(asked, rest).kind === 'answer');
  };
  const rising = labels.every(({ question }, index) => index === 0 || question > (labels[index - 1]?.question ?? 0));
  const isOnce =
    labels.length <= form.questions.length && new Set(labels.map(({ question }) => question)).size === labels.length;
  const company = companyOf(labels, weak, lines);
  if (company === 'none') return labels.filter((label) => !label.weak || isInList(label, weak, form));
  const isCertain = company === 'whole' && !weak.some(({ tight }) => tight);
  if (isCertain && rising) return [...labels];
  const isValue = (label: Label) => form.questions[label.question]?.type !== 'text';
  const hasValues = isCertain || labels.filter(isValue).length > 1;
  const isOrdered = rising || (isCertain && isOnce);
  if (hasValues && isOrdered && labels.every(isAnswer)) return [...labels];
  return labels.filter((label) => !label.weak || isInList(label, weak, form));
}

/** "18 grace lee" as all there is: the number of a question that takes words, and words that are no amount. */
function isAloneAndMeant(label: Label | undefined, lines: readonly string[], form: FormDefinition): boolean {
  if (!label || label.tight || label.question === 0) return false;
  const isAlone = lines.every((line, index) => index === label.line || line.trim() === '');
  const isText = form.questions[label.question]?.type === 'text';
  return isAlone && isText && /^\p{L}{2,}/u.test(label.rest) && !amounts.test(label.rest);
}

/** What is counted, behind a number that is an answer itself. */
const amounts =
  /^(?:years?|yrs?|months?|weeks?|days?|hours?|hrs?|minutes?|mins?|times?|mentees?|mentors?|people|persons?|places?|points?|of|out|or|to|and|is|are|was|in|at|am|pm|st|nd|rd|th|jahre?n?|monate?n?|wochen?|tage?n?|stunden?|mal|personen|plätze|und|oder|von|bis|ans?|mois|semaines?|jours?|heures?|fois|personnes|places|et|ou|de|anos?|mes(?:es)?|semanas?|dias?|horas?|vezes|pessoas|lugares|vagas|ou|e|años?|veces|personas|plazas|y|o|anni?|mesi|settiman[ae]|giorni?|volte|persone|posti|would|should|could|may|might|will|please|thanks|but|maybe|perhaps)(?!\p{L})/iu;

/** Lines of a list that is one whatever stands around it. */
const fewestInList = 4;

/** Whether a label stands in a list that rises and leaves no line out, and has answers behind three of its numbers. */
function isInList(label: Label, weak: readonly Label[], form: FormDefinition): boolean {
  const at = weak.indexOf(label);
  const goesOn = (index: number) => {
    const [one, next] = [weak[index], weak[index + 1]];
    return one && next && next.line === one.end + 1 && next.question > one.question;
  };
  let [from, to] = [at, at];
  while (goesOn(from - 1)) from -= 1;
  while (goesOn(to)) to += 1;
  const values = weak.slice(from, to + 1).flatMap(({ question, rest }) => {
    const asked = form.questions[question];
    return asked && asked.type !== 'text' ? [understand(asked, rest).kind === 'answer'] : [];
  });
  const understood = values.filter((isAnswer) => isAnswer).length;
  return to - from + 1 >= fewestInList && understood >= 3;
}

/** whole: every line of the paragraphs of weak labels has a label. framed: but for lines above the first or below the last. */
function companyOf(
  labels: readonly Label[],
  weak: readonly Label[],
  lines: readonly string[],
): 'whole' | 'framed' | 'none' {
  const labelled = new Set(labels.map(({ line }) => line));
  const [first, last] = [labels[0]?.line ?? 0, labels.at(-1)?.line ?? 0];
  let company: 'whole' | 'framed' = 'whole';
  for (const { line } of weak) {
    for (const step of [-1, 1]) {
      for (let at = line + step; (lines[at] ?? '').trim() !== '' && !labelled.has(at); at += step) {
        const isBroken = (lines[at - 1] ?? '').length >= narrowest && at - 1 >= first;
        if (isBroken) continue;
        if (at > first && at < last) return 'none';
        company = 'framed';
      }
    }
  }
  return company;
}
