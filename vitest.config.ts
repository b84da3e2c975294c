import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{unit,integration,workflow,infra}/**/*.test.{ts,tsx}'],
    // A whole system starts and stops in these tests; the time is for a loaded machine, no test waits for it.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Many tests wait for a disk or another process: on two cores, one worker (the default) leaves half of it idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
