/** Beginnings of `said` that may be the whole answer, longest first, each with what follows as a comment. */
export function heads(said: string): { head: string; rest: string }[] {
  const text = said.trim();
  const found: { head: string; rest: string }[] = [{ head: text, rest: '' }];
  const cuts = new Set<number>();
  for (const cut of [/\n/g, /\s[-–—]{1,3}\s/gu, /\s?[([]/g, /[.!;](?=\s)/g, /[,:](?=\s)/g]) {
    const at = text.search(cut);
    if (at > 0) cuts.add(at);
  }
  for (const at of [...cuts].sort((one, other) => other - one)) {
    const head = text.slice(0, at).trim();
    const rest = text.slice(at).replace(/^[\s.,:;!–—-]{1,10}/u, '');
    if (head !== '' && rest !== '') found.push({ head, rest });
  }
  return found;
}
