import { Aws, CfnOutput, Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Http } from './http.ts';
import type { Mail } from './mail.ts';
import type { OutboundQueue } from './queues.ts';
import type { Workflow } from './workflow.ts';

export interface ObserveProps {
  workflow: Workflow;
  http: Http;
  mail: Mail;
  outbound: OutboundQueue;
}

/** Alarms for what a person has to look at, on a topic to subscribe to. Each names its section of docs/runbook.md. */
export class Observe extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { workflow, http, mail, outbound }: ObserveProps) {
    super(scope, id);
    this.topic = new Topic(this, 'Alarms', { enforceSSL: true });
    // A topic with a policy of its own loses the one that lets the account's alarms publish.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
    new CfnOutput(this, 'AlarmTopic', { value: this.topic.topicArn });

    const period = Duration.minutes(5);
    const { machine } = workflow;
    this.#alarm('CohortStuck', 'A cohort is stuck', machine.metricFailed({ period, statistic: 'Sum' }), 0);
    this.#alarm('CohortTimedOut', 'A cohort is stuck', machine.metricTimedOut({ period, statistic: 'Sum' }), 0);
    this.#alarm('CohortAborted', 'A cohort is stuck', machine.metricAborted({ period, statistic: 'Sum' }), 0);
    // The API and the pages answer for their own failures, so Lambda does not see them.
    this.#alarm('RequestsFail', 'A function fails', http.gateway.metricServerError({ period, statistic: 'Sum' }), 0);
    this.#alarm('EmailNotSent', 'An email could not be sent', messages(outbound.deadLetters, period), 0);
    this.#alarm('MailNotRead', 'Mail or feedback was not read', messages(mail.unread, period), 0);
    for (const [name, { function: handler }] of Object.entries({
      Api: http.api,
      Pages: http.pages,
      Stages: workflow.stages,
      Inbox: mail.inbox,
      Outbox: mail.outbox,
      Feedback: mail.feedback,
    })) {
      this.#alarm(`${name}Fails`, 'A function fails', handler.metricErrors({ period, statistic: 'Sum' }), 0);
    }
    // SES puts an account under review at 5 % and 0.1 %, and stops it at 10 % and 0.5 %.
    this.#alarm('Bounces', 'Too much mail bounces', reputation('BounceRate'), 0.04);
    this.#alarm('Complaints', 'People complain about our mail', reputation('ComplaintRate'), 0.0008);
  }

  #alarm(id: string, section: string, metric: IMetric, above: number): void {
    new Alarm(this, id, {
      alarmDescription: `docs/runbook.md: "${section}"`,
      metric,
      threshold: above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      // Nothing is reported while nothing happens, which is most of the time.
      treatMissingData: TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(new SnsAction(this.topic));
  }
}

const messages = (queue: OutboundQueue['deadLetters'], period: Duration): IMetric =>
  queue.metricApproximateNumberOfMessagesVisible({ period, statistic: 'Maximum' });

/** Of the whole account: SES judges accounts, not configuration sets. */
const reputation = (rate: 'BounceRate' | 'ComplaintRate'): IMetric =>
  new Metric({
    namespace: 'AWS/SES',
    metricName: `Reputation.${rate}`,
    period: Duration.hours(1),
    statistic: 'Maximum',
  });
