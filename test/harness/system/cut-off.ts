import { MovableClock } from '#infra/local/clock.ts';
import { DirectInvoker } from './direct-invoker.ts';
import { TestSystem } from './test-system.ts';
import { Wire } from './wire.ts';

/** A running system whose functions can be called by hand, in a time of their own, behind a line that can be cut. */
export interface CutOff {
  program: TestSystem;
  wire: Wire;
  byHand: DirectInvoker;
  /** A day later than the system's, so that its own functions don't do the work. */
  clock: MovableClock;
  stop(): Promise<void>;
}

/** Where nobody waits for the tests, lines are cut at every single request; elsewhere at every third. */
export const stride = process.env.CI ? 1 : 3;

export async function startCutOff(): Promise<CutOff> {
  const program = await new TestSystem().start();
  const wire = await Wire.before(program.system);
  const clock = new MovableClock({ start: Date.parse('2027-01-12T10:00:00Z') });
  const byHand = new DirectInvoker(program.system, { clock, endpoints: wire.endpoints });
  const stop = async () => {
    await byHand.stop();
    await wire.stop();
    await program.stop();
  };
  return { program, wire, byHand, clock, stop };
}
