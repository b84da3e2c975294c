import { Aws, CfnOutput } from 'aws-cdk-lib';
import type { IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer, HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { OAuthScope, ResourceServerScope, UserPool } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { acknowledge } from './checks.ts';
import { removalOf, type Settings } from './settings.ts';

const server = 'telemachy';
const read = new ResourceServerScope({ scopeName: 'cohorts.read', scopeDescription: 'See cohorts' });
const write = new ResourceServerScope({ scopeName: 'cohorts.write', scopeDescription: 'Start and change cohorts' });

/** What a token of the API may be for. */
export const scopes = {
  read: `${server}/${read.scopeName}`,
  write: `${server}/${write.scopeName}`,
} as const;

/** Who the API takes tokens from: the issuer that the settings name, or else a Cognito user pool made here. */
export class Tokens extends Construct {
  readonly authorizer: IHttpRouteAuthorizer;

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    const { issuer, audience } = settings;
    this.authorizer =
      issuer === undefined
        ? this.#userPool(settings)
        : new HttpJwtAuthorizer('Authorizer', issuer, { jwtAudience: audience ?? [] });
  }

  /** A pool without users: programs get tokens with the client's id and secret (OAuth 2.0 client credentials). */
  #userPool(settings: Settings): IHttpRouteAuthorizer {
    const pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      passwordPolicy: {
        minLength: 16,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
      },
      removalPolicy: removalOf(settings),
    });
    acknowledge(pool, {
      'AwsSolutions-COG2': 'The pool has no users to ask for a second factor.',
      'AwsSolutions-COG8': 'Without users there are no sign-ins for the plus tier to watch.',
    });
    const resourceServer = pool.addResourceServer('Server', { identifier: server, scopes: [read, write] });
    const client = pool.addClient('Coordinators', {
      generateSecret: true,
      oAuth: {
        flows: { clientCredentials: true },
        scopes: [read, write].map((one) => OAuthScope.resourceServer(resourceServer, one)),
      },
    });
    // Unique in its region, as Cognito asks; with the account, because names by themselves are taken.
    const domain = pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: `${settings.name.toLowerCase()}-${Aws.ACCOUNT_ID}` },
    });
    new CfnOutput(this, 'TokenUrl', { value: `${domain.baseUrl()}/oauth2/token` });
    new CfnOutput(this, 'ClientId', { value: client.userPoolClientId });
    return new HttpUserPoolAuthorizer('Authorizer', pool, { userPoolClients: [client] });
  }
}
