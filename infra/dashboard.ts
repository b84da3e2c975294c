import { Duration, Stack } from 'aws-cdk-lib';
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  Metric,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { Workflow } from './cohort-workflow.ts';
import type { Data } from './data.ts';
import type { Handler } from './functions.ts';
import type { Http } from './http.ts';
import type { Mail } from './mail.ts';
import type { OutboundQueue } from './queues.ts';

export interface Shown {
  alarms: Alarm[];
  data: Data;
  workflow: Workflow;
  http: Http;
  mail: Mail;
  outbound: OutboundQueue;
  /** By the name under which their alarms go. */
  functions: Record<string, Handler>;
  emailsFailed: Metric;
  feedbackIgnored: Metric;
}

/** An hour a point: a program happens over weeks, and what is urgent rings. */
const sums = { period: Duration.hours(1), statistic: 'Sum' } as const;
const highest = { period: Duration.hours(1), statistic: 'Maximum' } as const;

/** One page with what there is to see, mail first: it is what people notice. */
export function keepDashboard(scope: Construct, shown: Shown): Dashboard {
  const { alarms, data, workflow, http, mail, outbound, functions, emailsFailed, feedbackIgnored } = shown;
  const { machine } = workflow;
  const { gateway } = http;
  const ofEach = (metric: (handler: Handler) => Metric): IMetric[] =>
    Object.entries(functions).map(([label, handler]) => metric(handler).with({ label }));

  return new Dashboard(scope, 'Dashboard', {
    dashboardName: Stack.of(scope).stackName,
    defaultInterval: Duration.days(14),
    widgets: [
      [new AlarmStatusWidget({ title: 'Alarms (docs/runbook.md)', alarms, width: 24, height: 3 })],
      [
        graph('Mail out (account)', ['Send', 'Delivery', 'Bounce', 'Complaint', 'Reject'].map(ses)),
        graph('Emails that wait', [
          outbound.queue.metricApproximateNumberOfMessagesVisible(highest),
          outbound.queue.metricApproximateNumberOfMessagesNotVisible(highest),
        ]),
        graph('Seconds that the oldest has waited', [outbound.queue.metricApproximateAgeOfOldestMessage(highest)]),
        graph('Given up', [
          emailsFailed.with(sums),
          outbound.deadLetters.metricApproximateNumberOfMessagesVisible({ ...highest, label: 'dead letters' }),
          mail.unread.metricApproximateNumberOfMessagesVisible({ ...highest, label: 'not read' }),
        ]),
      ],
      [
        graph('Mail in', [
          mail.inbox.function.metricInvocations({ ...sums, label: 'replies' }),
          feedbackIgnored.with(sums),
        ]),
        graph('Cohorts', [
          machine.metricStarted({ ...sums, label: 'started' }),
          machine.metricFailed({ ...sums, label: 'stuck' }),
          machine.metricTimedOut({ ...sums, label: 'timed out' }),
          machine.metricAborted({ ...sums, label: 'aborted' }),
        ]),
        graph('Requests', [
          gateway.metricCount({ ...sums, label: 'all' }),
          gateway.metricClientError({ ...sums, label: '4xx' }),
          gateway.metricServerError({ ...sums, label: '5xx' }),
        ]),
        graph('Milliseconds of a request', [gateway.metricLatency({ ...highest, statistic: 'p99' })]),
      ],
      [
        graph(
          'Errors of functions',
          ofEach(({ function: handler }) => handler.metricErrors(sums)),
        ),
        graph(
          'Throttles of functions',
          ofEach(({ function: handler }) => handler.metricThrottles(sums)),
        ),
        graph(
          'Longest run (ms)',
          ofEach(({ function: handler }) => handler.metricDuration(highest)),
        ),
        graph('Table', [
          data.table.metricConsumedReadCapacityUnits(sums),
          data.table.metricConsumedWriteCapacityUnits(sums),
        ]),
      ],
    ],
  });
}

const graph = (title: string, left: IMetric[]): IWidget =>
  new GraphWidget({ title, left, width: 6, height: 6, leftYAxis: { min: 0 } });

/** SES counts for the account, not for a configuration set. */
const ses = (metricName: string): IMetric => new Metric({ namespace: 'AWS/SES', metricName, ...sums });
