/** A process that runs one execution until it is killed: it prints the token of every call it makes, and never answers. */
import { MovableClock } from '#infra/local/clock.ts';
import { StatesEngine } from '#infra/local/states/engine.ts';

const [database = '', arn = '', definition = '{}', resource = ''] = process.argv.slice(2);
const engine = new StatesEngine({
  database,
  clock: new MovableClock(),
  integrations: {
    [resource]: (_args, { token }) => {
      process.stdout.write(`${token}\n`);
      return new Promise(() => {});
    },
  },
});
engine.define('Test', arn, JSON.parse(definition));
engine.start();
engine.startExecution({ stateMachineArn: arn, name: 'one' });
