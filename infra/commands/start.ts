import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { rememberedClock, rememberedPorts, rememberPorts } from '#infra/local/remembered.ts';
import { startSystem } from '#infra/local/system.ts';
import { fail } from './command-line.ts';
import { endOnFullDisk } from './full-disk.ts';

const usage = `npm start -- [options]

Runs Telemachy on this machine: API, pages, mail in and out, workflow. Kept in a folder; started again, it goes on.

  --data DIR        where everything is kept (default ./data)
  --port N          port of API, pages and mailbox (default: a free one, the same again at the next start)
  --smtp-port N     port that replies are taken on (default: likewise)
  --smtp URL        really send mail, through smtp://user:password@host:port; without it mail stays in the mailbox page
  --speed N         let time run N times as fast (default 1); a faster one stands still while anything is being done
  --json            when ready, print one line of JSON: {api, pages, smtp, mail, token}
  --verbose         print what the functions log, and with it why something failed`;

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: './data' },
    port: { type: 'string' },
    'smtp-port': { type: 'string' },
    smtp: { type: 'string' },
    speed: { type: 'string', default: '1' },
    json: { type: 'boolean' },
    verbose: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (values.help) {
  console.log(usage);
  process.exit(0);
}

function portNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) fail(`--${name} is a port from 0 to 65535, not ${text}.`);
  return port;
}
const speed = Number(values.speed);
if (!(speed >= 1 && speed <= 1_000_000)) fail(`--speed is a number from 1 to 1000000, not ${values.speed}.`);

const data = resolve(values.data);
mkdirSync(data, { recursive: true, mode: 0o700 });
endOnFullDisk(data);
const port = portNumber('port', values.port);
const smtpPort = portNumber('smtp-port', values['smtp-port']);
const wanted = { ...(port !== undefined && { port }), ...(smtpPort !== undefined && { smtpPort }) };
const system = await startSystem({
  data,
  ...(await rememberedPorts(data, wanted)),
  clock: rememberedClock(data, speed, (sentence) => console.error(sentence)),
  warm: true,
  ...(values.smtp && { relay: values.smtp }),
  log: (line) => {
    if (values.verbose) console.error(line);
  },
  trouble: (sentence) => console.error(sentence),
}).catch((error: unknown) => fail(`Telemachy did not start: ${(error as Error).message}`));
rememberPorts(data, { port: Number(new URL(system.url).port), smtpPort: system.smtpPort });

const token = await system.token();
const addresses = { api: system.url, pages: system.url, smtp: `127.0.0.1:${system.smtpPort}`, mail: system.mailUrl };
if (values.json) console.log(JSON.stringify({ ...addresses, token }));
else {
  console.log(`Telemachy is running. It keeps everything in ${data}; stop it with Ctrl+C.

  API and pages   ${addresses.api}
  Mailboxes       ${addresses.mail}
  SMTP            ${addresses.smtp}
  Token           ${token}
`);
}

let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    if (!values.json)
      console.log('Stopping. What is under way is finished first; Ctrl+C again ends it at once, losing nothing.');
    system.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}
