import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Intrinsics, type Locally, type Resource } from '#infra/local/template/intrinsics.ts';

interface Statement {
  Effect: 'Allow' | 'Deny';
  Action: string | string[];
  Resource: unknown;
  Condition?: Record<string, Record<string, unknown>>;
}

interface Policy {
  Roles: { Ref: string }[];
  PolicyDocument: { Statement: Statement[] };
}

/** The account that a template is read for. */
export const account: Locally = {
  region: 'eu-west-1',
  account: '000000000000',
  apiUrl: 'http://127.0.0.1:8080',
  queueUrl: (name) => `http://127.0.0.1:9324/000000000000/${name}`,
};

/**
 * What the roles of a synthesised template may do, decided as IAM decides: by action, resource and condition. Knows the
 * operators that the template uses, and throws at others.
 */
export class Access {
  readonly #resources: Readonly<Record<string, Resource>>;
  readonly #intrinsics: Intrinsics;

  constructor(resources: Readonly<Record<string, Resource>>) {
    this.#resources = resources;
    this.#intrinsics = new Intrinsics(resources, account);
  }

  /** Of the template in a folder; `changed` may alter its text. */
  static of(folder: string, changed = (text: string): string => text): Access {
    const text = readFileSync(join(folder, 'Telemachy.template.json'), 'utf8');
    return new Access(JSON.parse(changed(text)).Resources);
  }

  /** The logical id of a function's role, by the function's folder. */
  roleOf(functionName: string): string {
    for (const { Type, Properties = {} } of Object.values(this.#resources)) {
      const { Variables } = (Properties.Environment ?? {}) as { Variables?: Record<string, string> };
      if (Type !== 'AWS::Lambda::Function' || Variables?.POWERTOOLS_SERVICE_NAME !== functionName) continue;
      return (Properties.Role as { 'Fn::GetAtt': [string] })['Fn::GetAtt'][0];
    }
    throw new Error(`There is no function ${functionName}.`);
  }

  statements(role: string): Statement[] {
    return Object.values(this.#resources)
      .filter(({ Type }) => Type === 'AWS::IAM::Policy')
      .map(({ Properties }) => Properties as unknown as Policy)
      .filter(({ Roles }) => Roles.some(({ Ref }) => Ref === role))
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
  }

  /** Every action that the role has been allowed, on whatever. */
  actions(role: string): string[] {
    return [...new Set(this.statements(role).flatMap(({ Action }) => Action))].sort();
  }

  /** The logical ids of the roles; those that `service` alone takes on, if one is given. */
  rolesOf(service?: string): string[] {
    return Object.entries(this.#resources)
      .filter(([, { Type }]) => Type === 'AWS::IAM::Role')
      .filter(([, role]) => service === undefined || JSON.stringify(role).includes(`"Service":"${service}"`))
      .map(([id]) => id);
  }

  /** ARNs of what is attached to a role from elsewhere. */
  managedPolicies(): unknown[] {
    return Object.values(this.#resources).flatMap(({ Properties }) => Properties?.ManagedPolicyArns ?? []);
  }

  /** Whether the role may do `action` with the resource, in a request of which `context` is true. */
  allows(role: string, action: string, resource: string, context: Record<string, string | string[]> = {}): boolean {
    const fitting = this.statements(role).filter(
      ({ Action, Resource, Condition = {} }) =>
        [Action].flat().includes(action) &&
        [this.#intrinsics.resolve(Resource)].flat().some((pattern) => matches(String(pattern), resource)) &&
        Object.entries(Condition).every(([operator, keys]) => this.#holds(operator, keys, context)),
    );
    return fitting.length > 0 && fitting.every(({ Effect }) => Effect === 'Allow');
  }

  #holds(operator: string, keys: Record<string, unknown>, context: Record<string, string | string[]>): boolean {
    return Object.entries(keys).every(([key, asked]) => {
      const wanted = [this.#intrinsics.resolve(asked)].flat().map(String);
      const given = context[key];
      switch (operator) {
        case 'StringEquals':
          return typeof given === 'string' && wanted.includes(given);
        case 'StringLike':
          return typeof given === 'string' && wanted.some((pattern) => matches(pattern, given));
        case 'ForAllValues:StringLike':
          return [given ?? []].flat().every((one) => wanted.some((pattern) => matches(pattern, one)));
        default:
          throw new Error(`The condition ${operator} is not known here.`);
      }
    });
  }
}

/** IAM's own patterns: `*` for any number of characters, `?` for one. */
function matches(pattern: string, text: string): boolean {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's').test(text);
}
