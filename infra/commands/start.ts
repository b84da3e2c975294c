import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { savedClock, savedPorts, savePorts, whyNotListen } from '#infra/local/saved-clock-and-ports.ts';
import { startSystem } from '#infra/local/system.ts';
import { fail, optionsOf } from './command-line.ts';
import { endOnFullDisk } from './full-disk.ts';
import { relayOf } from './relay-options.ts';

const usage = `npm start -- [options]

Runs Telemachy on this machine: API, pages, mail in and out, workflow. Kept in a folder; started again, it goes on.

  --data DIR        where everything is kept (default ./data)
  --port N          port of API, pages and mailbox (default: a free one, the same again at the next start)
  --smtp-port N     port that replies are taken on (default: likewise)
  --speed N         let time run N times as fast (default 1); a faster one stands still while anything is being done
  --json            when ready, print one line of JSON: {api, pages, smtp, mail, token}
  --verbose         print what the functions log, and with it why something failed

Without --smtp mail stays in the mailbox page. To really send it, all four of these:

  --smtp URL            the server to send through: smtp://user@host:port, or smtps:
  --from ADDRESS        whom mail comes from, an address that this server may send as
  --reply-domain NAME   the domain that replies go to, whose mail is handed to the SMTP port
  --pages-url URL       where links in emails lead: an address of the pages that everybody can reach

The password of the user is in TELEMACHY_SMTP_PASSWORD, or in a file:

  --smtp-password-file FILE   its first line is the password
  --smtp-in-clear             send also when the server can't encrypt the connection`;

const { values } = optionsOf({
  options: {
    data: { type: 'string', default: './data' },
    port: { type: 'string' },
    'smtp-port': { type: 'string' },
    smtp: { type: 'string' },
    'smtp-password-file': { type: 'string' },
    'smtp-in-clear': { type: 'boolean' },
    from: { type: 'string' },
    'reply-domain': { type: 'string' },
    'pages-url': { type: 'string' },
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

/** The port that an option gives, if it does. Ends the command when it is none, or when something else listens there. */
async function freePort(name: string, text: string | undefined): Promise<number | undefined> {
  if (text === undefined) return undefined;
  const given = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(given <= 65535)) fail(`--${name} is a port from 0 to 65535, not ${text}.`);
  const trouble = given === 0 ? undefined : await whyNotListen(given);
  if (trouble === 'EADDRINUSE')
    fail(`--${name} ${given} is in use by another program. Stop that one, or give another port.`);
  if (trouble !== undefined)
    fail(`--${name} ${given} can't be listened on (${trouble}). Give another port, such as one above 1024.`);
  return given;
}

/** The folder to keep everything in, made if it is not there. Ends the command when it can't be one. */
function dataFolder(given: string): string {
  const folder = resolve(given);
  if (statSync(folder, { throwIfNoEntry: false })?.isFile()) {
    fail(`--data is a folder, and ${folder} is a file. Give another one.`);
  }
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return folder;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return fail(`--data: ${folder} can't be written to (${code}). Give another folder, or the right to write there.`);
  }
}

const speed = Number(values.speed);
if (!(speed >= 1 && speed <= 1_000_000)) fail(`--speed is a number from 1 to 1000000, not ${values.speed}.`);

const port = await freePort('port', values.port);
const smtpPort = await freePort('smtp-port', values['smtp-port']);
if (port && port === smtpPort) fail(`--port and --smtp-port are both ${port}. Each needs its own.`);
const data = dataFolder(values.data);
endOnFullDisk(data);
const relay = await relayOf(values);
const wanted = { ...(port !== undefined && { port }), ...(smtpPort !== undefined && { smtpPort }) };
const system = await startSystem({
  data,
  ...(await savedPorts(data, wanted)),
  clock: savedClock(data, speed, (sentence) => console.error(sentence)),
  warm: true,
  ...relay,
  // Standard output is for the one line of --json.
  progress: (what) => console.error(what),
  unsent: oncePerMinute((why) => console.error(`Mail could not be sent and is tried again: ${why}`)),
  log: (line) => {
    if (values.verbose) console.error(line);
  },
  trouble: (sentence) => console.error(sentence),
}).catch((error: unknown) => fail(`Telemachy did not start: ${(error as Error).message}`));
savePorts(data, { port: Number(new URL(system.url).port), smtpPort: system.smtpPort });

/** Calls `tell` at most once a minute: a server that is away would be told of with every email. */
function oncePerMinute(tell: (why: string) => void): (why: string) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (why) => {
    if (performance.now() - last < 60_000) return;
    last = performance.now();
    tell(why);
  };
}

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
