import { synthesised } from '#infra/local/template/synthesis.ts';

/** Synthesises once for all tests, which would otherwise each begin to when the sources have changed. */
export default async function setup(): Promise<void> {
  await synthesised();
}
