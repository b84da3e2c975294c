import { join } from 'node:path';
import { type Backends, region, startBackends } from './backends/start-backends.ts';
import { MovableClock } from './clock.ts';
import { takeForOneself } from './data-folder.ts';
import { credentials } from './doors/credentials.ts';
import { close, type Handle, listen, portOf } from './doors/door.ts';
import { forVisitors } from './doors/visitors.ts';
import { Invocations, invokedIn } from './functions/invocations.ts';
import { Functions } from './functions/local-functions.ts';
import { Tokens } from './http/access-tokens.ts';
import { HttpApi } from './http/http-api.ts';
import { Lock } from './lock.ts';
import { type Delivered, LocalSes } from './mail/local-ses.ts';
import { mailboxConsole } from './mail/mailbox.ts';
import { Maildirs } from './mail/maildir.ts';
import { startIncoming } from './mail/received-mail.ts';
import { publish } from './mail/ses-topics.ts';
import { consumersOf } from './queues/consumers.ts';
import { givenUpOf } from './queues/given-up.ts';
import { Schedules } from './queues/schedules.ts';
import { endpoint } from './states/endpoint.ts';
import { StatesEngine } from './states/engine.ts';
import { integrations } from './states/integrations.ts';
import type { SystemOptions } from './system-options.ts';
import type { LocalTemplate } from './template/local-template.ts';
import { synthesised } from './template/synthesis.ts';

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
  // Parts end in the opposite order of their start, each of them, whatever goes wrong with another.
  const parts = new AsyncDisposableStack();
  parts.defer(() => lock.release());
  try {
    return await startParts(options, parts);
  } catch (error) {
    // What goes wrong now is not what somebody has to hear of.
    await parts.disposeAsync().catch(() => {});
    throw error;
  }
}

async function startParts(options: SystemOptions, parts: AsyncDisposableStack): Promise<System> {
  const { data, clock = new MovableClock(), log = () => {}, trouble = () => {} } = options;
  const folder = await synthesised(options.names, () =>
    options.progress?.(
      'Preparing the functions. This takes about half a minute, and again only when the code changes.',
    ),
  );
  options.progress?.('Starting.');

  // The public server listens before it has anything to serve, because its address is part of the environment.
  let serve: Handle = (_, response) => response.writeHead(503).end('Starting.');
  const server = await listen(
    (request, response) => serve(request, response),
    options.port,
    (error) => log(`http: ${error}`),
  );
  parts.defer(() => close(server));
  const url = `http://127.0.0.1:${portOf(server)}`;
  const apiUrl = options.pagesUrl ?? url;

  const backends = await startBackends({ ...options, data, template: folder, apiUrl, log }, parts);
  const { template, endpoints, sqs, s3 } = backends;
  const filled = { ...options, clock, log, trouble };
  parts.defer(() => clock.stop());
  const functions = startFunctions(backends, filled, parts);
  const maildirs = new Maildirs(join(data, 'mail'));
  const ses: LocalSes = startSes(backends, { ...filled, maildirs, invocations: () => invocations }, parts);
  const engine = startEngine(backends, functions, filled, parts);
  const invocations = new Invocations(join(data, 'invocations.sqlite'), {
    functions,
    invoked: invokedIn(template),
    sqs,
    clock,
    log,
    trouble,
  });
  parts.defer(() => invocations.stop());
  const consumers = consumersOf(template, { server: backends.queueServer, functions, client: sqs, clock, log });
  parts.defer(async () => {
    await Promise.all(consumers.map((consumer) => consumer.stop()));
  });
  const inbound = await startIncoming(template, { maildirs, ses, s3, invocations, clock, port: options.smtpPort, log });
  parts.defer(() => inbound.close());

  const tokens = new Tokens(data);
  const api = new HttpApi(template.routes, functions, tokens, clock);
  const givenUp = givenUpOf(template, { server: backends.queueServer, sqs, invocations });
  const mailbox = mailboxConsole({ maildirs, smtpPort: inbound.port, clock, givenUp });
  serve = forVisitors(apiUrl)((request, response) =>
    /^\/mail(?:[/?]|$)/.test(request.url ?? '') ? mailbox(request, response) : api.handle(request, response),
  );

  if (options.warm) functions.warm();
  ses.start();
  // What SES took before a sudden end is reported first: until then its email is not known to be sent, and would be again.
  while (ses.busy()) await new Promise((resolve) => setTimeout(resolve, 2));
  engine.start();
  invocations.start();
  const again = await givenUp.redrive();
  if (again > 0) trouble(`${again} of what was given up earlier ${again === 1 ? 'is' : 'are'} tried again.`);
  for (const consumer of consumers) await consumer.start();
  const schedules = new Schedules(template, { client: sqs, clock, log });
  parts.defer(() => schedules.stop());

  const working = [invocations, functions, engine, ses, inbound, schedules, ...consumers];
  const busy = () => working.some((part) => part.busy());
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
    settled: () => untilCalm(busy),
    async stop() {
      await close(server);
      await parts.disposeAsync();
    },
  };
}

