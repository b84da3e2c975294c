import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { answering, databaseFile, holding, holdUpdate, invoke, machineArn, machineOf, task, world } from './world.ts';

/** Makes every write of an event fail as on a full disk, until there is room again. */
function fill(file: string): { makeRoom(): void } {
  const database = new DatabaseSync(file);
  onTestFinished(() => database.close());
  const full = "SELECT RAISE(ABORT, 'database or disk is full')";
  database.exec(`CREATE TRIGGER full BEFORE INSERT ON events BEGIN ${full}; END`);
  return { makeRoom: () => database.exec('DROP TRIGGER full') };
}

test('a step that could not be stored is taken when there is room again, and whoever runs the system hears of it', async () => {
  const database = databaseFile();
  const troubles: string[] = [];
  const { engine, run, pass } = world(
    machineOf({ Hold: holding({ TimeoutSeconds: 600, End: true }) }),
    { [holdUpdate]: answering({}).integration },
    { database, trouble: (sentence) => troubles.push(sentence) },
  );
  const executionArn = await run();

  const disk = fill(database);
  await pass(6000);
  await pass(60);
  const status = engine.describeExecution({ executionArn }).status;
  disk.makeRoom();
  await pass(60);

  expect(status).toBe('RUNNING');
  expect(troubles[0]).toBe("The workflow can't go on: database or disk is full. It tries again.");
  expect(engine.describeExecution({ executionArn })).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
});

test('a call whose answer could not be stored is made again', async () => {
  const database = databaseFile();
  let disk: ReturnType<typeof fill> | undefined;
  const calls: string[] = [];
  const integration = async () => {
    calls.push('called');
    disk ??= fill(database);
    return 'done';
  };
  const { engine, pass, output } = world(
    machineOf({ Apply: task({ End: true }) }),
    { [invoke]: integration },
    { database },
  );
  const { executionArn } = engine.startExecution({ stateMachineArn: machineArn });
  await engine.idle();

  disk?.makeRoom();
  await pass(30);

  expect(calls).toHaveLength(2);
  expect(output(executionArn)).toBe('done');
});
