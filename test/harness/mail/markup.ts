import * as fc from 'fast-check';

const pieces = [
  '<script>alert(1)</script>',
  '</textarea><script>',
  '</style>',
  '</title>',
  '<!--',
  '-->',
  ']]>',
  '<![endif]-->',
  '" onmouseover="alert(1)',
  "' onload='alert(1)",
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">',
  '</p></td></tr></table>',
  '&lt;b&gt;',
  '&#60;script&#62;',
  '<b',
  '`onclick=alert(1)`',
];

/** Words that would do harm, or at least spoil the page, where they were not shown as words. On one line. */
export const hostileWords = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.constantFrom('harbour', 'lantern', 'meadow')), {
    minLength: 2,
    maxLength: 6,
  })
  .map((list) => `I would like ${list.join(' ')} and more`);

/** As many words of the same lengths that can do none. */
export function harmless(words: string): string {
  return words.replace(/[^\p{L}\p{N} ]/gu, 'x');
}

/** The tags of a page with the names of their attributes, in order: what words in it must never change. */
export function structureOf(html: string): string[] {
  return [...html.matchAll(/<[!/]?[a-z](?:"[^"]*"|[^>"])*>|<!--|-->/gi)].map(([tag]) =>
    tag.replace(/="[^"]*"/g, '').toLowerCase(),
  );
}
