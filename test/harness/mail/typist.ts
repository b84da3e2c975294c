/**
 * Somebody's editor, as `$EDITOR` of a mail program: `node typist.ts DRAFT` types into the draft what the file that
 * `TYPED` names says, and leaves everything that the mail program has put there as it is.
 */
import { readFileSync, writeFileSync } from 'node:fs';

/** What is typed: above the quotation, under questions by their number (below all of what is quoted of them), or both. */
export interface Typed {
  above?: string;
  under?: Record<string, string>;
}

const [, , draft = ''] = process.argv;
const { above, under = {} } = JSON.parse(readFileSync(process.env.TYPED ?? '', 'utf8')) as Typed;

const lines = above === undefined ? [] : [above, ''];
let open: string | undefined;
for (const line of readFileSync(draft, 'utf8').split('\n')) {
  // Mutt quotes with ">", s-nail with a tab.
  const words = line.replace(/^[>\t ]+/, '').trim();
  if (words === '' && open !== undefined) {
    lines.push('', open, '');
    open = undefined;
  }
  const [, number = ''] = /^(\d+)\. /.exec(words) ?? [];
  open = under[number] ?? open;
  lines.push(line);
}
writeFileSync(draft, lines.join('\n'));
