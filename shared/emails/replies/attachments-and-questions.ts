import { isAsking } from '#domain/forms/participant-questions.ts';
import { firstNameOrFull } from '#domain/names/called.ts';
import { wordsOf } from '#shared/words/index.ts';
import type { Block } from '../content.ts';
import type { EmailContext } from '../context.ts';
import { quotedAtEnd } from '../parts/answer-words.ts';
import { paragraph } from '../parts/phrases.ts';

/** What came along with the answers of a reply: files and questions, and what we say about them. */

interface Files {
  kept?: readonly string[] | undefined;
  refused?: readonly string[] | undefined;
}

/** What we did with files. Their names are somebody else's words: cleaned and shortened when the reply came in. */
export function filesWords({ kept = [], refused = [] }: Files, { cohort }: EmailContext, isComplete = false): Block[] {
  const words = wordsOf(cohort.language);
  const said = (files: readonly string[]) => ({
    n: files.length,
    files: words.list(files),
    isComplete: isComplete ? 'yes' : 'no',
  });
  return [
    ...(kept.length > 0 ? [paragraph(words.besideAnswers.kept(said(kept)))] : []),
    ...(refused.length > 0 ? [paragraph(words.besideAnswers.refused(said(refused)))] : []),
  ];
}

interface Beside {
  /** Words that answer nothing: the coordinator has them. */
  passedOn?: string | undefined;
  /** Nobody has them, for who would get them is their writer. */
  unheard?: string | undefined;
  /** They were on a confidential form, and wait for their writer's word. */
  confided?: string | undefined;
}

/** What became of words that answer nothing, and what to do so that somebody acts on them. */
export function besideWords({ passedOn, unheard, confided }: Beside, context: EmailContext): Block[] {
  const words = wordsOf(context.cohort.language);
  const { name, email } = context.cohort.coordinator;
  const quote = (said: string) => quotedAtEnd(said, words);
  const toCoordinator = { coordinator: name, first: firstNameOrFull(name), email, mail: `mailto:${email}` };
  return [
    ...(passedOn ? [paragraph(hasYourWords(passedOn, context))] : []),
    ...(unheard ? [paragraph(words.besideAnswers.unheard({ quote: quote(unheard) }))] : []),
    ...(confided ? [paragraph(...words.besideAnswers.confided({ ...toCoordinator, quote: quote(confided) }))] : []),
  ];
}

/** That their words have gone to somebody who can answer, and which: an answer that we have missed can be among them. */
function hasYourWords(own: string, { cohort }: EmailContext): string {
  const words = wordsOf(cohort.language);
  const { longQuestion, passedOn, question } = words.besideAnswers;
  const said = { coordinator: cohort.coordinator.name, words: beginningOf(own) };
  if (!isAsking(own)) return passedOn({ ...said, quote: quotedAtEnd(said.words, words) });
  return own.trim().length <= longestShown ? question(said) : longQuestion(said);
}

const longestShown = 160;

/** What is shown of a long text, so that its writer knows it again. */
function beginningOf(words: string): string {
  const line = words.trim().replace(/\s+/gu, ' ');
  return line.length <= longestShown ? line : `${line.slice(0, longestShown).trimEnd().toWellFormed()} ...`;
}
