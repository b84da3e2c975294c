import type { Backend } from './backends/backends.ts';
import type { MovableClock } from './clock.ts';
import type { RelayServer } from './mail/relay.ts';
import type { LocalNames } from './template/synthesis.ts';

/** How a system is started: where it keeps what it has, and whom it tells of what goes on. */
export interface SystemOptions {
  /** Folder that everything is kept in. */
  data: string;
  /** Port of API, pages and mailbox, and of SMTP; free ones when absent or 0. */
  port?: number;
  smtpPort?: number;
  clock?: MovableClock;
  /** Starts every function beforehand; otherwise each when it is first needed, which suits a short test. */
  warm?: boolean;
  /** Mail is really sent, through this server. */
  relay?: RelayServer;
  /** The names under which it writes; made up ones when absent. */
  names?: LocalNames;
  /** Where links in emails lead, without a slash at the end; the address of the pages on this machine when absent. */
  pagesUrl?: string;
  /** Told what takes long at a start. */
  progress?: (what: string) => void;
  /** Told why mail could not be handed to the relay. */
  unsent?: (why: string) => void;
  /** Emails that SES takes a second; unlimited when absent. */
  sendRate?: number;
  /** Starts the DynamoDB that the table lies in; the embedded one when absent. */
  startTables?: (folder: string) => Promise<Backend>;
  /** Takes the lines that functions log and what goes wrong in between. */
  log?: (line: string) => void;
  /** Takes sentences for whoever runs the system: what has failed, and what becomes of it. */
  trouble?: (sentence: string) => void;
}
