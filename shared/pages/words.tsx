import type { ReactNode } from 'react';
import type { Inline } from '#shared/words/message.ts';

/** A message with links in it, as elements of a page. */
export function Said({ of }: { of: readonly Inline[] }): ReactNode {
  return of.map((part) => {
    if (typeof part === 'string') return part;
    if ('strong' in part) return <strong key={part.strong}>{part.strong}</strong>;
    return (
      <a href={part.href} key={part.href}>
        {part.words}
      </a>
    );
  });
}
