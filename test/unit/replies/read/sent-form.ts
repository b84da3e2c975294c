import { numbered } from '#domain/forms/form.ts';
import type { Sent } from '#domain/replies/read/reply-reading.ts';
import { renderHtml } from '#shared/emails/render/html.tsx';
import { renderText } from '#shared/emails/render/plain-text.ts';
import type { Answered } from './arbitrary.ts';

/** What is read of a message in which nothing is theirs, and nothing is missing. */
export const silent = { answers: {}, missing: [], unclear: [], note: '', comments: {}, intent: 'nothing' };

/** The message that asks a form, as it is sent. */
export function asked({ form }: Answered): Sent {
  const email = {
    subject: form.title,
    language: 'en',
    blocks: [
      { kind: 'paragraph' as const, of: ['Hello Ada, please reply and type under the questions by Friday 12 March.'] },
      { kind: 'questions' as const, of: numbered(form) },
      { kind: 'small' as const, of: ['If it is not for you, reply "no thanks". Nobody else sees it.'] },
      { kind: 'signature' as const, of: 'Maria Ortiz, for the program' },
    ],
  };
  return { text: renderText(email), html: renderHtml(email) };
}

/** Types the answers under the questions of the plain text; every line of ours gets `mark`. */
export function typedUnder({ said }: Answered, text: string, mark: string): string {
  const done: string[] = [];
  let open = -1;
  for (const line of text.split('\n')) {
    const starts = /^(\d+)\. /.exec(line);
    if (line === '' && open >= 0) {
      done.push(mark.trimEnd(), said[open] ?? '', '');
      open = -1;
    }
    if (starts) open = Number(starts[1]) - 1;
    done.push((mark + line).trimEnd());
  }
  return done.join('\n');
}

export const attribution = 'On Mon, 1 Feb 2027 at 10:00, Maria Ortiz <maria@example.org> wrote:\n\n';
