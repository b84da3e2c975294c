import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { FauxqsServer } from 'fauxqs';
import * as z from 'zod';
import { type Backend, createQueues, createTables, startQueuesAndBuckets, startTables } from './backends.ts';
import { MovableClock } from './clock.ts';
import { takeForOneself } from './data-folder.ts';
import { credentials } from './doors/credentials.ts';
import { close, forOurselves, type Handle, listen, portOf } from './doors/door.ts';
import { forVisitors } from './doors/visitors.ts';
import { Functions } from './functions.ts';
import { HttpApi } from './http-api.ts';
import { Invocations, type Invoked } from './invocations.ts';
import { keepMail } from './keep-mail.ts';
import { Lock } from './lock.ts';
import { forwarded } from './mail/forward.ts';
import { mailboxConsole } from './mail/mailbox.ts';
import { Maildirs } from './mail/maildir.ts';
import { sesEvent } from './mail/receipt.ts';
import type { RelayServer } from './mail/relay.ts';
import { type Delivered, LocalSes } from './mail/ses.ts';
import type { SesEvent } from './mail/ses-events.ts';
import { type ReceivedMail, startInbound } from './mail/smtp.ts';
import { redriveDeadLetters } from './queues/dead-letters.ts';
import { QueueConsumer } from './queues/queue-consumer.ts';
import { Schedules } from './queues/schedules.ts';
import { Secrets } from './secrets.ts';
import { endpoint } from './states/endpoint.ts';
import { StatesEngine } from './states/engine.ts';
import { integrations } from './states/integrations.ts';
import { type LocalNames, synthesised } from './synthesis.ts';
import { type LocalTemplate, readTemplate } from './template.ts';
import { Tokens } from './tokens.ts';

const region = 'eu-west-1';
const account = '000000000000';

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

