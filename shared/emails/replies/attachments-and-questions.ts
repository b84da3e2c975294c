import { isAsking } from '#domain/forms/participant-questions.ts';
import { firstNameOrFull } from '#domain/names/called.ts';
import type { Block } from '../content.ts';
import type { EmailContext } from '../context.ts';
import { quotedAtEnd } from '../parts/answer-words.ts';
import { listed, paragraph } from '../parts/phrases.ts';

/** What came along with the answers of a reply: files and questions, and what we say about them. */

interface Files {
  kept?: readonly string[] | undefined;
  refused?: readonly string[] | undefined;
}

/** What we did with files. Their names are somebody else's words: cleaned and shortened when the reply came in. */
export function filesWords({ kept = [], refused = [] }: Files, isComplete = false): Block[] {
  const words: Block[] = [];
  if (kept.length > 0) {
    const what = kept.length === 1 ? 'it' : 'them';
    const then = isComplete ? '.' : '; please type the answers.';
    words.push(paragraph(`We kept ${listed(kept)} with your reply but take no answers from ${what}${then}`));
  }
  if (refused.length > 0) {
    words.push(
      paragraph(
        `We could not take ${listed(refused)}: only text and PDF files can be kept, five at most. If there is an answer in ${refused.length === 1 ? 'it' : 'them'}, please type it.`,
      ),
    );
  }
  return words;
}

/** That their words have gone to somebody who can answer, and which: an answer that we have missed can be among them. */
export function hasYourWords(words: string, { cohort }: EmailContext): string {
  const { name } = cohort.coordinator;
  const shown = beginningOf(words);
  if (isAsking(words) && words.trim().length <= longestShown)
    return `${name} has your question, "${shown}", and will answer it.`;
  const went = isAsking(words)
    ? `Your question, from "${shown}" on, is with ${name}, who will answer it.`
    : `We took no answer from these words and passed them on to ${name}: ${quotedAtEnd(shown)}`;
  return `${went} If there is an answer among them, please send it with the number of its question.`;
}

const longestShown = 160;

/** What is shown of a long text, so that its writer knows it again. */
function beginningOf(words: string): string {
  const line = words.trim().replace(/\s+/gu, ' ');
  return line.length <= longestShown ? line : `${line.slice(0, longestShown).trimEnd().toWellFormed()} ...`;
}

/** Words that nobody but us has seen, and what to do so that somebody acts on them: for who would get them is their writer. */
export function nobodyHas(words: string): string {
  return `You also wrote ${quotedAtEnd(words)} We could not act on that, and nobody else has it.`;
}

/** What was kept of a confidential form, and the two ways in which it can reach somebody who helps. */
export function keptWords(words: string, { cohort }: EmailContext): Block {
  const { name, email } = cohort.coordinator;
  return paragraph(
    `You also wrote ${quotedAtEnd(words)} We have not passed that on. ${name} knows only that you wrote more than answers, and may offer you a call. If ${firstNameOrFull(name)} should read it, reply "pass it on". Or write to ${firstNameOrFull(name)} yourself: `,
    { words: email, href: `mailto:${email}` },
  );
}
