import { Aws, CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  MailFromBehaviorOnMxFailure,
  ReceiptRuleSet,
  SuppressionReasons,
  TlsPolicy,
} from 'aws-cdk-lib/aws-ses';
import { Lambda, LambdaInvocationType, S3 } from 'aws-cdk-lib/aws-ses-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { env } from '#shared/env.ts';
import { index1, index2 } from '#shared/store/keys.ts';
import type { Bundles } from './bundles.ts';
import { acknowledge } from './checks.ts';
import type { Workflow } from './cohort-workflow.ts';
import { type Data, facts, inbound, sent } from './data.ts';
import { Handler } from './functions.ts';
import { type OutboundQueue, UnreadQueue } from './queues.ts';
import type { Settings } from './settings.ts';

export interface MailProps {
  bundles: Bundles;
  data: Data;
  outbound: OutboundQueue;
  workflow: Workflow;
  settings: Settings;
  pagesUrl: string;
}

/** Email out, email in, and what becomes of what was sent. */
export class Mail extends Construct {
  readonly outbox: Handler;
  readonly inbox: Handler;
  readonly feedback: Handler;
  readonly unread: UnreadQueue;
  readonly configurationSet: ConfigurationSet;
  readonly identity: EmailIdentity;
  readonly receiptRules: ReceiptRuleSet;

