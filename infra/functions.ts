import type { Duration } from 'aws-cdk-lib';
import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { EnvName } from '#shared/env.ts';
import type { Bundles, FunctionName } from './bundles.ts';

export interface HandlerProps {
  /** The folder under `functions/`. */
  name: FunctionName;
  bundles: Bundles;
  description: string;
  /** MB. Processor time comes with memory: 1,769 MB is one whole processor. */
  memory: number;
  timeout: Duration;
  environment: Partial<Record<EnvName, string>>;
}

/**
 * The name of a log that another service of AWS writes. With this prefix it needs no line of its own in the account's policy
 * for logs, which holds 5,120 characters: in a busy account the deploy would fail for want of room.
 */
export function vendedLog(scope: Construct, service: string, what: string): string {
  return `/aws/vendedlogs/${service}/${Stack.of(scope).stackName}-${what}`;
}

/** A function of `functions/`: its bundle, its log, and a role that may do nothing but write to that log. */
export class Handler extends Construct {
  readonly function: LambdaFunction;
  readonly log: LogGroup;

  constructor(scope: Construct, id: string, { name, bundles, memory, environment, ...rest }: HandlerProps) {
    super(scope, id);
    this.log = new LogGroup(this, 'Log', {
      // Long enough to look into a stage that went wrong at its milestone, months being noticed at the next.
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // Not AWSLambdaBasicExecutionRole, which CDK would attach: it may write to every log of the account.
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.function = new LambdaFunction(this, 'Function', {
      ...rest,
      role,
      logGroup: this.log,
      memorySize: memory,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(bundles[name].folder),
      environment: {
        ...environment,
        POWERTOOLS_SERVICE_NAME: name,
        POWERTOOLS_METRICS_NAMESPACE: 'Telemachy',
        NODE_OPTIONS: '--enable-source-maps',
      },
    });
    this.allow(['logs:CreateLogStream', 'logs:PutLogEvents'], this.log.logGroupArn);
  }

  /** Lets the function do `actions` with `resources` (ARNs), and nothing else with them. */
  allow(actions: string[], ...resources: string[]): void {
    this.allowWhen({}, actions, ...resources);
  }

  /** As `allow`, for requests of which `conditions` hold: IAM's operator, its key, and the value that is asked for, or one of several. */
  allowWhen(
    conditions: Record<string, Record<string, string | string[]>>,
    actions: string[],
    ...resources: string[]
  ): void {
    this.function.addToRolePolicy(new PolicyStatement({ actions, resources, conditions }));
  }
}
