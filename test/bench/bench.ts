import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundles } from '#infra/bundles.ts';
import { optionsOf } from '#infra/commands/command-line.ts';
import { benchHostile } from './hostile.ts';
import { benchMatching } from './matching/matching.ts';
import { benchReading } from './reading.ts';
import type { Row } from './row.ts';
import { benchWritten } from './written.ts';

const usage = `npm run bench [-- --replies N --only matching|reading|written|bundles --json]

Measures reading (N generated replies, 10000 unless given), the slowest of some seventy hostile messages, the replies that people wrote, matching and the size of what is deployed, each beside what it is compared with in the same run.`;

const { values } = optionsOf({
  options: {
    replies: { type: 'string', default: '10000' },
    only: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (values.help) {
  console.log(usage);
  process.exit(0);
}

const replies = Number(values.replies);
if (!Number.isInteger(replies) || replies < 1) {
  console.error(`--replies is a whole number, not ${values.replies}.`);
  process.exit(2);
}

/** A Lambda's start takes longer the larger its code is; 1.2 MB is the bound that we set ourselves. */
async function benchBundles(): Promise<Row[]> {
  const into = mkdtempSync(join(tmpdir(), 'telemachy-bench-'));
  try {
    return Object.entries(await bundles({ into })).map(([name, { bytes }]) => ({
      case: `bundle of ${name}`,
      ours: bytes / 1000,
      peer: 1200,
      peerName: 'the bound of 1.2 MB',
      unit: 'KB',
    }));
  } finally {
    rmSync(into, { recursive: true });
  }
}

function shares({ right, asked, wrong }: { right: number; asked: number; wrong: number }) {
  const percent = (part: number) => Number(((100 * part) / (right + asked + wrong)).toFixed(2));
  return { 'wrong %': percent(wrong), 'asked %': percent(asked) };
}

const say = (what: string) => {
  if (!values.json) console.error(`${what} ...`);
};
const wanted = (what: string) => values.only === undefined || values.only === what;
if (wanted('reading')) say('Reading replies');
const reading = wanted('reading') ? await benchReading(replies) : { rows: [], table: [] };
if (wanted('reading')) say('Reading hostile messages');
const hostile = wanted('reading') ? await benchHostile() : [];
if (wanted('written')) say('Reading what people wrote');
const written = wanted('written') ? benchWritten() : { replies: [], words: [], faults: [] };
const matching = wanted('matching') ? await benchMatching(say) : { rows: [], growth: [], quality: [] };
if (wanted('bundles')) say('Bundling');
const rows: Row[] = [...reading.rows, ...hostile, ...matching.rows, ...(wanted('bundles') ? await benchBundles() : [])];

if (values.json) {
  const { growth, quality } = matching;
  const machine = { node: process.version, cores: cpus().length };
  console.log(JSON.stringify({ ...machine, rows, reading: reading.table, written, growth, quality }));
} else {
  const shown = rows.map(({ case: what, ours, peer, peerName, unit, same }) => ({
    what,
    ours: `${Number(ours.toPrecision(3))} ${unit}`,
    peer: `${Number(peer.toPrecision(3))} ${unit}`,
    'compared with': peerName,
    ...(same !== undefined && { same }),
  }));
  console.table(shown);
  const rounded = (table: object[]) =>
    table.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, one]) => [key, typeof one === 'number' ? Number(one.toPrecision(3)) : one]),
      ),
    );
  console.log('\nMatching, growth of a made-up pool (scores and all):');
  console.table(rounded(matching.growth));
  console.log('\nMatching, what people do today beside the optimum (scores 0 to 100, unmatched in percent):');
  console.table(rounded(matching.quality));
  console.log('\nReading, what people wrote; of the half that is held out only counts are looked at:');
  for (const [what, table] of [
    ['replies', written.replies],
    ['single answers', written.words],
  ] as const) {
    console.table(table.map((tally) => ({ what, ...tally, ...shares(tally) })));
  }
  if (values.only === 'written') for (const fault of written.faults) console.log(fault);
  console.log('\nReading, by client and by manner:');
  console.table(reading.table.map(({ by, name, reader, tally }) => ({ by, name, reader, ...tally })));
}
