import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formsPrefix } from '#shared/store/keys.ts';
import * as answers from '#test/harness/cohorts/answers.ts';
import { askedFor } from '#test/harness/cohorts/asked-for.ts';
import { proposedIn } from '#test/harness/cohorts/proposed.ts';
import { Table } from '#test/harness/system/table.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

/*
 * What is written on a confidential form reaches its coordinator by no email and no list, unless its writer says so.
 */

const program = new TestSystem();
const [ada, grace, maria] = ['ada@private.example.org', 'grace@private.example.org', 'maria@private.example.org'];
let id: string;
let table: Table;

beforeAll(async () => {
  await program.start();
  id = await proposedIn(program, 'private', 1);
  table = new Table(program.system);
});
afterAll(() => program.stop());

const secret = 'He shouts at me in every meeting';

describe.each([
  ['kickoff.open', 'agreement', answers.agreement],
  ['midpoint.open', 'midpoint', answers.midpoint],
  ['closeout.open', 'closeout', answers.closeout],
])('after %s', (milestone, purpose, whole) => {
  test(`words on the form ${purpose} stay between its writer and us`, async () => {
    await program.milestone(id, milestone);
    const asked = program.asked(ada);
    const before = program.lettersTo(maria).length;

    await program.reply(asked, `${secret}. Who else could I talk to?`);
    await program.reply(asked, `1. ${secret}, so no.\n2. ${secret}.`);
    await program.reply(asked, `1. ${secret}, as I said.\n2. ${secret}.`);
    await program.reply(asked, `${whole}\n\n${secret}.`);
    if (purpose === 'closeout') await program.reply(program.asked(grace), `No thanks.\n\n${secret}.`);

    const letters = program.lettersTo(maria).slice(before);
    const told = letters.map(({ mail }) => `${mail.subject} ${mail.text} ${mail.html}`.replace(/\s+/g, ' '));
    const lists = await Promise.all(
      ['people', 'replies', 'events', 'emails'].map((list) => program.call('GET', `/v1/cohorts/${id}/${list}`)),
    );
    const forms = await table.items(id, formsPrefix(askedFor(purpose)));
    expect(JSON.stringify(forms)).toContain(secret);
    expect(told.filter((words) => words.includes('shouts'))).toEqual([]);
    expect(lists.filter((list) => JSON.stringify(list).includes('shouts'))).toEqual([]);
    expect(told.some((words) => words.includes('Who else could I talk to?'))).toBe(true);
  });
});
