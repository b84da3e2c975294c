import { type Model, parseMessage, stringifyMessage } from 'messageformat';
import type { Manner, Translation } from './message.ts';

/** What marks the beginning and the end of a sentence that is a message. */
export const marks = ['⟦', '⟧'] as const;

interface Tree {
  readonly [key: string]: string | Tree;
}

/**
 * A language for trying, made of another one: every message is marked, and 40 % longer. What a reader then sees outside of
 * the marks is a sentence that no translation reaches, and what breaks is too tight for a longer language.
 */
export function pseudo<Messages extends Tree>(
  language: Manner & { messages: Messages },
): Manner & { messages: Translation<Messages> } {
  return { ...language, tag: 'en-XA', messages: marked(language.messages) as Translation<Messages> };
}

function marked(messages: Tree): Tree {
  return Object.fromEntries(
    Object.entries(messages).map(([key, inner]) => [
      key,
      typeof inner === 'string' ? stringifyMessage(withMarks(parseMessage(inner))) : marked(inner),
    ]),
  );
}

function withMarks(message: Model.Message): Model.Message {
  return message.type === 'message'
    ? { ...message, pattern: lengthened(message.pattern) }
    : { ...message, variants: message.variants.map((one) => ({ ...one, value: lengthened(one.value) })) };
}

function lengthened(pattern: Model.Pattern): Model.Pattern {
  const letters = pattern.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 0), 0);
  const [begin, end] = marks;
  return [begin, ...pattern, `${'~'.repeat(Math.ceil(letters * 0.4))}${end}`];
}
