import { type App, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Has cdk-nag's "AWS Solutions" rules look at `app` when it is synthesised, and refuse what nobody has accepted. */
export async function check(app: App): Promise<App> {
  // Imported here, because it takes longer to load than a synthesis does and the local system never checks.
  const { AwsSolutionsChecks } = await import('cdk-nag');
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { verbose: true }));
  return app;
}

/** Accepts findings of cdk-nag on `construct` and what it contains: the rule's id, and why it does not hold here. */
export function acknowledge(construct: IConstruct, findings: Record<string, string>): void {
  Validations.of(construct).acknowledge(...Object.entries(findings).map(([id, reason]) => ({ id, reason })));
}
