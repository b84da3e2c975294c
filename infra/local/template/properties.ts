import * as z from 'zod';

/** Needed in AWS and of no consequence here: permissions, logs, alarms, the issuer of tokens, DNS identities. */
export const ignored = new Set([
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Stage',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::Cognito::UserPool',
  'AWS::Cognito::UserPoolClient',
  'AWS::Cognito::UserPoolDomain',
  'AWS::Cognito::UserPoolResourceServer',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::Lambda::Permission',
  'AWS::Logs::LogGroup',
  'AWS::Logs::MetricFilter',
  'AWS::S3::BucketPolicy',
  'AWS::SES::EmailIdentity',
  'AWS::SES::ReceiptRuleSet',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
]);

const KeySchema = z.array(z.strictObject({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));

/** Present in AWS and of no consequence here, as above; any property that is not named is refused. */
export const unused = z.unknown().optional();

/** The properties that the local system understands, by type of resource. */
export const properties = {
  'AWS::DynamoDB::Table': z.strictObject({
    KeySchema,
    AttributeDefinitions: z.array(
      z.strictObject({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
    ),
    GlobalSecondaryIndexes: z
      .array(
        z.strictObject({
          IndexName: z.string(),
          KeySchema,
          Projection: z.strictObject({ ProjectionType: z.literal('ALL') }),
        }),
      )
      .default([]),
    TimeToLiveSpecification: z.strictObject({ AttributeName: z.string(), Enabled: z.literal(true) }).optional(),
    BillingMode: z.literal('PAY_PER_REQUEST'),
    TableName: unused,
    PointInTimeRecoverySpecification: unused,
    DeletionProtectionEnabled: unused,
  }),
  'AWS::SQS::Queue': z.strictObject({
    // AWS's own values where the template has none.
    VisibilityTimeout: z.number().default(30),
    MessageRetentionPeriod: z.number().default(345_600),
    RedrivePolicy: z.strictObject({ deadLetterTargetArn: z.string(), maxReceiveCount: z.number() }).optional(),
    QueueName: unused,
    SqsManagedSseEnabled: unused,
  }),
  'AWS::Events::Rule': z.strictObject({
    ScheduleExpression: z.string().regex(/^rate\(\d+ minutes\)$/),
    State: z.literal('ENABLED'),
    Targets: z.tuple([z.strictObject({ Arn: z.string(), Input: z.string(), Id: unused })]),
    Description: unused,
  }),
  'AWS::S3::Bucket': z.strictObject({
    BucketName: unused,
    BucketEncryption: unused,
    LifecycleConfiguration: unused,
    PublicAccessBlockConfiguration: unused,
  }),
  'AWS::SecretsManager::Secret': z.strictObject({
    GenerateSecretString: z.strictObject({ PasswordLength: z.number(), ExcludePunctuation: z.boolean() }),
    Name: unused,
    Description: unused,
  }),
  'AWS::Lambda::Function': z.strictObject({
    Code: z.strictObject({ S3Bucket: unused, S3Key: z.string() }),
    Handler: z.string().regex(/^\w+\.\w+$/),
    Environment: z.strictObject({ Variables: z.record(z.string(), z.string()) }),
    Timeout: z.number(),
    MemorySize: z.number(),
    Runtime: z.literal('nodejs24.x'),
    FunctionName: unused,
    Description: unused,
    Architectures: unused,
    Role: unused,
    LoggingConfig: unused,
  }),
  'AWS::Lambda::EventSourceMapping': z.strictObject({
    EventSourceArn: z.string(),
    FunctionName: z.string(),
    BatchSize: z.number(),
    FunctionResponseTypes: z.tuple([z.literal('ReportBatchItemFailures')]).optional(),
    ScalingConfig: z.strictObject({ MaximumConcurrency: z.number() }),
  }),
  'AWS::Lambda::EventInvokeConfig': z.strictObject({
    FunctionName: z.string(),
    Qualifier: z.literal('$LATEST'),
    DestinationConfig: z.strictObject({ OnFailure: z.strictObject({ Destination: z.string() }) }).optional(),
    // AWS's own value where the template has none.
    MaximumRetryAttempts: z.number().default(2),
  }),
  'AWS::StepFunctions::StateMachine': z.strictObject({
    DefinitionString: z.string(),
    StateMachineName: unused,
    StateMachineType: z.literal('STANDARD').optional(),
    RoleArn: unused,
    LoggingConfiguration: unused,
    TracingConfiguration: unused,
  }),
  'AWS::ApiGatewayV2::Integration': z.strictObject({
    IntegrationType: z.literal('AWS_PROXY'),
    IntegrationUri: z.string(),
    PayloadFormatVersion: z.literal('2.0'),
    ApiId: unused,
  }),
  'AWS::ApiGatewayV2::Route': z.strictObject({
    RouteKey: z.string().regex(/^(GET|POST|PUT|PATCH|DELETE) \/\S*$/),
    Target: z.string().regex(/^integrations\/\w+$/),
    AuthorizationType: z.enum(['JWT', 'NONE']),
    AuthorizationScopes: z.array(z.string()).optional(),
    AuthorizerId: unused,
    ApiId: unused,
  }),
  'AWS::SNS::Topic': z.strictObject({ TopicName: unused }),
  'AWS::SNS::Subscription': z.strictObject({
    TopicArn: z.string(),
    Protocol: z.literal('lambda'),
    Endpoint: z.string(),
    RedrivePolicy: unused,
  }),
  'AWS::SES::ReceiptRule': z.strictObject({
    RuleSetName: z.string(),
    Rule: z.strictObject({
      Enabled: z.literal(true),
      Recipients: z.array(z.string()).min(1),
      Actions: z.tuple([
        z.strictObject({ S3Action: z.strictObject({ BucketName: z.string(), ObjectKeyPrefix: z.string() }) }),
        z.strictObject({
          LambdaAction: z.strictObject({ FunctionArn: z.string(), InvocationType: z.literal('Event') }),
        }),
      ]),
      ScanEnabled: unused,
      TlsPolicy: unused,
    }),
  }),
  'AWS::SES::ConfigurationSet': z.strictObject({
    Name: unused,
    DeliveryOptions: unused,
    ReputationOptions: unused,
    SuppressionOptions: unused,
  }),
  'AWS::SES::ConfigurationSetEventDestination': z.strictObject({
    ConfigurationSetName: z.string(),
    EventDestination: z.strictObject({
      Enabled: z.literal(true),
      MatchingEventTypes: z.array(z.string()),
      SnsDestination: z.strictObject({ TopicARN: z.string() }),
      Name: unused,
    }),
  }),
};
