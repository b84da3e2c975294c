import { quoted } from './answers.ts';
import type { Block } from './content.ts';
import type { EmailContext } from './context.ts';
import { listed, paragraph } from './phrases.ts';

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

/** That their question has gone to somebody who can answer it, and which: only that much has been passed on. */
export function hasYourQuestion(words: string, { cohort }: EmailContext): string {
  const short = words.length <= 160 && !words.includes('\n');
  return `${cohort.coordinator.name} has your question${short ? `, ${quoted(words)},` : ''} and will answer it.`;
}
