import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogField, AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type CfnRoute,
  type CfnStage,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  type HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { env } from '#shared/env.ts';
import { index1, index2 } from '#shared/store/keys.ts';
import type { Bundles } from './bundles.ts';
import { acknowledge } from './checks.ts';
import type { Data } from './data.ts';
import { Handler, vendedLog } from './functions.ts';
import type { OutboundQueue } from './queues.ts';
import type { Settings } from './settings.ts';
import { scopes, Tokens } from './tokens.ts';
import type { Workflow } from './workflow.ts';

const { GET, POST, PUT, PATCH, DELETE } = HttpMethod;

/** Requests a second to one route of the pages: a thousand people who open their links in the same minute make 20. */
const mostVisits = { rate: 50, burst: 100 };
/** And to one of the API, which a few coordinators and their programs call. */
const mostCalls = { rate: 20, burst: 40 };

/** For coordinators, with a token. Reading needs the one scope, everything else the other. */
const apiRoutes: [string, ...HttpMethod[]][] = [
  ['/v1/cohorts', GET, POST],
  ['/v1/cohorts/{id}', GET],
  ['/v1/cohorts/{id}/milestones', PATCH],
  ['/v1/cohorts/{id}/cancel', POST],
  ['/v1/cohorts/{id}/resume', POST],
  ['/v1/cohorts/{id}/matches/preview', POST],
  ['/v1/cohorts/{id}/matches/weights', PUT],
  ['/v1/cohorts/{id}/matches/decision', GET, POST],
  ['/v1/cohorts/{id}/people', GET],
  ['/v1/cohorts/{id}/people/{person}/hold', PUT, DELETE],
  ['/v1/cohorts/{id}/people/{person}/links', DELETE],
  ['/v1/cohorts/{id}/people/{person}/stop', DELETE],
  ['/v1/cohorts/{id}/emails', GET],
  ['/v1/cohorts/{id}/emails/{email}/resend', POST],
  ['/v1/cohorts/{id}/report', GET],
  ['/v1/cohorts/{id}/replies', GET],
  ['/v1/cohorts/{id}/events', GET],
];

/** For whoever has the link: a form, how to stop, and, for the coordinator, the weights of the matching. And what this is. */
const pageRoutes: [string, ...HttpMethod[]][] = [
  ['/f/{token}', GET, POST],
  ['/u/{token}', GET, POST],
  ['/w/{token}', GET, POST],
  ['/', GET],
];

export interface HttpProps {
  bundles: Bundles;
  data: Data;
  outbound: OutboundQueue;
  workflow: Workflow;
  settings: Settings;
}

/** The HTTP API: JSON for coordinators, pages for people with a signed link. */
export class Http extends Construct {
  readonly gateway: HttpApi;
  readonly api: Handler;
  readonly pages: Handler;
  /** Where links in emails lead, without a slash at the end. */
  readonly pagesUrl: string;

  constructor(scope: Construct, id: string, props: HttpProps) {
    super(scope, id);
    const tokens = new Tokens(this, 'Tokens', props.settings);
    this.gateway = new HttpApi(this, 'Gateway', {
      createDefaultStage: false,
      // A route is closed unless it says otherwise.
      defaultAuthorizer: tokens.authorizer,
      defaultAuthorizationScopes: [scopes.write],
    });
    this.pagesUrl = props.settings.pagesUrl ?? this.gateway.apiEndpoint;
    const stage = this.#stage();
    this.api = this.#coordinators(props);
    this.pages = this.#people(props);
    this.#throttle(stage);
  }

