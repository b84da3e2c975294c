import { Phrases, type Token } from '#domain/replies/read/text/word-tokens.ts';

const negating = new Phrases<true>().add(
  `exc|excl|except|not|(not|not as|rather than|instead of|don't want to be|do not want to be|definitely not|certainly not) a|not the|rather than|instead of|as opposed to|other than|no|without|never|nor|neither|nicht|nicht als|kein|keine|keinen|statt|anstatt|pas|pas de|plutôt que|au lieu de|sans|não|nao|nem|em vez de|sem|sin|en vez de|ni|non|invece di|senza|niet|geen|inte|nie|zamiast|don't want to be|do not want to be|definitely not|certainly not`,
  true,
);

export function isNegated(tokens: readonly Token[], from: number): boolean {
  return negationBefore(tokens, from) > 0;
}

/** How many tokens before a negated option say that it is. */
export function negationBefore(tokens: readonly Token[], from: number): number {
  // "Neither / had a mentor" are two of the options.
  if (tokens[from]?.breaks) return 0;
  for (let start = Math.max(0, from - 7); start < from; start += 1) {
    const phrase = negating.at(tokens, start);
    if (phrase && start + phrase.length === from) return from - start;
  }
  return 0;
}
