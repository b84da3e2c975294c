import { definitionOf } from '#domain/asked.ts';
import { type Answer, labelOf, numbered } from '#domain/form.ts';
import { bounded } from '#domain/replies/outcome/reply-size.ts';
import { shownWords } from '#domain/strangers.ts';
import type { Mail } from '#shared/mail/parse.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import type { Incoming } from './incoming.ts';
import { readingOf } from './understand.ts';

/** What a yes to "was this reply from you?" would take from it, in words that are fit to be shown. */
interface WouldBe {
  answers: { label: string; value: string }[];
  /** What it says besides. */
  note: string;
  wish?: 'stop' | 'decline';
}

/** Reads a reply that is held, so that whoever is asked about it knows what they say yes to. */
export async function wouldBe(incoming: Incoming, mail: Mail): Promise<WouldBe> {
  if (mail.encrypted) return { answers: [], note: '' };
  const program = await cohorts.program(incoming.cohort.id);
  const { reading } = await readingOf(incoming, program, mail);
  const { answers, note } = bounded(reading);
  const given = numbered(definitionOf(incoming.form, program)).flatMap((question) => {
    const answer = answers[question.key];
    return answer === undefined ? [] : [{ label: labelOf(question), value: shownWords(wordsOf(answer)) }];
  });
  const { intent } = reading;
  return {
    answers: given,
    note: shownWords(note),
    ...((intent === 'stop' || intent === 'decline') && { wish: intent }),
  };
}

function wordsOf(answer: Answer): string {
  if (Array.isArray(answer)) return answer.join('; ');
  return typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : String(answer);
}
