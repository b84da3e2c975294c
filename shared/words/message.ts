import { MessageFormat } from 'messageformat';
import { DefaultFunctions } from 'messageformat/functions';

/** Words, words that lead to a page, or words that stand out. */
export type Inline = string | { words: string; href: string } | { strong: string };

/** How a language writes what its messages leave to it. */
export interface Manner {
  /** BCP 47; decides plural forms, lists and dates, and is what an email or page says of its language. */
  tag: string;
  /** The tag whose customs of writing dates and lists are followed. */
  locale: string;
  /** Small numbers in words, from none on: "no answers", "one answer". */
  numbers: readonly string[];
}

/**
 * The placeholders of a message in MessageFormat 2 as a type: `{$name}` is a string, `{$name :count}`, `{$name :integer}` and
 * `{$name :number}` are numbers, and a markup `{#page}...{/page}` is the address that its words lead to.
 */
type Inside<M extends string, Found = never> = M extends `${string}{$${infer Rest}`
  ? Rest extends `${infer Placeholder}}${infer Tail}`
    ? Inside<Tail, Found | Placeholder>
    : Found
  : Found;
type Numeric = 'count' | 'integer' | 'number';
type NumberIn<P> = P extends `${infer Name} :${Numeric}${string}` ? Name : never;
type NameIn<P> = P extends `${infer Name} ${string}` ? Name : P;
type MarkupIn<M extends string> = M extends `${string}{#${infer Name}}${infer Tail}` ? Name | MarkupIn<Tail> : never;
type Values<M extends string> = {
  [Name in NameIn<Inside<M>> | Exclude<MarkupIn<M>, 'strong'>]: Name extends NumberIn<Inside<M>> ? number : string;
};

/** A message as it is said: itself when it has no placeholders, else a function of them. With markup it has several parts. */
type Said<M extends string> = M extends `${string}{#${string}`
  ? (values: Values<M>) => Inline[]
  : M extends `${string}{${string}`
    ? (values: Values<M>) => string
    : string;

/** Messages as they are said, by the keys that they are written under. */
export type Spoken<Messages> = {
  readonly [Key in keyof Messages]: Messages[Key] extends string ? Said<Messages[Key]> : Spoken<Messages[Key]>;
};

/** The same keys with messages of another language. Whether their placeholders agree is a test's to say. */
export type Translation<Messages> = {
  readonly [Key in keyof Messages]: Messages[Key] extends string ? string : Translation<Messages[Key]>;
};

interface Tree {
  readonly [key: string]: string | Tree;
}

/** Makes messages sayable. A message is parsed when it is said for the first time; one that can't be said throws. */
export function speak<const Messages extends Tree>(messages: Messages, manner: Manner): Spoken<Messages> {
  const said = (message: string | Tree): unknown =>
    typeof message === 'string'
      ? sayable(message, manner)
      : Object.fromEntries(Object.entries(message).map(([key, inner]) => [key, said(inner)]));
  return said(messages) as Spoken<Messages>;
}

function sayable(message: string, manner: Manner): unknown {
  if (!message.includes('{')) return message;
  let parsed: MessageFormat<string> | undefined;
  const format = () => {
    parsed ??= new MessageFormat(manner.tag, message, {
      bidiIsolation: 'none',
      functions: { count: counting(manner), phrase },
    });
    return parsed;
  };
  return message.includes('{#')
    ? (values: Record<string, unknown>) => inlineOf(format(), values)
    : (values: Record<string, unknown>) => format().format(values, rethrow);
}

function rethrow(error: unknown): never {
  throw error;
}

type Count = NonNullable<ConstructorParameters<typeof MessageFormat<string>>[2]>['functions'];

/** `:count`, a number in words where it is small; `case=sentence` begins a sentence with it. Chooses plural forms as `:integer` does. */
function counting({ numbers }: Manner): NonNullable<Count>[string] {
  return (context, options, input) => {
    const integer = DefaultFunctions.integer(context, {}, input);
    const value = Number(integer.valueOf());
    const words = numbers[value] ?? String(value);
    const text = String(options.case) === 'sentence' ? capital(words) : words;
    return {
      type: 'count',
      selectKey: (keys) => integer.selectKey?.(keys) ?? null,
      toString: () => text,
      toParts: () => [{ type: 'count', value: text }],
      valueOf: () => value,
    };
  };
}

/**
 * `:phrase`, words that are made elsewhere: a name, or a message inside of another. `case=sentence` begins a sentence with
 * them; `case=inside` puts what was written by itself ("Mid-point") into one. Abbreviations keep their capitals.
 */
const phrase: NonNullable<Count>[string] = (_context, options, input) => {
  const words = String(input?.valueOf());
  const text =
    String(options.case) === 'sentence' ? capital(words) : String(options.case) === 'inside' ? inside(words) : words;
  return {
    type: 'phrase',
    toString: () => text,
    toParts: () => [{ type: 'phrase', value: text }],
    valueOf: () => words,
  };
};

function inside(words: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

/** The same words with a capital, to begin a sentence or a subject. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function inlineOf(format: MessageFormat<string>, values: Record<string, unknown>): Inline[] {
  const parts: Inline[] = [];
  let markup: { name: string; words: string } | undefined;
  for (const part of format.formatToParts(values, rethrow)) {
    if (part.type === 'markup') {
      const { kind, name } = part as unknown as { kind: string; name: string };
      if (kind === 'open') markup = { name, words: '' };
      else if (markup) {
        const { words } = markup;
        parts.push(markup.name === 'strong' ? { strong: words } : { words, href: String(values[markup.name]) });
        markup = undefined;
      }
      continue;
    }
    const words =
      'value' in part
        ? String(part.value)
        : partsOf(part)
            .map(({ value }) => String(value))
            .join('');
    if (markup) markup.words += words;
    else if (typeof parts.at(-1) === 'string') parts[parts.length - 1] += words;
    else parts.push(words);
  }
  return parts;
}

/** A number is made of parts of its own: its digits, and what stands between them. */
function partsOf(part: object): { value?: unknown }[] {
  return 'parts' in part ? (part.parts as { value?: unknown }[]) : [];
}
