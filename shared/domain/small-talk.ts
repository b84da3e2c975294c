/** What politeness leaves behind a yes or a no: "ok WITH ME", "yes, OF COURSE", "no, SORRY". No reason of a vote. */
const polite = new Set(
  `with me|by me|from me|for me|to me|of course|sure|absolutely|certainly|definitely|indeed|gladly|happily|happy to|with pleasure|by all means|
please|yes please|thanks|thank you|thank you very much|many thanks|cheers|sorry|very sorry|i am sorry|i'm sorry|i'm afraid|unfortunately|
that's me|it was me|that was me|it's me|i did|i do|i would|i agree|agreed|go ahead|please do|no problem|fine|ok|okay|great|good|perfect|
natürlich|gerne|selbstverständlich|klar|danke|bitte|leider|sehr gerne|für mich|bien sûr|volontiers|merci|avec plaisir|pour moi|
por supuesto|claro|gracias|con gusto|por favor|lo siento|com certeza|claro que sim|obrigado|obrigada|certo|certamente|volentieri|grazie|
natuurlijk|graag|zeker|dank je|bedankt|tack|absolut|självklart|gärna|oczywiście|jasne|dziękuję|chętnie`
    .split('|')
    .map((phrase) => phrase.trim()),
);

/** The comments that say something. Politeness beside an answer is dropped: quoted back, it reads as if we mocked it. */
export function withoutPoliteness(comments: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(comments).filter(([, words]) => !isPolite(words)));
}

function isPolite(words: string): boolean {
  return words
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .split(/[,.;:!–—\n]+|\s-\s/u)
    .map((part) => part.replace(/[^\p{L}\p{M}' ]/gu, '').trim())
    .every((part) => isMadeOfPoliteness(part.split(/\s+/).filter((word) => word !== '')));
}

/** "ok with me", "of course thank you": one polite phrase after the other, each as long as it can be. */
function isMadeOfPoliteness(words: readonly string[]): boolean {
  for (let at = 0; at < words.length; ) {
    let length = Math.min(longest, words.length - at);
    while (length > 0 && !polite.has(words.slice(at, at + length).join(' '))) length -= 1;
    if (length === 0) return false;
    at += length;
  }
  return true;
}

const longest = Math.max(...[...polite].map((phrase) => phrase.split(' ').length));