/** What one part hands to the next is counted by the giver until the taker counts it; two looks make sure. */
async function untilCalm(busy: () => boolean): Promise<void> {
  for (let calm = 0; calm < 2; calm = busy() ? 0 : calm + 1) await new Promise((resolve) => setTimeout(resolve, 2));
}

/** With what stands for an option that was left out. */
type FilledOptions = SystemOptions & Required<Pick<SystemOptions, 'clock' | 'log' | 'trouble'>>;

function startFunctions({ template, endpoints }: Backends, { clock, log }: FilledOptions, parts: AsyncDisposableStack) {
  const common = {
    ...endpoints,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    // Powertools' own default is to trace only on Lambda; a level keeps its lines short here.
    POWERTOOLS_LOG_LEVEL: 'INFO',
  };
  const specs = template.functions.map((spec) => ({ ...spec, environment: { ...spec.environment, ...common } }));
  const functions = new Functions(specs, clock, log);
  parts.defer(() => functions.stop());
  return functions;
}

function startSes(
  { template, services }: Backends,
  {
    data,
    maildirs,
    clock,
    log,
    invocations,
    ...options
  }: FilledOptions & { maildirs: Maildirs; invocations: () => Invocations },
  parts: AsyncDisposableStack,
): LocalSes {
  const ses = new LocalSes({
    data: join(data, 'ses'),
    maildirs,
    clock,
    region,
    publish: (event) => publish(event, template, invocations()),
    ...(options.relay && { relay: options.relay }),
    ...(options.sendRate !== undefined && { sendRate: options.sendRate }),
    trouble: (what, cause) => log(`ses: ${what} ${cause}`),
    ...(options.unsent && { unsent: options.unsent }),
  });
  parts.defer(() => ses.stop());
  services.serve('ses', ses.handle);
  return ses;
}

function startEngine(
  { template, services, dynamodb, sqs }: Backends,
  functions: Functions,
  { data, clock, log, trouble }: FilledOptions,
  parts: AsyncDisposableStack,
): StatesEngine {
  const ids = new Map(
    template.functions.flatMap(
      ({ id, name, arn }) =>
        [
          [arn, id],
          [name, id],
        ] as const,
    ),
  );
  const invoke = (arn: string, payload: unknown) => functions.invoke(ids.get(arn) ?? arn, payload);
  const engine = new StatesEngine({
    database: join(data, 'executions.sqlite'),
    clock,
    integrations: integrations({ dynamodb, sqs, invoke }),
    log: (message, details) => log(`states: ${message} ${JSON.stringify(details)}`),
    trouble,
  });
  parts.defer(() => engine.stop());
  for (const { name, arn, definition } of template.stateMachines) engine.define(name, arn, definition);
  services.serve('states', endpoint(engine));
  return engine;
}
