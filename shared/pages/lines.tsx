import type { ReactNode } from 'react';
import { oneLine } from '#shared/emails/render/clean.ts';

/** Words of people, or about them, a line each and in whichever direction they are written; nothing where there are none. */
export function Lines({ of }: { of: readonly string[] }): ReactNode {
  if (of.length === 0) return null;
  return (
    <ul>
      {of.map((words) => (
        <li key={words} dir="auto">
          {oneLine(words)}
        </li>
      ))}
    </ul>
  );
}
