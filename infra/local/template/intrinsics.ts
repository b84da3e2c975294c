/** What the local system has in place of AWS's own values. */
export interface Locally {
  region: string;
  account: string;
  /** Where the HTTP API is served, without a slash at the end. */
  apiUrl: string;
  queueUrl(name: string): string;
}

export interface Resource {
  Type: string;
  Properties?: Record<string, unknown>;
}

const pseudoParameters = ({ region, account }: Locally): Record<string, string> => ({
  'AWS::Region': region,
  'AWS::AccountId': account,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::StackName': 'Telemachy',
});

/** The property by which a resource can be given its name; a resource without one is named by its logical id. */
const nameProperty: Record<string, string> = {
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::StepFunctions::StateMachine': 'StateMachineName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::SecretsManager::Secret': 'Name',
  'AWS::SES::ConfigurationSet': 'Name',
  'AWS::SES::ReceiptRuleSet': 'RuleSetName',
  'AWS::ApiGatewayV2::Api': 'ApiId',
  'AWS::ApiGatewayV2::Integration': 'IntegrationId',
  'AWS::ApiGatewayV2::Authorizer': 'AuthorizerId',
};

/** Replaces CloudFormation's references and functions by what they stand for on this machine. */
export class Intrinsics {
  readonly #resources: Readonly<Record<string, Resource>>;
  readonly #locally: Locally;
  readonly #pseudo: Record<string, string>;

  constructor(resources: Readonly<Record<string, Resource>>, locally: Locally) {
    this.#resources = resources;
    this.#locally = locally;
    this.#pseudo = pseudoParameters(locally);
  }

  /** `value` without references or functions. Throws an Error that names what can't be resolved. */
  resolve(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((item) => this.resolve(item));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const [name, argument] = entries[0] ?? [''];
    if (entries.length === 1 && (name === 'Ref' || name.startsWith('Fn::'))) return this.#call(name, argument);
    return Object.fromEntries(entries.map(([key, item]) => [key, this.resolve(item)]));
  }

  /** The name of a resource on this machine. */
  name(id: string): string {
    const { Type, Properties } = this.#resource(id);
    const property = nameProperty[Type];
    if (property === undefined) throw new Error(`${id} (${Type}) is referred to, but has no name locally.`);
    const given = this.resolve(Properties?.[property]);
    if (typeof given === 'string') return given;
    // Bucket names are lower case.
    return Type === 'AWS::S3::Bucket' ? id.toLowerCase() : id;
  }

  /** The ARN of a resource, as it would be in the local account. */
  arn(id: string): string {
    const { Type } = this.#resource(id);
    const name = this.name(id);
    switch (Type) {
      case 'AWS::DynamoDB::Table':
        return this.#arn('dynamodb', `table/${name}`);
      case 'AWS::SQS::Queue':
        return this.#arn('sqs', name);
      case 'AWS::S3::Bucket':
        return `arn:aws:s3:::${name}`;
      case 'AWS::Lambda::Function':
        return this.#arn('lambda', `function:${name}`);
      case 'AWS::StepFunctions::StateMachine':
        return this.#arn('states', `stateMachine:${name}`);
      case 'AWS::SNS::Topic':
        return this.#arn('sns', name);
      case 'AWS::SecretsManager::Secret':
        return this.#arn('secretsmanager', `secret:${name}`);
      default:
        throw new Error(`${id} (${Type}) has no ARN locally.`);
    }
  }

  #arn(service: string, resource: string): string {
    return `arn:aws:${service}:${this.#locally.region}:${this.#locally.account}:${resource}`;
  }

  #resource(id: string): Resource {
    const resource = this.#resources[id];
    if (resource === undefined) throw new Error(`The template refers to ${id}, which is not in it.`);
    return resource;
  }

  /** What `Ref` gives: the URL of a queue, the ARN of what is known by its ARN, the name of anything else. */
  #ref(id: string): string {
    const pseudo = this.#pseudo[id];
    if (pseudo !== undefined) return pseudo;
    switch (this.#resource(id).Type) {
      case 'AWS::SQS::Queue':
        return this.#locally.queueUrl(this.name(id));
      case 'AWS::StepFunctions::StateMachine':
      case 'AWS::SNS::Topic':
      case 'AWS::SecretsManager::Secret':
        return this.arn(id);
      default:
        return this.name(id);
    }
  }

  #attribute(id: string, attribute: string): string {
    const { Type } = this.#resource(id);
    if (Type === 'AWS::ApiGatewayV2::Api' && attribute === 'ApiEndpoint') return this.#locally.apiUrl;
    if (attribute === 'Arn' || attribute === 'TopicArn') return this.arn(id);
    if (attribute === 'QueueName' || attribute === 'Name') return this.name(id);
    throw new Error(`${id} (${Type}) has no attribute ${attribute} locally.`);
  }

  #call(name: string, argument: unknown): unknown {
    switch (name) {
      case 'Ref':
        return this.#ref(String(argument));
      case 'Fn::GetAtt': {
        const [id = '', attribute = ''] = Array.isArray(argument) ? argument : String(argument).split(/\.(.*)/s);
        return this.#attribute(id, attribute);
      }
      case 'Fn::Join': {
        const [separator, parts] = this.resolve(argument) as [string, string[]];
        return parts.join(separator);
      }
      case 'Fn::Split': {
        const [separator, text] = this.resolve(argument) as [string, string];
        return text.split(separator);
      }
      case 'Fn::Select': {
        const [index, list] = this.resolve(argument) as [string | number, unknown[]];
        return list[Number(index)];
      }
      case 'Fn::Sub':
        return this.#substitute(argument);
      default:
        throw new Error(`The local system does not know ${name}.`);
    }
  }

  #substitute(argument: unknown): string {
    const [text, values] = Array.isArray(argument) ? argument : [argument, {}];
    const given = this.resolve(values) as Record<string, string>;
    return String(text).replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      return given[name] ?? (name.includes('.') ? String(this.#call('Fn::GetAtt', name)) : this.#ref(name));
    });
  }
}
