/** What a reader of some HTML sees, as words: without markup, style and comments. For comparing it with plain text. */
export function wordsOfHtml(html: string): string[] {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };
  const body = html.replace(/^[\s\S]*<body[^>]*>/, '').replace(/<!--[\s\S]*?-->/g, ' ');
  const text = body
    .replace(/<(br|\/p|\/li|\/td|\/th|\/tr|\/h2|\/blockquote)[^>]*>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
  return words(text);
}

/** The words of plain text. Addresses are left out of both: HTML has some of them behind its links. */
export function wordsOfText(text: string): string[] {
  return words(text);
}

function words(text: string): string[] {
  return text
    .split(/\s+/)
    .filter((word) => word !== '' && word !== '-' && !/^(https?:|[^@\s]+@[^@\s]+\.example$)/.test(word));
}
