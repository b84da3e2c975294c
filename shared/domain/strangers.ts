/** What an email of ours shows of somebody who may be anybody: their words stand in our letter, beside our name. */

const unshown = "an address that we can't show";

/**
 * An address that can't be taken for another, for a link or for a sentence: ASCII (a domain of other letters is in punycode), of a
 * length that mail knows (RFC 5321 section 4.5.3.1).
 */
export function shownAddress(address: string): string {
  if (address.length > 254) return unshown;
  const [local = '', domain = ''] = /^([^@]+)@([^@]+)$/.exec(address)?.slice(1) ?? [];
  const isPlain = /^[a-z0-9._+~='-]{1,64}$/i.test(local) && !/^(?:www|https?)\b/i.test(local);
  const isDomain = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]*[a-z][a-z0-9-]*$/i.test(domain);
  return isPlain && isDomain ? address : unshown;
}

/** Characters of somebody's words that are shown: enough to know them again. */
const longest = 200;

/** Web and mail addresses, with or without what they usually begin with: mail programs make links of all of them. */
const links = /[\p{L}\p{N}_-]+:\/\/\S*|\S*@\S*|(?:[\p{L}\p{N}_-]+[.。．｡])+\p{L}{2,}\S*/gu;

/** Words on one line, without marks that can't be seen and without what leads anywhere. */
export function shownWords(words: string): string {
  const plain = words
    .slice(0, 4 * longest)
    .toWellFormed()
    .replaceAll(/[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Co}\p{Cn}]/gu, '')
    .replaceAll(/[\p{Cc}\s\u2028\u2029]+/gu, ' ')
    .replaceAll(links, '(a link)')
    .trim();
  return plain.length > longest ? `${plain.slice(0, longest).toWellFormed().trimEnd()} ...` : plain;
}
