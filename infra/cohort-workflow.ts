import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { env } from '#shared/env.ts';
import { cohortPrefix, index2 } from '#shared/store/keys.ts';
import type { Bundles } from './bundles.ts';
import { acknowledge } from './checks.ts';
import { cohortDefinition } from './cohort-state-machine.ts';
import { type Data, facts } from './data.ts';
import { Handler, vendedLog } from './functions.ts';
import type { OutboundQueue } from './queues.ts';

export interface WorkflowProps {
  bundles: Bundles;
  data: Data;
  outbound: OutboundQueue;
}

/** The state machine that a cohort moves through, and the function behind its stages. */
export class Workflow extends Construct {
  readonly machine: StateMachine;
  readonly stages: Handler;

  constructor(scope: Construct, id: string, { bundles, data, outbound }: WorkflowProps) {
    super(scope, id);
    // A slice of a large cohort takes seconds; matching its hundreds of people, all of a processor for a minute or two.
    const timeout = Duration.minutes(5);
    this.stages = new Handler(this, 'Stages', {
      name: 'stages',
      bundles,
      description: "Does what is due in a cohort's stage",
      memory: 1769,
      timeout,
      environment: {
        [env.table]: data.table.tableName,
        [env.outboxQueue]: outbound.queue.queueUrl,
        [env.mailBucket]: data.mail.bucketName,
      },
    });
    data.keepRecords(this.stages);
    data.listRecords(this.stages, index2);
    data.keepMail(this.stages, facts);
    outbound.acceptFrom(this.stages);

    this.machine = new StateMachine(this, 'Cohort', {
      definitionBody: DefinitionBody.fromString(
        Stack.of(this).toJsonString(
          cohortDefinition({
            stagesFunction: this.stages.function.functionArn,
            stagesTimeoutSeconds: timeout.toSeconds(),
            table: data.table.tableName,
            outboundQueueUrl: outbound.queue.queueUrl,
            partition: Stack.of(this).partition,
          }),
        ),
      ),
      tracingEnabled: true,
      logs: {
        destination: new LogGroup(this, 'Log', {
          logGroupName: vendedLog(this, 'states', 'cohort'),
          retention: RetentionDays.THREE_MONTHS,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
        level: LogLevel.ERROR,
        includeExecutionData: false,
      },
    });
    this.#grant(data, outbound);
    acknowledge(this.machine, {
      'AwsSolutions-SF1': "Step Functions keeps each execution's history; the log is for finding the ones that failed.",
      'AwsSolutions-IAM5[Resource::*]': 'Tracing and the delivery of logs can be granted for all resources only.',
    });
  }

  /** Lets `handler` wake a cohort that holds. */
  wakeFrom(handler: Handler): void {
    this.#allow(handler, 'Wake', 'states:SendTaskSuccess');
  }

  /** Lets `handler` start the executions of a cohort. */
  startFrom(handler: Handler): void {
    this.#allow(handler, 'Start', 'states:StartExecution');
    handler.function.addEnvironment(env.cohortMachine, this.machine.stateMachineArn);
  }

  /** A policy of its own: the role's is there before its function, and so before a machine that calls the function. */
  #allow(handler: Handler, id: string, action: string): void {
    const statements = [new PolicyStatement({ actions: [action], resources: [this.machine.stateMachineArn] })];
    handler.function.role?.attachInlinePolicy(new Policy(handler, id, { statements }));
  }

  /** What the states do themselves. CDK grants nothing to a machine whose definition is written out. */
  #grant(data: Data, outbound: OutboundQueue): void {
    const { machine, stages } = this;
    for (const [action, resource] of [
      ['lambda:InvokeFunction', stages.function.functionArn],
      ['sqs:SendMessage', outbound.queue.queueArn],
    ] as const) {
      machine.addToRolePolicy(new PolicyStatement({ actions: [action], resources: [resource] }));
    }
    machine.addToRolePolicy(
      new PolicyStatement({
        actions: ['dynamodb:UpdateItem'],
        resources: [data.table.tableArn],
        // Cohorts alone, whatever else the table holds: an update names one key, so there is always one to compare.
        conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${cohortPrefix}*`] } },
      }),
    );
    // Outside the role's own policy, which the machine waits for: a policy can't name a machine that waits for it.
    new Policy(this, 'Continue', {
      roles: [machine.role],
      statements: [new PolicyStatement({ actions: ['states:StartExecution'], resources: [machine.stateMachineArn] })],
    });
  }
}
