import { readFileSync } from 'node:fs';
import { FormDefinition } from '#domain/forms/form.ts';
import { readReply } from '#domain/replies/read/read-reply.ts';
import { parseMail } from '#shared/mail/parse.ts';
import { hostileMessages } from '#test/corpus/hostile.ts';
import type { Row } from './row.ts';

const folder = new URL('../fixtures/replies/', import.meta.url);
/** As often is each message read; the quickest time counts, because the others had something else to wait for. */
const times = 3;
/** Milliseconds within which we want any message to be read: what a person does not notice, and what costs next to nothing. */
const bound = 250;

/** How long the slowest of the hostile messages take, each about a megabyte, from the bytes to what they say. */
export async function benchHostile(): Promise<Row[]> {
  const form = FormDefinition.parse(JSON.parse(readFileSync(new URL('form.json', folder), 'utf8')));
  const { text = '', html } = await parseMail(readFileSync(new URL('sent.eml', folder)));
  const rows: Row[] = [];
  for (const [name, raw] of hostileMessages(text)) {
    let ours = Number.POSITIVE_INFINITY;
    for (let time = 0; time < times; time += 1) {
      const start = performance.now();
      readReply({ form, sent: [{ text, html }], mail: await parseMail(raw) });
      ours = Math.min(ours, performance.now() - start);
    }
    rows.push({ case: `reading ${name}`, ours, peer: bound, peerName: `the bound of ${bound} ms`, unit: 'ms' });
  }
  return rows.toSorted((one, other) => other.ours - one.ours).slice(0, 5);
}