  /** Each route has a limit of its own: a storm on the pages, which anybody can ask for, leaves coordinators theirs. */
  #throttle(stage: HttpStage): void {
    const settings = this.node.findAll().flatMap((one) => {
      if (!(one instanceof HttpRoute)) return [];
      // CloudFormation refuses settings of a route that is not there yet.
      stage.node.addDependency(one);
      const key = (one.node.defaultChild as CfnRoute).routeKey;
      const { rate, burst } = key.includes(' /v1/') ? mostCalls : mostVisits;
      return [[key, { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst }]];
    });
    (stage.node.defaultChild as CfnStage).routeSettings = Object.fromEntries(settings);
  }

  #stage(): HttpStage {
    return this.gateway.addStage('Stage', {
      stageName: '$default',
      autoDeploy: true,
      // For a route that has no limit of its own.
      throttle: { rateLimit: mostVisits.rate, burstLimit: mostVisits.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, 'AccessLog', {
            logGroupName: vendedLog(this, 'apigateway', 'access'),
            retention: RetentionDays.THREE_MONTHS,
            removalPolicy: RemovalPolicy.DESTROY,
          }),
        ),
        // The route and not the path: paths hold the tokens of signed links, which are as good as signing in. No IP address.
        format: AccessLogFormat.custom(
          JSON.stringify({
            requestId: AccessLogField.contextRequestId(),
            at: AccessLogField.contextRequestTime(),
            route: '$context.routeKey',
            status: AccessLogField.contextStatus(),
            milliseconds: AccessLogField.contextResponseLatency(),
            error: AccessLogField.contextIntegrationErrorMessage(),
            refused: '$context.authorizer.error',
          }),
        ),
      },
    });
  }

  #coordinators({ bundles, data, outbound, workflow, settings }: HttpProps): Handler {
    const api = new Handler(this, 'Api', {
      name: 'api',
      bundles,
      description: 'Cohorts for their coordinators, as JSON',
      memory: 1024,
      // The gateway gives up after 30 seconds; a cohort with thousands of invitees takes some of them to store.
      timeout: Duration.seconds(29),
      environment: {
        [env.table]: data.table.tableName,
        [env.outboxQueue]: outbound.queue.queueUrl,
        [env.sender]: settings.sender,
        [env.replyDomain]: settings.replyDomain,
        [env.pagesUrl]: this.pagesUrl,
        ...(settings.ownerClaim && { [env.ownerClaim]: settings.ownerClaim }),
      },
    });
    data.keepRecords(api);
    data.listRecords(api, index1, index2);
    outbound.acceptFrom(api);
    workflow.startFrom(api);
    workflow.wakeFrom(api);
    const integration = new HttpLambdaIntegration('Api', api.function, { scopePermissionToRoute: false });
    for (const [path, ...methods] of apiRoutes) {
      for (const method of methods) {
        this.gateway.addRoutes({
          path,
          methods: [method],
          integration,
          authorizationScopes: [method === GET ? scopes.read : scopes.write],
        });
      }
    }
    return api;
  }

  #people({ bundles, data, outbound, workflow, settings }: HttpProps): Handler {
    const pages = new Handler(this, 'Pages', {
      name: 'pages',
      bundles,
      description: 'Pages for people with a signed link',
      // Someone waits for it to start, which takes as long as there is little processor.
      memory: 1024,
      // The gateway gives up after 30 seconds. Forms take one; trying weights on thousands of people takes many.
      timeout: Duration.seconds(29),
      environment: {
        [env.table]: data.table.tableName,
        [env.outboxQueue]: outbound.queue.queueUrl,
        [env.signingSecret]: data.signingKey.secretArn,
        [env.sender]: settings.sender,
        [env.replyDomain]: settings.replyDomain,
        [env.pagesUrl]: this.pagesUrl,
      },
    });
    data.keepRecords(pages);
    data.listRecords(pages, index1, index2);
    data.sign(pages);
    outbound.acceptFrom(pages);
    workflow.wakeFrom(pages);
    const integration = new HttpLambdaIntegration('Pages', pages.function, { scopePermissionToRoute: false });
    for (const [path, ...methods] of pageRoutes) {
      const routes = this.gateway.addRoutes({
        path,
        methods,
        integration,
        authorizer: new HttpNoneAuthorizer(),
        authorizationScopes: [],
      });
      for (const route of routes) {
        acknowledge(route, {
          'AwsSolutions-APIG4': 'The token in the link is signed, expires with its cohort, and is for one page only.',
        });
      }
    }
    return pages;
  }
}
