/** Whether somebody's own lines hold an encrypted message (RFC 9580 section 6.2), rather than quote one. */
export function isPgpMessage(text: string): boolean {
  return /^-----BEGIN PGP MESSAGE-----/m.test(text);
}

/** The words of a message in the cleartext signature framework (RFC 9580 section 7); any other as it is. */
export function withoutPgpSignature(text: string): string {
  const begins = /^-----BEGIN PGP SIGNED MESSAGE-----\r?\n(?:[A-Z][\w-]{0,40}: [^\n]{0,200}\n){0,20}\r?\n/m.exec(text);
  if (!begins) return text;
  const start = begins.index + begins[0].length;
  const end = text.indexOf('\n-----BEGIN PGP SIGNATURE-----', start);
  const signed = text.slice(start, end === -1 ? undefined : end + 1).replace(/^- /gm, '');
  const close = '-----END PGP SIGNATURE-----';
  const last = end === -1 ? -1 : text.indexOf(close, end);
  return text.slice(0, begins.index) + signed + (last === -1 ? '' : text.slice(last + close.length));
}
