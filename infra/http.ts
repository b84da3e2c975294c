import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogField, AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type CfnStage,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  type HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { env } from '#shared/env.ts';
import { api } from '#shared/http/api-routes.ts';
import { pages } from '#shared/http/page-routes.ts';
import { type RouteTable, routeKey } from '#shared/http/route.ts';
import { index1, index2 } from '#shared/store/keys.ts';
import { scopes, Tokens } from './api-tokens.ts';
import type { Bundles } from './bundles.ts';
import { acknowledge } from './checks.ts';
import type { Workflow } from './cohort-workflow.ts';
import type { Data } from './data.ts';
import { Handler, vendedLog } from './functions.ts';
import type { OutboundQueue } from './queues.ts';
import type { Settings } from './settings.ts';

/** All that the gateway answers, and nothing else. */
const tables: readonly RouteTable[] = [api, pages];

const whyOpen = 'The token in the link is signed, expires with its cohort, and is for one page only.';

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
    this.api = this.#api(props, stage);
    this.pages = this.#pages(props, stage);
    this.#throttle(stage);
  }

  /** Each route has a limit of its own: a storm on the pages, which anybody can ask for, leaves coordinators theirs. */
  #throttle(stage: HttpStage): void {
    const settings = tables.flatMap(({ routes, throttle }) =>
      Object.values(routes).map((route) => [
        routeKey(route),
        { ThrottlingRateLimit: throttle.rate, ThrottlingBurstLimit: throttle.burst },
      ]),
    );
    (stage.node.defaultChild as CfnStage).routeSettings = Object.fromEntries(settings);
  }

  /** Leads the routes of a table to its function. CloudFormation refuses the settings of a route that is not there yet. */
  #lead({ routes, access }: RouteTable, to: HttpLambdaIntegration, stage: HttpStage): void {
    for (const { method, path } of Object.values(routes)) {
      const isOpen = access === 'open';
      const added = this.gateway.addRoutes({
        path,
        methods: [HttpMethod[method]],
        integration: to,
        ...(isOpen && { authorizer: new HttpNoneAuthorizer() }),
        authorizationScopes: isOpen ? [] : [method === 'GET' ? scopes.read : scopes.write],
      });
      for (const route of added) {
        stage.node.addDependency(route);
        if (isOpen) acknowledge(route, { 'AwsSolutions-APIG4': whyOpen });
      }
    }
  }

  #stage(): HttpStage {
    return this.gateway.addStage('Stage', {
      stageName: '$default',
      autoDeploy: true,
      // For a route that has no limit of its own.
      throttle: { rateLimit: pages.throttle.rate, burstLimit: pages.throttle.burst },
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

  #api({ bundles, data, outbound, workflow, settings }: HttpProps, stage: HttpStage): Handler {
    const handler = new Handler(this, 'Api', {
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
    data.keepRecords(handler);
    data.listRecords(handler, index1, index2);
    outbound.acceptFrom(handler);
    workflow.startFrom(handler);
    workflow.wakeFrom(handler);
    this.#lead(api, new HttpLambdaIntegration('Api', handler.function, { scopePermissionToRoute: false }), stage);
    return handler;
  }

  #pages({ bundles, data, outbound, workflow, settings }: HttpProps, stage: HttpStage): Handler {
    const handler = new Handler(this, 'Pages', {
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
    data.keepRecords(handler);
    data.listRecords(handler, index1, index2);
    data.sign(handler);
    outbound.acceptFrom(handler);
    workflow.wakeFrom(handler);
    this.#lead(pages, new HttpLambdaIntegration('Pages', handler.function, { scopePermissionToRoute: false }), stage);
    return handler;
  }
}
