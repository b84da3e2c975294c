import { Duration, Stack } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { cohortPrefix, index1, index2, promisePrefix } from '#shared/store/keys.ts';
import { acknowledge } from './checks.ts';
import type { Handler } from './functions.ts';
import { removalOf, type Settings } from './settings.ts';

/** Folders of the mail bucket: what SES received, what of it answers nothing of ours, and what was sent, as sent. */
export const inbound = 'inbound/';
const unclaimed = 'unclaimed/';
export const sent = 'sent/';
/** And what emails tell that is too long for a record. */
export const facts = 'facts/';

/** What Telemachy keeps: the table of records, the bucket of raw mail, and the key that links are signed with. */
export class Data extends Construct {
  readonly table: Table;
  readonly mail: Bucket;
  readonly signingKey: Secret;

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    const { deletionProtection, keepMailDays } = settings;
    const removalPolicy = removalOf(settings);

    this.table = new Table(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      // A cohort writes thousands of items on a few days of a year and none on the others.
      billingMode: BillingMode.PAY_PER_REQUEST,
      timeToLiveAttribute: 'expiresAt',
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection,
      removalPolicy,
    });
    for (const { name, pk, sk } of [index1, index2]) {
      this.table.addGlobalSecondaryIndex({
        indexName: name,
        partitionKey: { name: pk, type: AttributeType.STRING },
        sortKey: { name: sk, type: AttributeType.STRING },
        projectionType: ProjectionType.ALL,
      });
    }

    this.mail = new Bucket(this, 'Mail', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      // A version that outlived its mail would outlive the erasure of a person too.
      versioned: false,
      lifecycleRules: [
        ...[inbound, sent, facts].map((prefix) => ({ prefix, expiration: Duration.days(keepMailDays) })),
        // Long enough to be put back, should it turn out that our key was the wrong one.
        { prefix: unclaimed, expiration: Duration.days(1) },
      ],
      removalPolicy,
    });
    acknowledge(this.mail, {
      'AwsSolutions-S1':
        'Only the functions of this stack read it; an access log would be another record of who wrote.',
    });

    this.signingKey = new Secret(this, 'SigningKey', {
      description: 'Signs links and reply addresses. What the version before it has signed is taken, too.',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy,
    });
    acknowledge(this.signingKey, {
      'AwsSolutions-SMG4':
        'Rotating it twice breaks the links and reply addresses in mail that people have not answered; the runbook says when.',
    });
  }

  /**
   * Lets `handler` read and write records of cohorts and promises one by one; not delete them, nor scan, import or export the
   * table.
   */
  keepRecords(handler: Handler): void {
    handler.allowWhen(
      // A request for one record names one key, so there is always one to compare.
      { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${cohortPrefix}*`, `${promisePrefix}*`] } },
      ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
      this.table.tableArn,
    );
  }

  /** Lets `handler` read lists of records: those of a cohort, and those that `indexes` find. */
  listRecords(handler: Handler, ...indexes: { name: string }[]): void {
    const { tableArn } = this.table;
    const cohortsAlone = { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${cohortPrefix}*`] } };
    handler.allowWhen(cohortsAlone, ['dynamodb:Query'], tableArn);
    // Named one by one: `index/*` would take in whatever index is added later.
    if (indexes.length > 0)
      handler.allow(['dynamodb:Query'], ...indexes.map(({ name }) => `${tableArn}/index/${name}`));
  }

  /** Lets `handler` read the mail in `folders` of the bucket, and see what mail there is. */
  readMail(handler: Handler, ...folders: string[]): void {
    handler.allow(['s3:GetObject'], ...folders.map((folder) => this.mail.arnForObjects(`${folder}*`)));
    // Of the whole bucket: asked for a message that has expired, S3 tells only those who may list that it is gone.
    handler.allow(['s3:ListBucket'], this.mail.bucketArn);
    this.#anyMessage(handler, folders);
  }

  /** Lets `handler` keep mail in `folder` of the bucket. */
  keepMail(handler: Handler, folder: string): void {
    handler.allow(['s3:PutObject'], this.mail.arnForObjects(`${folder}*`));
    this.#anyMessage(handler, [folder]);
  }

  /** Lets `handler` move received mail to where it lies for a day. */
  setMailAside(handler: Handler): void {
    handler.allow(['s3:DeleteObject'], this.mail.arnForObjects(`${inbound}*`));
    this.keepMail(handler, unclaimed);
  }

  #anyMessage(handler: Handler, folders: string[]): void {
    const bucket = Stack.of(this).getLogicalId(this.mail.node.defaultChild as CfnBucket);
    const reason = 'A message has a name that is not known beforehand; the folder is the boundary.';
    const findings = folders.map((folder) => [`AwsSolutions-IAM5[Resource::<${bucket}.Arn>/${folder}*]`, reason]);
    acknowledge(handler, Object.fromEntries(findings));
  }

  /** Lets `handler` read the key that links and reply addresses are signed with. */
  sign(handler: Handler): void {
    handler.allow(['secretsmanager:GetSecretValue'], this.signingKey.secretArn);
  }
}
