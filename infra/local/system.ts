import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { createQueues, createTables, startQueuesAndBuckets, startTables } from './backends/backends.ts';
import { Secrets } from './backends/secrets.ts';
import { MovableClock } from './clock.ts';
import { takeForOneself } from './data-folder.ts';
import { credentials } from './doors/credentials.ts';
import { close, type Handle, listen, portOf } from './doors/door.ts';
import { startServices } from './doors/services.ts';
import { forVisitors } from './doors/visitors.ts';
import { Invocations, invokedIn } from './functions/invocations.ts';
import { Functions } from './functions/local-functions.ts';
import { Tokens } from './http/access-tokens.ts';
import { HttpApi } from './http/http-api.ts';
import { Lock } from './lock.ts';
import { mailboxConsole } from './mail/mailbox.ts';
import { Maildirs } from './mail/maildir.ts';
import { startIncoming } from './mail/received-mail.ts';
import { type Delivered, LocalSes } from './mail/ses.ts';
import { publish } from './mail/ses-topics.ts';
import { consumersOf } from './queues/consumers.ts';
import { givenUpOf } from './queues/given-up.ts';
import { Schedules } from './queues/schedules.ts';
import { endpoint } from './states/endpoint.ts';
import { StatesEngine } from './states/engine.ts';
import { integrations } from './states/integrations.ts';
import type { SystemOptions } from './system-options.ts';
import { synthesised } from './template/synthesis.ts';
import { type LocalTemplate, readTemplate } from './template/template.ts';

const region = 'eu-west-1';
const account = '000000000000';

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

  const services = await startServices(log);
  onStarted(() => close(services.server));
  const endpoints = {
    AWS_ENDPOINT_URL_DYNAMODB: tables.url,
    AWS_ENDPOINT_URL_S3: queues.url,
    AWS_ENDPOINT_URL_SQS: queues.url,
    AWS_ENDPOINT_URL_SFN: services.endpoint('states'),
    AWS_ENDPOINT_URL_SES: services.endpoint('ses'),
    AWS_ENDPOINT_URL_SECRETS_MANAGER: services.endpoint('secrets'),
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
  services.serve('states', endpoint(engine));

  const secrets = new Secrets(
    data,
    template.secrets.flatMap(({ arn }) => arn),
  );
  services.serve('secrets', (request, response) => secrets.handle(request, response));

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
  services.serve('ses', ses.handle);

  const inbound = await startIncoming(template, {
    maildirs,
    ses,
    s3,
    invocations,
    clock,
    port: options.smtpPort,
    log,
  });
  onStarted(() => inbound.close());

  const consumers = consumersOf(template, { server: queues.server, functions, client: sqs, clock, log });
  const tokens = new Tokens(data);
  const api = new HttpApi(template.routes, functions, tokens, clock);
  const givenUp = givenUpOf(template, { server: queues.server, sqs, invocations });
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
  const again = await givenUp.redrive();
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
      await close(services.server);
      dynamodb.destroy();
      sqs.destroy();
      s3.destroy();
      await queues.stop();
      await tables.stop();
      lock.release();
    },
  };
}
