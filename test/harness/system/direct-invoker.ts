import type { Clock } from '#infra/local/clock.ts';
import { credentials } from '#infra/local/doors/credentials.ts';
import { Functions, type Outcome } from '#infra/local/functions/local-functions.ts';
import type { System } from '#infra/local/system.ts';

export type FunctionName = 'api' | 'pages' | 'stages' | 'inbox' | 'outbox' | 'feedback';

interface Around {
  clock?: Clock;
  endpoints?: Record<string, string>;
  /** Variables in place of those that the template sets, or beside them. */
  environment?: Record<string, string>;
  /** How long each call may take, in place of what the template says. */
  timeoutSeconds?: number;
}

/** A running system's functions once more, called by hand: the same bundles and tables, in a time and with endpoints of one's own. */
export class DirectInvoker {
  readonly #functions: Functions;
  readonly #system: System;
  readonly logged: string[] = [];

  constructor(system: System, { clock, endpoints = {}, environment = {}, timeoutSeconds }: Around = {}) {
    this.#system = system;
    const common = {
      ...system.endpoints,
      AWS_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      // Behind endpoints of its own, what fails is to fail at once: trying again is the caller's.
      ...(Object.keys(endpoints).length > 0 && { AWS_MAX_ATTEMPTS: '1' }),
      ...endpoints,
      ...environment,
    };
    this.#functions = new Functions(
      system.template.functions.map((spec) => ({
        ...spec,
        ...(timeoutSeconds && { timeoutSeconds }),
        environment: { ...spec.environment, ...common },
      })),
      clock ?? system.clock,
      (line) => this.logged.push(line),
    );
  }

  invoke(name: FunctionName, event: unknown): Promise<Outcome> {
    const spec = this.#system.template.functions.find((one) => one.environment.POWERTOOLS_SERVICE_NAME === name);
    if (!spec) throw new Error(`There is no function ${name}.`);
    return this.#functions.invoke(spec.id, event);
  }

  stop(): Promise<void> {
    return this.#functions.stop();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }
}
