import type { Answer } from '#domain/forms/form.ts';
import type { Vote } from './ballot-reading.ts';
import { type Tally, voteOf } from './vote-tally.ts';

/**
 * The vote on a pair that was not named, from a word for all or for the rest, or from a yes to `proposed`, which we have asked
 * to confirm; or what is said of it that is no clear vote. Nothing where nothing is said of it.
 */
export function voteOnLeft(
  tally: Tally,
  pair: number,
  proposed: Answer | undefined,
): { vote: Vote } | { unclear: string } | undefined {
  const most = tally.rest ?? tally.bulk;
  const said = most ? tally.wordsOf(most.said) : '';
  const agrees = most ? most.value && agreement.test(said) : agreesFirst.test(tally.said);
  if (typeof proposed === 'boolean' && agrees)
    return { vote: { value: proposed, said: most ? said : tally.said.trim(), by: 'words' } };
  if (!most) return undefined;
  // "Approve all" behind a proposal that was a no to 4 may be to 4 as well.
  if (proposed === false && most.value) return { unclear: said };
  const comment = most.value ? '' : tally.reasonsForAll().join('\n');
  const by = tally.begins > 0 || tally.withdrawn.has(pair) ? 'guessed' : 'words';
  return { vote: { value: voteOf(most), said, by, ...(comment !== '' && { comment }) } };
}

/** Words that agree with what was proposed, rather than vote on anything by themselves. */
const agreement =
  /^(?:yes|yep|yeah|ja|oui|sim|sí|si)$|(?<!\p{L})(?:right|correct|as you (?:say|read)|stimmt|richtig|korrekt|exact|juste|certo|correto|correcto)(?!\p{L})/iu;
/** "Yes, and 6 no" */
const agreesFirst =
  /^\s*(?:yes|yep|yeah|right|correct|that's right|that is right|ja|stimmt|oui|sim|sí)(?=[\s,.!;:–—-])/iu;
