import { optionText } from '../named-option.ts';

/** "a, b please", "Thanks! a and b": without the courtesy at either end. */
export function withoutCourtesy(said: string): string {
  return said
    .replace(
      /[\s,.;]+(?:please|pls|plz|thanks|thank you|thx|bitte|danke|svp|s'il vous plaît|merci|por favor|obrigad[oa]|gracias|grazie|per favore|graag|tack|proszę|i'?d say|i would say|würde ich sagen|je dirais|diria eu|diria)[\s.!]*$/iu,
      '',
    )
    .replace(
      /^(?:please|sorry|yes|ok|okay|so|well|hmm?|um|uh|i'd say|i would say|i choose|i pick|i'd like|i would like|definitely|mainly|mostly|probably mainly|bitte|ja|oui|sim|sí|si)[\s,:]+(?=\S)/iu,
      (lead) => (/probably/i.test(lead) ? lead : ''),
    );
}

/** Words in brackets and after a dash are remarks: "a, c (especially grants)". */
export function withoutAsides(said: string): { words: string; comment: string } {
  const asides: string[] = [];
  let words = said.replace(/\(([^()]{3,300})\)/g, (whole, inside: string) => {
    if (optionText(inside).length < 3) return whole;
    asides.push(inside.trim());
    return ' ';
  });
  const dash = /[^\n]\s[-–—]{1,2}\s(?=\S)/u.exec(words);
  if (dash && !words.slice(0, dash.index).includes('\n') && !/^\s*[-–—*•]/u.test(words)) {
    const rest = words.slice(dash.index + 1).replace(/^[\s–—-]{1,5}/u, '');
    if (!/^[a-z](?:[\s,)]|$)/i.test(rest)) {
      asides.unshift(rest.trim());
      words = words.slice(0, dash.index + 1);
    }
  }
  return { words: words.trim(), comment: asides.join('; ') };
}
