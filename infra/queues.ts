import { Duration } from 'aws-cdk-lib';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { OutboundMessage } from '#domain/program/workflow-messages.ts';
import { acknowledge } from './checks.ts';
import type { Handler } from './functions.ts';

/** As long as SQS keeps a message: a fortnight's holiday must not cost anyone an email. */
const untilSeen = Duration.days(14);

/** A queue that is encrypted at rest and in transit. */
class PrivateQueue extends Queue {
  constructor(scope: Construct, id: string, props: QueueProps) {
    super(scope, id, { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, ...props });
  }
}

/** Emails that are to be sent, and those that could not be. */
export class OutboundQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.deadLetters = new PrivateQueue(this, 'DeadLetters', { retentionPeriod: untilSeen });
    this.queue = new PrivateQueue(this, 'Queue', {
      // Six times the sender's timeout, as Lambda asks: a message must not come back while its batch is being sent.
      visibilityTimeout: Duration.seconds(180),
      retentionPeriod: untilSeen,
      // SES may ask for less for a day, when a sending quota is used up. Each return of an email counts; with the delays of
      // functions/outbox/retry-later.ts, doubling to an hour, 30 returns are 21 hours. What fails for another reason comes
      // back every 180 s, and is given up after an hour and a half.
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: 30 },
    });
    // Emails without a message on the queue count as missed after 15 minutes; this looks for them every 30.
    const look: OutboundMessage = { look: 'missed' };
    new Rule(this, 'Look', {
      description: 'Has the outbox look for emails that were missed',
      schedule: Schedule.rate(Duration.minutes(30)),
      targets: [new SqsQueue(this.queue, { message: RuleTargetInput.fromObject(look) })],
    });
  }

  /** Lets `handler` put emails on the queue. */
  acceptFrom(handler: Handler): void {
    handler.allow(['sqs:SendMessage'], this.queue.queueArn);
  }
}

/** Events that a function failed on three times: received mail, feedback about sent mail. */
export class UnreadQueue extends PrivateQueue {
  constructor(scope: Construct, id: string) {
    super(scope, id, { retentionPeriod: untilSeen });
    acknowledge(this, { 'AwsSolutions-SQS3': 'It holds the dead letters of functions, so it is named by no queue.' });
  }
}
