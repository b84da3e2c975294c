import { fileURLToPath } from 'node:url';
import { App, CfnOutput, Stack } from 'aws-cdk-lib';
import recommended from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };
import type { Construct } from 'constructs';
import { type Bundles, bundles } from './bundles.ts';
import { check } from './checks.ts';
import { Workflow } from './cohort-workflow.ts';
import { Data } from './data.ts';
import { Http } from './http.ts';
import { Mail } from './mail.ts';
import { Observe } from './observe.ts';
import { OutboundQueue } from './queues.ts';
import { SettingsError, settingsOf } from './settings.ts';

/** All of Telemachy in one stack, for any account and region. Settings (see settings.ts) come from the CDK context. */
export class Telemachy extends Stack {
  constructor(scope: Construct, bundles: Bundles) {
    const settings = settingsOf(scope);
    const description = 'Runs mentoring programs: email out, replies in, matching, report.';
    // The construct keeps its id, of which logical ids and the files of a synthesis are made.
    super(scope, 'Telemachy', { stackName: settings.name, description });

    const data = new Data(this, 'Data', settings);
    const outbound = new OutboundQueue(this, 'Outbound');
    const workflow = new Workflow(this, 'Workflow', { bundles, data, outbound });
    const http = new Http(this, 'Http', { bundles, data, outbound, workflow, settings });
    const { pagesUrl } = http;
    const mail = new Mail(this, 'Mail', { bundles, data, outbound, workflow, settings, pagesUrl });
    new Observe(this, 'Observe', { data, workflow, http, mail, outbound });

    new CfnOutput(this, 'ApiUrl', { value: http.gateway.apiEndpoint });
  }
}

export interface BuildOptions {
  /** Where `synth()` leaves the template and the assets; what the CDK command line says, or a temporary folder. */
  outdir?: string;
  /** Settings, by name. */
  context?: Record<string, unknown>;
  bundles: Bundles;
  /** CDK's own validation of the template, and where each resource was made; twice as slow. */
  checked?: boolean;
}

/** The CDK app. The same options, sources and dependencies make the same template and assets, byte for byte. */
export function buildApp({ outdir, context, bundles, checked = false }: BuildOptions): App {
  const app = new App({
    outdir,
    // Every behaviour that CDK recommends, as of the version in the lockfile. The snapshot test shows what an update does.
    context: { ...recommended, ...context },
    analyticsReporting: false,
    treeMetadata: false,
    builtinCloudFormationValidation: checked,
    stackTraces: checked,
  });
  new Telemachy(app, bundles);
  return app;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    (await check(buildApp({ bundles: await bundles(), checked: true }))).synth();
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
