import { narrowest } from '#domain/replies/read/text/lines.ts';
import type { Token } from './ballot-tokens.ts';
import { type Read, tokenFrom } from './pair-numbers.ts';
import { isTight, type Piece } from './pieces.ts';

const abbreviations = /^(?:mr|mrs|ms|dr|prof|sr|sra|nr|ca|evtl|bzw|mme|num)$/;

export function ofSign(pieces: readonly Piece[], at: number, before: readonly Token[]): Read {
  const own = pieces[at];
  if (!own) return { used: 1 };
  const previous = pieces[at - 1];
  const kindOf = (kind: Token['kind']): Read => ({ token: tokenFrom(own, own, { kind }), used: 1 });
  if (own.is === 'break') return isHardBreak(pieces, at) ? kindOf('stop') : { used: 1 };
  switch (own.text.replace('\uFE0F', '')) {
    case '👍':
    case '✅':
    case '✓':
    case '✔':
    case '☑':
      return kindOf('approve');
    case '👎':
    case '❌':
    case '✗':
    case '✘':
    case '☒':
      return kindOf('reject');
    case '.':
      if (previous?.is === 'word' && (abbreviations.test(previous.word) || /^\p{Lu}$/u.test(previous.text)))
        return { used: 1 };
      // "4. no, same team"
      return kindOf(previous?.is === 'number' && isAtStart(before) ? 'colon' : 'stop');
    case '!':
    case ';':
      return kindOf('stop');
    case ')':
    case ']':
      // "4) no"
      if (previous?.is === 'number' && isAtStart(before)) return kindOf('colon');
      return kindOf('close');
    case '(':
    case '[':
      return kindOf('open');
    case '?':
      return kindOf('ask');
    case ':':
    case '->':
    case '→':
      return kindOf('colon');
    case ',':
      return kindOf('comma');
    case '/':
    case '&':
    case '+':
    case '↔':
      return kindOf('slash');
    case '#':
      return kindOf('number');
    case '-':
    case '–':
    case '—':
      if (own.text === '-' && isTight(pieces, at) && previous?.is === 'word') return { used: 1 };
      // A bullet.
      return isAtStart(before, 0) ? { used: 1 } : kindOf('dash');
    case '%':
      return kindOf('word');
    default:
      // "All twelve get a yes :) I liked them"
      if (/^[:;]/.test(own.text)) return kindOf('stop');
      return own.text.startsWith('.') || own.text === '…' ? kindOf('doubt') : { used: 1 };
  }
}

/** Whether what stands last begins its sentence. */
function isAtStart(tokens: readonly Token[], length = 1): boolean {
  const own = tokens.slice(-length - 2, length === 0 ? undefined : -length);
  const last = own.at(-1);
  const isNumbered = length > 0 && last?.kind === 'number';
  const before = isNumbered ? own.at(-2) : last;
  return before === undefined || before.kind === 'stop' || before.kind === 'ask';
}

function behindOf(pieces: readonly Piece[], at: number): Piece | undefined {
  return pieces[at + 2];
}

/** The end of a line ends what is said, unless a mail program has broken the line there. A list goes on with its next number. */
function isHardBreak(pieces: readonly Piece[], at: number): boolean {
  const [own, next, before] = [pieces[at], pieces[at + 1], pieces[at - 1]];
  if (!own || !before) return false;
  if (own.text.indexOf('\n') !== own.text.lastIndexOf('\n')) return true;
  let first = at - 1;
  while (first > 0 && pieces[first - 1]?.is !== 'break') first -= 1;
  const length = before.end - (pieces[first]?.start ?? 0);
  if (length < narrowest) return !/^[,(]$/.test(before.text);
  // "- 7: no" behind "- 1-6: ok".
  const isBullet = (piece: Piece | undefined) => /^[-–•*]$/.test(piece?.text ?? '');
  if (isBullet(pieces[first]) && isBullet(next) && next?.end !== behindOf(pieces, at)?.start) return true;
  if (next?.is !== 'number') return false;
  const behind = pieces[at + 2];
  const goesOn = behind?.is === 'word' || (/^[-–—,.:)]$/.test(behind?.text ?? '') && pieces[at + 3]?.is !== 'break');
  const isListed = pieces[first]?.is === 'number' && goesOn && !/^[,(]$/.test(before.text);
  return isListed || (/^[.:)]$/.test(pieces[at + 2]?.text ?? '') && /^[.!?]$/.test(before.text));
}