export interface System {
  /** `http://127.0.0.1:PORT`, of the API and the pages alike. */
  url: string;
  smtpPort: number;
  mailUrl: string;
  clock: MovableClock;
  engine: StatesEngine;
  template: LocalTemplate;
  /** Endpoints of the backends, as the functions get them. */
  endpoints: Readonly<Record<string, string>>;
  /** A token for the API; with all scopes unless told otherwise. */
  token(scopes?: readonly string[]): Promise<string>;
  onDelivered(listener: (mail: Delivered) => void): () => void;
  maildirs: Maildirs;
  /** Whether anything is under way: an invocation, a transition, a message. Holds and waits are not. */
  busy(): boolean;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Runs the synthesised template on this machine. Started again on the same folder, it goes on where it was. When it can't
 * start, what had started has ended and the folder is free before this throws.
 */
export async function startSystem(options: SystemOptions): Promise<System> {
  takeForOneself(options.data);
  const lock = Lock.take(options.data);
  const started: (() => unknown)[] = [];
  try {
    return await startParts(options, lock, (end) => started.push(end));
  } catch (error) {
    // One after the other, and each of them: what goes wrong now is not what somebody has to hear of.
    for (const end of started.reverse()) await Promise.resolve(end()).catch(() => {});
    lock.release();
    throw error;
  }
}

/** Starts everything, and says of each part how it is ended. */
async function startParts(
  options: SystemOptions,
  lock: Lock,
  onStarted: (end: () => unknown) => void,
): Promise<System> {
  const { data, clock = new MovableClock(), log = () => {}, trouble = () => {} } = options;
  onStarted(() => clock.stop());
  const folder = await synthesised(options.names, () =>
    options.progress?.(
      'Preparing the functions. This takes about half a minute, and again only when the code changes.',
    ),
  );
  options.progress?.('Starting.');

  // The public server listens before it has anything to serve, because its address is part of the environment.
  let serve: Handle = (_, response) => response.writeHead(503).end('Starting.');
  const publicServer = await listen(
    (request, response) => serve(request, response),
    options.port,
    (error) => log(`http: ${error}`),
  );
  onStarted(() => close(publicServer));
  const url = `http://127.0.0.1:${portOf(publicServer)}`;

  const tables = await (options.startTables ?? startTables)(data);
  onStarted(() => tables.stop());
  const queues = await startQueuesAndBuckets(data, region);
  onStarted(() => queues.stop());
  const queueUrl = (name: string) => `${queues.url}/${account}/${name}`;
  const apiUrl = options.pagesUrl ?? url;
  const template = readTemplate(folder, { region, account, apiUrl, queueUrl });

  // Step Functions, SES and Secrets Manager share a server; the path in the endpoint tells them apart.
  const services = new Map<string, Handle>();
  const toService: Handle = (request, response) => {
    const handle = services.get((request.url ?? '').split('/')[1] ?? '');
    return handle ? handle(request, response) : response.writeHead(404).end();
  };
  const awsServer = await listen(forOurselves(credentials)(toService), 0, (error) => log(`aws: ${error}`));
  onStarted(() => close(awsServer));
  const awsUrl = `http://127.0.0.1:${portOf(awsServer)}`;
  const endpoints = {
    AWS_ENDPOINT_URL_DYNAMODB: tables.url,
    AWS_ENDPOINT_URL_S3: queues.url,
    AWS_ENDPOINT_URL_SQS: queues.url,
    AWS_ENDPOINT_URL_SFN: `${awsUrl}/states`,
    AWS_ENDPOINT_URL_SES: `${awsUrl}/ses`,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: `${awsUrl}/secrets`,
  };

  const dynamodb = new DynamoDBClient({ region, credentials, endpoint: tables.url });
  const sqs = new SQSClient({ region, credentials, endpoint: queues.url });
  const s3 = new S3Client({ region, credentials, endpoint: queues.url, forcePathStyle: true });
  await createTables(dynamodb, template.tables);
  await createQueues(queues.server, sqs, template.queues);
  for (const { name } of template.buckets) queues.server.createBucket(name);

  const common = {
    ...endpoints,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    // Powertools' own default is to trace only on Lambda; a level keeps its lines short here.
    POWERTOOLS_LOG_LEVEL: 'INFO',
  };
  const functions = new Functions(
    template.functions.map((spec) => ({ ...spec, environment: { ...spec.environment, ...common } })),
    clock,
    log,
  );
  onStarted(() => functions.stop());
  const byArn = new Map(
    template.functions.flatMap(({ id, name, arn }) => [
      [arn, id],
      [name, id],
    ]),
  );

  const engine = new StatesEngine({
    database: join(data, 'executions.sqlite'),
    clock,
    integrations: integrations({
      dynamodb,
      sqs,
      invoke: (arn, payload) => functions.invoke(byArn.get(arn) ?? arn, payload),
    }),
    log: (message, details) => log(`states: ${message} ${JSON.stringify(details)}`),
    trouble,
  });
  onStarted(() => engine.stop());
  for (const { name, arn, definition } of template.stateMachines) engine.define(name, arn, definition);
  services.set('states', endpoint(engine));

  const secrets = new Secrets(
    data,
    template.secrets.flatMap(({ arn }) => arn),
  );
  services.set('secrets', (request, response) => secrets.handle(request, response));

  const invocations = new Invocations(join(data, 'invocations.sqlite'), {
    functions,
    invoked: invokedIn(template),
    sqs,
    clock,
    log,
    trouble,
  });

  onStarted(() => invocations.stop());

  const maildirs = new Maildirs(join(data, 'mail'));
  const ses = new LocalSes({
    data: join(data, 'ses'),
    maildirs,
    clock,
    region,
    publish: (event) => publish(event, template, invocations),
    ...(options.relay && { relay: options.relay }),
    ...(options.sendRate !== undefined && { sendRate: options.sendRate }),
    trouble: (what, cause) => log(`ses: ${what} ${cause}`),
    ...(options.unsent && { unsent: options.unsent }),
  });
  onStarted(() => ses.stop());
  services.set('ses', ses.handle);

  const [rule] = template.receiptRules;
  if (!rule) throw new Error('The template has no receipt rule.');
  const replyDomain = rule.recipients[0] ?? '';
  // As SES matches a rule: an address, or any at a domain.
  const isOurs = (address: string) =>
    rule.recipients.some((one) => `@${address}`.toLowerCase().endsWith(`@${one}`.toLowerCase()));
  const receive = async ({ raw, from, to }: ReceivedMail) => {
    // The null return path: nobody answers what is forwarded (RFC 3834 section 3.3).
    const answered = to.map((address) => ses.sourceOf(address)).filter((source) => source !== undefined);
    for (const source of answered) await take({ raw: forwarded(raw, source), from: '', to: [source] });
    const others = to.filter((address) => ses.sourceOf(address) === undefined);
    if (others.length > 0) await take({ raw, from, to: others });
  };
  const take = async ({ raw, from, to: everyone }: Omit<ReceivedMail, 'remote'>) => {
    const messageId = randomUUID().replaceAll('-', '');
    // What people write to each other, such as to their coordinator, is delivered as it is.
    for (const address of everyone.filter((one) => !isOurs(one))) {
      await maildirs.deliver(address.toLowerCase(), raw, { at: clock.now(), id: messageId });
    }
    const to = everyone.filter(isOurs);
    if (to.length === 0) return;
    await keepMail(s3, { Bucket: rule.bucket, Key: `${rule.prefix}${messageId}` }, { raw, from });
    invocations.add(rule.function, sesEvent({ messageId, from, to, raw, at: clock.now(), functionArn: rule.function }));
  };
  const inbound = await startInbound({
    domain: replyDomain,
    knows: (address) => maildirs.has(address) || ses.sourceOf(address) !== undefined || isOurs(address),
    receive,
    ...(options.smtpPort !== undefined && { port: options.smtpPort }),
    trouble: (what, cause) => log(`smtp: ${what} ${cause}`),
  });

  onStarted(() => inbound.close());

  const consumers = template.eventSources.map((source) => {
    const queue = template.queues.find(({ arn }) => arn === source.queue);
    if (!queue) throw new Error(`The template has no queue ${source.queue}.`);
    const mapping = {
      queueUrl: queue.url,
      queueArn: queue.arn,
      functionName: source.function,
      batchSize: source.batchSize,
      concurrency: source.concurrency,
      visibilitySeconds: queue.visibilitySeconds,
    };
    const contents = () => queues.server.inspectQueue(queue.name)?.messages ?? { ready: [], delayed: [], inflight: [] };
    return new QueueConsumer(mapping, { functions, client: sqs, contents, groupOf: cohortIn, clock, log });
  });

  const tokens = new Tokens(data);
  const api = new HttpApi(template.routes, functions, tokens, clock);
  const deadLetters = template.queues.filter(({ arn }) =>
    template.queues.some((one) => one.redrive?.deadLetterArn === arn),
  );
  const unread = new Set([...invokedIn(template).flatMap(({ onFailure }) => onFailure ?? []), ...deadLetters]);
  const redrive = async () => (await invocations.redrive()) + (await redriveDeadLetters(sqs, template.queues));
  const givenUp = {
    count: () => [...unread].reduce((sum, { name }) => sum + messagesIn(queues.server, name), 0),
    redrive,
  };
  const mailbox = mailboxConsole({ maildirs, smtpPort: inbound.port, clock, givenUp });
  serve = forVisitors(apiUrl)((request, response) => {
    const isMail = request.url === '/mail' || request.url?.startsWith('/mail/') || request.url?.startsWith('/mail?');
    return isMail ? mailbox(request, response) : api.handle(request, response);
  });

  if (options.warm) functions.warm();
  ses.start();
  // What SES took before a sudden end is reported first: until then its email is not known to be sent, and would be again.
  while (ses.busy()) await new Promise((resolve) => setTimeout(resolve, 2));
  engine.start();
  invocations.start();
  const again = await redrive();
  if (again > 0) trouble(`${again} of what was given up earlier ${again === 1 ? 'is' : 'are'} tried again.`);
  onStarted(() => Promise.all(consumers.map((consumer) => consumer.stop())));
  for (const consumer of consumers) await consumer.start();
  const schedules = new Schedules(template, { client: sqs, clock, log });

  const busy = () =>
    invocations.busy() ||
    functions.busy() ||
    engine.busy() ||
    ses.busy() ||
    inbound.busy() ||
    schedules.busy() ||
    consumers.some((consumer) => consumer.busy());
  clock.goUnless(busy);

  return {
    url,
    smtpPort: inbound.port,
    mailUrl: `${url}/mail`,
    clock,
    engine,
    template,
    endpoints,
    maildirs,
    token: (scopes = ['telemachy/cohorts.read', 'telemachy/cohorts.write']) => tokens.issue('coordinator', scopes),
    onDelivered: (listener) => ses.onDelivered(listener),
    busy,
    async settled() {
      // What one part hands to the next is counted by the giver until the taker counts it; two looks make sure.
      for (let calm = 0; calm < 2; calm = busy() ? 0 : calm + 1) await new Promise((resolve) => setTimeout(resolve, 2));
    },
    async stop() {
      await close(publicServer);
      await inbound.close();
      await schedules.stop();
      await Promise.all(consumers.map((consumer) => consumer.stop()));
      await invocations.stop();
      await engine.stop();
      await ses.stop();
      await functions.stop();
      clock.stop();
      await close(awsServer);
      dynamodb.destroy();
      sqs.destroy();
      s3.destroy();
      await queues.stop();
      await tables.stop();
      lock.release();
    },
  };
}

/** The functions that are invoked asynchronously: with the mail that comes in, and with what SES says of mail that went out. */
function invokedIn(template: LocalTemplate): Invoked[] {
  const ids = new Set([
    ...template.receiptRules.map((rule) => rule.function),
    ...template.topics.flatMap(({ functions }) => functions),
  ]);
  return template.functions
    .filter(({ id }) => ids.has(id))
    .map(({ id, arn, name, environment }) => {
      const config = template.asyncInvocations.find((one) => one.function === id);
      return {
        id,
        arn,
        name: environment.POWERTOOLS_SERVICE_NAME ?? name,
        retries: config?.retries ?? 2,
        onFailure: template.queues.find(({ arn: queue }) => queue === config?.queue),
      };
    });
}

/** The cohort that a message of ours is about, whose MessageGroupId it has; none where it is about all of them. */
function cohortIn(body: string): string {
  try {
    return z.object({ cohort: z.string() }).parse(JSON.parse(body)).cohort;
  } catch {
    return '';
  }
}

function messagesIn(server: FauxqsServer, queue: string): number {
  const { ready, delayed, inflight } = server.inspectQueue(queue)?.messages ?? { ready: [], delayed: [], inflight: [] };
  return ready.length + delayed.length + inflight.length;
}

/**
 * Gives an event of SES to the functions that the topic of its configuration set calls. SNS invokes them asynchronously:
 * an event on which one fails is Lambda's to try again. The first attempt is waited for, because the start of a system
 * waits for it: until an email is known to be sent, it would be sent again.
 */
async function publish(event: SesEvent, template: LocalTemplate, invocations: Invocations): Promise<void> {
  const kind = event.eventType.toLowerCase();
  const [set] = event.mail.tags['ses:configuration-set'] ?? [];
  const destinations = template.configurationSets.find(({ name }) => name === set)?.destinations ?? [];
  for (const { topic, events } of destinations) {
    if (!events.some((wanted) => wanted.toLowerCase() === kind)) continue;
    for (const called of template.topics.find(({ arn }) => arn === topic)?.functions ?? []) {
      const record = {
        EventSource: 'aws:sns',
        EventVersion: '1.0',
        Sns: { Message: JSON.stringify(event), TopicArn: topic },
      };
      await invocations.add(called, { Records: [record] }).attempted;
    }
  }
}
