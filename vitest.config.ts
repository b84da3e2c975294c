import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';

const hasJava = spawnSync('java', ['-version']).status === 0;
if (!hasJava) {
  process.stderr.write(
    'There is no Java runtime: the integration tests run on dynalite, and not on DynamoDB Local too.\n',
  );
}

/** What computes alone shares its modules: loading them anew for each file takes longer than many of the tests. */
const unit = {
  extends: true,
  test: {
    name: 'unit',
    include: ['test/unit/**/*.test.{ts,tsx}'],
    isolate: false,
  },
} satisfies TestProjectConfiguration;

const onDynalite = {
  extends: true,
  test: {
    name: 'dynalite',
    include: ['test/{integration,workflow,infra,security}/**/*.test.ts'],
    // In CI the handlers' tests run on AWS's own emulator instead; whole cohorts, through the same handlers, run here.
    exclude: process.env.CI && hasJava ? ['test/integration/functions/**'] : [],
    // A process for several files: what runs a system is loaded and compiled once. Its functions have threads of their own.
    isolate: false,
    globalSetup: ['test/harness/system/synthesis.ts'],
    provide: { tables: 'dynalite' },
  },
} satisfies TestProjectConfiguration;

/** Tests that use the table, on AWS's own emulator: the store's as well, in CI the handlers' instead. */
const onDynamoDbLocal = {
  extends: true,
  test: {
    name: 'DynamoDB Local',
    include: ['test/integration/{functions,store}/**/*.test.ts'],
    isolate: false,
    // Where somebody waits for the tests, only the store's: the handlers ask nothing of the table that it does not.
    exclude: process.env.CI ? [] : ['test/integration/functions/**'],
    globalSetup: ['test/harness/system/synthesis.ts', 'test/harness/system/dynamodb-local.ts'],
    provide: { tables: 'DynamoDB Local' },
  },
} satisfies TestProjectConfiguration;

export default defineConfig({
  test: {
    projects: [unit, onDynalite, ...(hasJava ? [onDynamoDbLocal] : [])],
    // A whole system starts and stops in these tests; the time is for a loaded machine, no test waits for it.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Many tests wait for a disk or another process: on two cores, one worker (the default) leaves half of it idle.
    maxWorkers: availableParallelism() + 1,
  },
});
