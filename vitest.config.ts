import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{unit,integration,workflow,infra}/**/*.test.{ts,tsx}'],
    exclude: ['node_modules'],
  },
});
