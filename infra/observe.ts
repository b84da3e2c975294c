import { Aws, CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { counted } from '#shared/counted.ts';
import type { Workflow } from './cohort-workflow.ts';
import { keepDashboard } from './dashboard.ts';
import type { Data } from './data.ts';
import type { Handler } from './functions.ts';
import type { Http } from './http.ts';
import type { Mail } from './mail.ts';
import type { OutboundQueue } from './queues.ts';

export interface ObserveProps {
  data: Data;
  workflow: Workflow;
  http: Http;
  mail: Mail;
  outbound: OutboundQueue;
}

const period = Duration.minutes(5);

/**
 * Alarms for what a person has to look at, on a topic to subscribe to, and one dashboard. Each alarm names its section of
 * docs/runbook.md.
 */
export class Observe extends Construct {
  readonly topic: Topic;
  readonly #alarms: Alarm[] = [];

  constructor(scope: Construct, id: string, props: ObserveProps) {
    super(scope, id);
    const { data, workflow, http, mail, outbound } = props;
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

    const functions = {
      Api: http.api,
      Pages: http.pages,
      Stages: workflow.stages,
      Inbox: mail.inbox,
      Outbox: mail.outbox,
      Feedback: mail.feedback,
    };
    const emailsFailed = this.#count(counted.emailFailed.metric, mail.outbox);
    const feedbackIgnored = this.#count(counted.notAnEvent.metric, mail.feedback);

    const { machine } = workflow;
    this.#alarm('CohortStuck', 'A cohort is stuck', machine.metricFailed({ period, statistic: 'Sum' }), 0);
    this.#alarm('CohortTimedOut', 'A cohort is stuck', machine.metricTimedOut({ period, statistic: 'Sum' }), 0);
    this.#alarm('CohortAborted', 'A cohort is stuck', machine.metricAborted({ period, statistic: 'Sum' }), 0);
    // The API and the pages answer for their own failures, so Lambda does not see them.
    this.#alarm('RequestsFail', 'A function fails', http.gateway.metricServerError({ period, statistic: 'Sum' }), 0);
    // An hour: a batch of the fullest queue is minutes, and with less than an hour left nobody answers by a deadline.
    this.#alarm('EmailsLate', 'Emails are late', ageOf(outbound.queue), 3600);
    // SQS leaves a message out of that age once it has come back three times, as those do that SES wants later: an hour
    // in which some were always set aside.
    this.#alarm('EmailsSetAside', 'Emails are late', setAside(outbound.queue), 0, { periods: 12 });
    this.#alarm('EmailsFailed', 'An email could not be sent', emailsFailed, 0);
    this.#alarm('EmailNotSent', 'An email could not be sent', messages(outbound.deadLetters), 0);
    this.#alarm('MailNotRead', 'Mail or feedback was not read', messages(mail.unread), 0);
    for (const [name, { function: handler }] of Object.entries(functions)) {
      this.#alarm(`${name}Fails`, 'A function fails', handler.metricErrors({ period, statistic: 'Sum' }), 0);
    }
    // A burst is tried again by whoever called. A quarter of an hour of it means that the account's quota is too small.
    this.#alarm('Throttled', 'Functions are throttled', throttles(), 0, { periods: 3 });
    // SES puts an account under review at 5 % and 0.1 %, and stops it at 10 % and 0.5 %.
    this.#alarm('Bounces', 'Too much mail bounces', reputation('BounceRate'), 0.04);
    this.#alarm('Complaints', 'People complain about our mail', reputation('ComplaintRate'), 0.0008);

    const alarms = this.#alarms;
    keepDashboard(this, { alarms, data, workflow, http, mail, outbound, functions, emailsFailed, feedbackIgnored });
  }

  /** What the log of `handler` counts under a name (shared/counted.ts). */
  #count(name: string, { log }: Handler): Metric {
    const filter = new MetricFilter(this, name.concat('Count'), {
      logGroup: log,
      filterPattern: FilterPattern.stringValue('$.counted', '=', name),
      // The stack's name, so that staging does not count for production.
      metricNamespace: Stack.of(this).stackName,
      metricName: name,
      metricValue: '1',
    });
    return filter.metric({ period, statistic: 'Sum' });
  }

  #alarm(id: string, section: string, metric: IMetric, above: number, { periods = 1 } = {}): void {
    const alarm = new Alarm(this, id, {
      alarmDescription: `docs/runbook.md: "${section}"`,
      metric,
      threshold: above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: periods,
      // Nothing is reported while nothing happens, which is most of the time.
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    this.#alarms.push(alarm);
  }
}

const messages = (queue: OutboundQueue['deadLetters']): IMetric =>
  queue.metricApproximateNumberOfMessagesVisible({ period, statistic: 'Maximum' });

/** Seconds for which the oldest email has been waiting. */
const ageOf = (queue: OutboundQueue['queue']): IMetric =>
  queue.metricApproximateAgeOfOldestMessage({ period, statistic: 'Maximum' });

/** How few emails were with the outbox, or back from it with a delay. */
const setAside = (queue: OutboundQueue['queue']): IMetric =>
  queue.metricApproximateNumberOfMessagesNotVisible({ period, statistic: 'Minimum' });

/** Of the whole account and region, as the quota is. */
const throttles = (): IMetric =>
  new Metric({ namespace: 'AWS/Lambda', metricName: 'Throttles', period, statistic: 'Sum' });

/** Of the whole account: SES judges accounts, not configuration sets. */
const reputation = (rate: 'BounceRate' | 'ComplaintRate'): IMetric =>
  new Metric({
    namespace: 'AWS/SES',
    metricName: `Reputation.${rate}`,
    period: Duration.hours(1),
    statistic: 'Maximum',
  });