  constructor(scope: Construct, id: string, props: MailProps) {
    super(scope, id);
    const { domain, mailFrom } = props.settings;
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      // What people write to their mentor goes through here: not in the clear, at the price of a bounce.
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      // Not bounces: SES would suppress an address for good that was refused for a temporary reason. We suppress addresses ourselves.
      suppressionReasons: SuppressionReasons.COMPLAINTS_ONLY,
    });
    this.identity = new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(domain),
      ...(mailFrom !== undefined && {
        mailFromDomain: mailFrom,
        // A record that is missing, or taken away one day, costs SPF's alignment and no email.
        mailFromBehaviorOnMxFailure: MailFromBehaviorOnMxFailure.USE_DEFAULT_VALUE,
      }),
    });
    this.unread = new UnreadQueue(this, 'Unread');

    this.outbox = this.#send(props);
    this.feedback = this.#listen(props);
    this.inbox = this.#read(props);
    this.receiptRules = this.#receive(props);
    this.#dnsRecords(props.settings);
  }

  /** Queue -> outbox -> SES. */
  #send({ bundles, data, outbound, workflow, settings, pagesUrl }: MailProps): Handler {
    const outbox = new Handler(this, 'Outbox', {
      name: 'outbox',
      bundles,
      description: 'Sends queued emails',
      memory: 1024,
      // Ten emails at a second each, the slowest that SES takes, and a start; the queue's visibility follows from it.
      timeout: Duration.seconds(30),
      environment: {
        ...records(data, settings),
        [env.mailBucket]: data.mail.bucketName,
        [env.outboxQueue]: outbound.queue.queueUrl,
        [env.configurationSet]: this.configurationSet.configurationSetName,
        [env.signingSecret]: data.signingKey.secretArn,
        [env.pagesUrl]: pagesUrl,
      },
    });
    data.keepRecords(outbox);
    data.listRecords(outbox, index2);
    data.sign(outbox);
    data.readMail(outbox, facts);
    data.keepMail(outbox, sent);
    outbound.acceptFrom(outbox);
    // What was sent from a page counts once its receipt was sent, and may be the last vote.
    workflow.wakeFrom(outbox);
    outbound.queue.grantConsumeMessages(outbox.function);
    outbox.function.addEventSourceMapping('Queue', {
      eventSourceArn: outbound.queue.queueArn,
      batchSize: 10,
      // One email that can't be sent must not send the other nine twice.
      reportBatchItemFailures: true,
      // The fewest that Lambda allows: a new SES account sends 14 emails a second, and two functions come near that.
      maxConcurrency: 2,
    });
    this.#letSend(outbox, settings);
    return outbox;
  }

  /**
   * Lets `outbox` send as our sender, to whomever. SES asks for permission for every identity that an email touches: in its
   * sandbox the recipient's as well, an address or a domain that is not known here. So the sender is what is bound.
   */
  #letSend(outbox: Handler, { sender, replyDomain }: Settings): void {
    const identities = Stack.of(this).formatArn({ service: 'ses', resource: 'identity', resourceName: '*' });
    outbox.allowWhen({ StringEquals: { 'ses:FromAddress': sender } }, ['ses:SendRawEmail'], identities);
    // Bounces go to a source under the reply domain. AWS does not say which of source and From it compares.
    outbox.allowWhen({ StringLike: { 'ses:FromAddress': `*@${replyDomain}` } }, ['ses:SendRawEmail'], identities);
    outbox.allow(['ses:SendRawEmail'], this.#configurationSetArn());
    acknowledge(outbox, {
      'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:identity/*]':
        'The recipients are not known beforehand; the address that mail comes from is the boundary.',
    });
  }

  /** SES -> topic -> feedback: what was delivered, what bounced, who complained. */
  #listen({ bundles, data, settings }: MailProps): Handler {
    const topic = new Topic(this, 'Events', { enforceSSL: true });
    this.configurationSet.addEventDestination('Feedback', {
      destination: EventDestination.snsTopic(topic),
      // Not opens and clicks: whether someone has read a letter is theirs to say.
      events: [
        EmailSendingEvent.SEND,
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
      ],
    });
    const feedback = new Handler(this, 'Feedback', {
      name: 'feedback',
      bundles,
      description: 'Records deliveries, bounces and complaints',
      // One event is one or two writes.
      memory: 256,
      timeout: Duration.seconds(10),
      environment: records(data, settings),
    });
    data.keepRecords(feedback);
    // For when SNS can't call the function at all; what the function fails on goes there from Lambda.
    topic.addSubscription(new LambdaSubscription(feedback.function, { deadLetterQueue: this.unread }));
    feedback.function.configureAsyncInvoke({ onFailure: new SqsDestination(this.unread) });
    return feedback;
  }

  #read({ bundles, data, outbound, workflow, settings, pagesUrl }: MailProps): Handler {
    const inbox = new Handler(this, 'Inbox', {
      name: 'inbox',
      bundles,
      description: 'Reads the replies that people send',
      // A message of 10 MB is held several times over while it is taken apart: as sent, decoded, compared.
      memory: 1024,
      timeout: Duration.seconds(60),
      environment: {
        ...records(data, settings),
        [env.mailBucket]: data.mail.bucketName,
        [env.outboxQueue]: outbound.queue.queueUrl,
        [env.signingSecret]: data.signingKey.secretArn,
        [env.pagesUrl]: pagesUrl,
      },
    });
    data.keepRecords(inbox);
    data.listRecords(inbox, index1, index2);
    data.sign(inbox);
    data.readMail(inbox, inbound, sent);
    data.setMailAside(inbox);
    outbound.acceptFrom(inbox);
    workflow.wakeFrom(inbox);
    inbox.function.configureAsyncInvoke({ onFailure: new SqsDestination(this.unread) });
    return inbox;
  }

  /** SES -> bucket, then SES -> inbox. Made but never activated: a region has one active rule set, maybe another's. */
  #receive({ data, settings: { name, domain, replyDomain, sender } }: MailProps): ReceiptRuleSet {
    if (!replyDomain.endsWith(`.${domain}`) && replyDomain !== domain) {
      new EmailIdentity(this, 'ReplyIdentity', { identity: Identity.domain(replyDomain) });
    }
    const rules = new ReceiptRuleSet(this, 'ReceiptRules', {
      receiptRuleSetName: `${name.toLowerCase()}-inbound`,
    });
    rules.addRule('Replies', {
      // And the address that people see: with the domain's MX at SES, a new mail to it reaches the coordinator.
      recipients: sender.endsWith(`@${replyDomain}`) ? [replyDomain] : [replyDomain, sender],
      tlsPolicy: TlsPolicy.REQUIRE,
      scanEnabled: true,
      actions: [
        new S3({ bucket: data.mail, objectKeyPrefix: inbound }),
        new Lambda({ function: this.inbox.function, invocationType: LambdaInvocationType.EVENT }),
      ],
    });
    return rules;
  }

  /** What whoever keeps the domain's DNS has to add, in the words of a zone file. */
  #dnsRecords({ replyDomain, mailFrom }: Settings): void {
    for (const [index, { name, value }] of this.identity.dkimRecords.entries()) {
      new CfnOutput(this, `Dkim${index + 1}`, { value: `${name}. CNAME ${value}.` });
    }
    if (mailFrom !== undefined) {
      new CfnOutput(this, 'FromMx', { value: `${mailFrom}. MX 10 feedback-smtp.${Aws.REGION}.amazonses.com.` });
      new CfnOutput(this, 'FromSpf', { value: `${mailFrom}. TXT "v=spf1 include:amazonses.com ~all"` });
    }
    new CfnOutput(this, 'Mx', { value: `${replyDomain}. MX 10 inbound-smtp.${Aws.REGION}.amazonaws.com.` });
  }

  #configurationSetArn(): string {
    return Stack.of(this).formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: this.configurationSet.configurationSetName,
    });
  }
}

const records = (data: Data, { replyDomain, sender }: Settings) => ({
  [env.table]: data.table.tableName,
  [env.replyDomain]: replyDomain,
  [env.sender]: sender,
});
