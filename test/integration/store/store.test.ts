import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type AskedForm, newForm } from '#domain/forms/form-record.ts';
import { outcomesOf } from '#domain/outcomes/outcomes.ts';
import type { Cohort } from '#domain/program/cohort.ts';
import { plan } from '#domain/program/schedule.ts';
import { type Backend, createTables } from '#infra/local/backends/backends.ts';
import { credentials } from '#infra/local/doors/credentials.ts';
import { readTemplate } from '#infra/local/template/read-template.ts';
import { synthesised } from '#infra/local/template/synthesis.ts';
import type { EmailRecord } from '#shared/emails/email-record.ts';
import { StoredFacts } from '#shared/emails/kinds.ts';
import { env } from '#shared/env.ts';
import { recordPageOrApiAnswers } from '#shared/intake/record-page-or-api-answers.ts';
import { queueEmail } from '#shared/mail/queue-email.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as emails from '#shared/store/emails.ts';
import * as events from '#shared/store/events.ts';
import * as forms from '#shared/store/forms.ts';
import { keys } from '#shared/store/keys.ts';
import * as pairs from '#shared/store/pairs.ts';
import * as people from '#shared/store/people.ts';
import * as proposals from '#shared/store/proposals.ts';
import * as replies from '#shared/store/replies.ts';
import * as reports from '#shared/store/reports.ts';
import { startChosenTables } from '#test/harness/system/tables.ts';
import { fallenTrust } from '#test/unit/outcomes/cohorts.ts';

const now = '2027-01-11T09:00:00.000Z';
const later = '2027-01-11T09:01:00.000Z';
const expiresAt = 1_900_000_000;

let number = 0;
function aCohort(): Cohort {
  number += 1;
  const contact = { name: 'Maria Ortiz', email: 'maria@example.org' };
  return {
    schema: 1,
    id: `coh_${String(number).padStart(4, '0')}`,
    name: 'Frühling 2027 🌱',
    organisation: 'Harbour Institute',
    timeZone: 'Europe/Lisbon',
    program: { id: 'essentials', version: 1, title: 'Essentials' },
    coordinator: contact,
    committee: [contact],
    leadership: [contact],
    schedule: plan(defaultProgram, '2027-01-11', 'Europe/Lisbon'),
    done: {},
    stage: 'apply',
    status: 'running',
    revision: 1,
    generation: 0,
    request: 'as it was asked for',
    createdAt: new Date(Date.parse(now) + number * 1000).toISOString(),
    expiresAt,
  };
}

async function kept(): Promise<Cohort> {
  const cohort = aCohort();
  await cohorts.create(cohort);
  return cohort;
}

function anEmail(cohort: string, occasion = 'apply'): EmailRecord {
  const id = emails.emailId(cohort, 'per_ada', 'invitation', occasion);
  const of = { id, cohort, person: 'per_ada', kind: 'invitation' as const, occasion };
  return { ...of, facts: StoredFacts.parse({ nth: 1 }), status: 'queued', attempts: 0, createdAt: now, expiresAt };
}

function aForm(cohort: string, person = 'per_ada'): AskedForm {
  const id = forms.formId(cohort, person, { purpose: 'application' }, 'apply');
  return newForm({ id, cohort, person, purpose: 'application', occasion: 'apply', openedAt: now, expiresAt });
}

const folder = mkdtempSync(join(tmpdir(), 'telemachy-store-'));
let backend: Backend;
let table: string;
let documents: DynamoDBDocumentClient;

beforeAll(async () => {
  backend = await startChosenTables(folder);
  const locally = { region: 'eu-west-1', account: '000000000000', apiUrl: 'http://localhost', queueUrl: String };
  const { tables } = readTemplate(await synthesised(), locally);
  const client = new DynamoDBClient({ region: 'eu-west-1', credentials, endpoint: backend.url });
  await createTables(client, tables);
  table = tables[0]?.name ?? '';
  documents = DynamoDBDocumentClient.from(client);
  const environment = {
    [env.table]: table,
    AWS_ENDPOINT_URL_DYNAMODB: backend.url,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await backend.stop();
  rmSync(folder, { recursive: true });
});

describe('a cohort', () => {
  test('is read back as it was stored, and stored once', async () => {
    const cohort = aCohort();

    const stored = [await cohorts.create(cohort), await cohorts.create({ ...cohort, name: 'Another' })];

    expect(stored).toEqual([true, false]);
    expect(await cohorts.get(cohort.id)).toEqual(cohort);
    expect(await cohorts.get('coh_nobody')).toBeUndefined();
  });

  test('keeps the program definition that it started with', async () => {
    const cohort = await kept();

    await cohorts.keepProgram(cohort, defaultProgram);
    await cohorts.keepProgram(cohort, { ...defaultProgram, title: 'Changed since' });

    expect(await cohorts.program(cohort.id)).toEqual(defaultProgram);
  });

  test('is changed by whoever saw its last revision, who gets what it was before', async () => {
    const cohort = await kept();

    const before = await cohorts.change(cohort, { done: { 'apply.open': now }, cursor: undefined }, { raise: true });
    const tooLate = await cohorts.change(cohort, { status: 'cancelled' });

    expect(before).toEqual(cohort);
    expect(tooLate).toBeUndefined();
    expect(await cohorts.get(cohort.id)).toMatchObject({
      revision: 2,
      status: 'running',
      done: { 'apply.open': now },
    });
  });

  test('loses what a change says is gone', async () => {
    const cohort = await kept();
    await cohorts.change(cohort, { cursor: { milestone: 'apply.open', after: 'PERSON#a' } });

    await cohorts.change(cohort, { cursor: undefined, status: 'stuck' });

    expect(await cohorts.get(cohort.id)).not.toHaveProperty('cursor');
  });

  test('gives the token of its hold to the one who raises its revision first, and takes no hold based on an older one', async () => {
    const { id, revision } = await kept();
    const hold = (token: string) =>
      documents.send(
        new UpdateCommand({
          TableName: table,
          Key: keys.cohort(id),
          UpdateExpression: 'SET wakeToken = :token',
          ConditionExpression: 'revision = :revision',
          ExpressionAttributeValues: { ':token': token, ':revision': revision },
        }),
      );
    await hold('first');

    const before = await cohorts.raise(id);

    expect(before).toMatchObject({ wakeToken: 'first', revision });
    await expect(hold('second')).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
    expect(await cohorts.get(id)).toMatchObject({ wakeToken: 'first', revision: revision + 1 });
    expect(await cohorts.raise('coh_nobody')).toBeUndefined();
  });

  test('is listed newest first, page by page', async () => {
    const [oldest, middle, newest] = [await kept(), await kept(), await kept()];

    const first = await cohorts.list(undefined, 2);
    const second = await cohorts.list(undefined, 1, first.cursor);

    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([newest.id, middle.id, oldest.id]);
    await expect(cohorts.list(undefined, 2, 'nonsense')).rejects.toMatchObject({ name: 'Problem', status: 422 });
  });

  test('of an owner is in the list of that owner alone', async () => {
    const { id } = await kept();
    await cohorts.create({ ...aCohort(), id: 'coh_owned', owner: 'acme' });

    expect(await cohorts.ids('acme')).toEqual(['coh_owned']);
    expect(await cohorts.ids(undefined)).toContain(id);
    expect(await cohorts.ids(undefined)).not.toContain('coh_owned');
  });
});

describe('an email', () => {
  const stored = async () => {
    const email = anEmail((await kept()).id);
    await emails.add(email);
    const read = async () => (await emails.get(email.cohort, email.id)) as typeof email;
    return { email, read };
  };
  const claimed = { by: 'one', lease: later, now };

  test('is claimed by one of many senders at once', async () => {
    const { email, read } = await stored();

    const claims = await Promise.all(
      Array.from({ length: 12 }, (_, index) => emails.claim(email, { ...claimed, by: `sender ${index}` })),
    );

    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await read()).toMatchObject({ status: 'sending', attempts: 1, lease: later });
  });

  test('is claimed once by a sender that claims it again, because it heard no answer', async () => {
    const { email, read } = await stored();

    const claims = [await emails.claim(email, claimed), await emails.claim(email, claimed)];

    expect(claims).toEqual([true, true]);
    expect(await read()).toMatchObject({ status: 'sending', attempts: 1, deaths: 0, claimedBy: 'one' });
  });

  test('can be claimed again when the claim has run out, and not a moment before', async () => {
    const { email, read } = await stored();
    await emails.claim(email, claimed);

    const after = '2027-01-11T09:01:00.001Z';
    const claims = [
      await emails.claim(await read(), { by: 'two', lease: '2027-01-11T09:02:00.000Z', now: later }),
      await emails.claim(await read(), { by: 'two', lease: '2027-01-11T09:02:00.001Z', now: after }),
    ];

    expect(claims).toEqual([false, true]);
    expect(await read()).toMatchObject({ attempts: 2, deaths: 1, claimedBy: 'two' });
  });

  test('can be claimed when its lease lies further ahead than any that is made now: a clock was set back', async () => {
    const { email, read } = await stored();
    await emails.claim(email, { by: 'one', lease: '2027-01-11T12:01:00.000Z', now: '2027-01-11T12:00:00.000Z' });

    expect(await emails.claim(await read(), { by: 'two', lease: later, now })).toBe(true);
  });

  test('that is given back counts as untried', async () => {
    const { email, read } = await stored();
    await emails.claim(email, claimed);

    await emails.release(email, { by: 'one', now });

    expect(await read()).toMatchObject({ status: 'queued', attempts: 0 });
  });

  test('is given back, left and refused by nobody but its holder', async () => {
    const { email, read } = await stored();
    await emails.claim(email, claimed);

    const others = [
      await emails.release(email, { by: 'two', now }),
      await emails.leaveUnanswered(email, { by: 'two', lease: later, now }),
      await emails.refuse(email, { by: 'two', why: { is: 'died' }, now }),
      await emails.giveUp(email, { is: 'day' }, now),
      await emails.suppress(email, { is: 'stopped' }, now),
      await emails.reopen(email, now),
    ];

    expect(others).toEqual(others.map(() => false));
    expect(await read()).toMatchObject({ status: 'sending', claimedBy: 'one' });
  });

  test('that was sent is neither claimed, given back, given up, suppressed nor sent again any more', async () => {
    const { email } = await stored();
    await emails.claim(email, claimed);
    await emails.markSent(email, 'ses-1', later);

    const muchLater = '2028-01-01T00:00:00.000Z';
    const after = [
      await emails.claim(email, { by: 'two', lease: '2028-01-01T00:01:00.000Z', now: muchLater }),
      await emails.release(email, { by: 'one', now }),
      await emails.giveUp(email, { is: 'day' }, muchLater),
      await emails.suppress(email, { is: 'stopped' }, muchLater),
      await emails.reopen(email, muchLater),
      await emails.markRequeued(email, muchLater),
      await emails.markSent(email, 'ses-2', later),
      await emails.add(email),
    ];

    expect(after).toEqual(after.map(() => false));
    expect(await emails.get(email.cohort, email.id)).toMatchObject({ status: 'sent', messageId: 'ses-1' });
  });

  test('is looked for from a quarter of an hour on until it is sent, and told of when it failed until it was', async () => {
    const { email } = await stored();
    const isIn = (list: { id: string; cohort: string }[]) => list.some(({ cohort }) => cohort === email.cohort);
    const missedAt = async (moment: string) => isIn(await emails.missed(moment, 1000));

    const early = await missedAt('2027-01-11T09:14:59.000Z');
    const late = await missedAt('2027-01-11T09:15:01.000Z');
    await emails.markRequeued(email, '2027-01-11T09:20:00.000Z');
    const requeued = await missedAt('2027-01-11T10:19:00.000Z');
    await emails.giveUp(email, { is: 'day' }, '2027-01-11T11:00:00.000Z');
    const failed = [await missedAt('2027-02-01T00:00:00.000Z'), isIn(await emails.untold(1000))];
    await emails.markTold(email);
    const told = isIn(await emails.untold(1000));
    await emails.reopen(email, '2027-01-12T09:00:00.000Z');
    const reopened = await missedAt('2027-01-12T09:20:00.000Z');
    await emails.markSent(email, 'ses-1', later);

    expect({ early, late, requeued, failed, told, reopened }).toEqual({
      early: false,
      late: true,
      requeued: false,
      failed: [false, true],
      told: false,
      reopened: true,
    });
    expect(await missedAt('2028-01-01T00:00:00.000Z')).toBe(false);
  });

  test('keeps the worst that is reported of it', async () => {
    const email = anEmail((await kept()).id);
    await emails.add(email);

    await emails.markOutcome(email, 'delivered');
    await emails.markOutcome(email, 'complained');
    await emails.markOutcome(email, 'delivered');

    expect((await emails.get(email.cohort, email.id))?.outcome).toBe('complained');
    expect(await emails.markOutcome({ cohort: email.cohort, id: 'eml_nobody' }, 'bounced')).toBe(false);
  });
});

describe('a form', () => {
  test('is found by its id alone', async () => {
    const form = aForm((await kept()).id);

    await forms.open(form);

    expect(await forms.getById(form.id)).toEqual(form);
    expect(await forms.getById('nobody')).toBeUndefined();
    expect(await forms.open(form)).toBe(false);
  });

  test('is replaced by whoever saw its last version', async () => {
    const form = aForm((await kept()).id);
    await forms.open(form);

    const replaced = [
      await forms.replace(form, { ...form, status: 'partial' }),
      await forms.replace(form, { ...form, status: 'declined' }),
    ];

    expect(replaced).toEqual([true, false]);
    expect(await forms.get(form.cohort, { purpose: 'application', id: form.id })).toMatchObject({
      status: 'partial',
      version: 2,
    });
    expect((await forms.getById(form.id))?.status).toBe('partial');
  });

  test('holds what eight replies at the same moment said', async () => {
    const cohort = await kept();
    const form = aForm(cohort.id);
    await forms.open(form);
    const said = { unclear: [], comments: {}, note: '', declines: false };
    const person = { id: form.person, name: 'Ada', email: 'ada@example.org' };
    const about = { cohort, program: defaultProgram, person, now };

    await Promise.all(
      Array.from({ length: 8 }, (_, nth) =>
        recordPageOrApiAnswers(about, form, { ...said, reply: `rpl_${nth}`, answers: { [`key${nth}`]: 'yes' } }),
      ),
    );

    const stored = await forms.get(cohort.id, { purpose: 'application', id: form.id });
    expect(Object.keys(stored?.answers ?? {})).toHaveLength(8);
    expect(stored?.replies).toHaveLength(8);
    expect(stored?.version).toBe(9);
  });

  test('is listed with those of its purpose, page by page', async () => {
    const { id } = await kept();
    for (let nth = 0; nth < 5; nth += 1) await forms.open(aForm(id, `per_${nth}`));
    const other = aForm(id, 'per_other');
    const late = { purpose: 'survey', stage: 'closeout' } as const;
    await forms.open({ ...other, id: forms.formId(id, 'per_other', late, 'x'), ...late });

    const first = await forms.page(id, { purpose: 'application' }, 3);
    const second = await forms.page(id, { purpose: 'application' }, 3, first.next?.sk);

    expect([first.items.length, second.items.length, second.next]).toEqual([3, 2, undefined]);
    expect(await forms.list(id, 'survey')).toHaveLength(1);
    expect(await forms.list(id)).toHaveLength(6);
    await expect(forms.page(id, { purpose: 'application' }, 3, 'FORM#survey#closeout#x')).rejects.toMatchObject({
      status: 422,
    });
  });
});

describe('the rest of a cohort', () => {
  const aPerson = async () => {
    const { id: cohort } = await kept();
    const contact = { name: 'Ada Park', email: 'ada@example.org' };
    const person = {
      id: people.personId(cohort, contact.email),
      cohort,
      ...contact,
      parts: ['participant' as const],
      expiresAt,
    };
    await people.add(person);
    return { cohort, person, read: () => people.get(cohort, person.id) };
  };

  test('a person who asked us to stop has done so, whatever bounces before and after', async () => {
    const { cohort, person, read } = await aPerson();

    const marked = [
      await people.markUnreachable(cohort, person.id, 'bounced', now),
      await people.markUnreachable(cohort, person.id, 'stopped', later),
      await people.markUnreachable(cohort, person.id, 'bounced', later),
      await people.markUnreachable(cohort, person.id, 'complained', later),
      await people.markReachable(cohort, person.id, later),
      await people.markUnreachable(cohort, 'per_nobody', 'bounced', now),
    ];

    expect(marked).toEqual([true, true, false, false, false, false]);
    expect(await read()).toEqual({ ...person, unreachable: 'stopped', unreachableSince: later });
    expect(await people.add(person)).toBe(false);
  });

  test('a person whom we have heard from since a bounce is not marked by one from before', async () => {
    const { cohort, person, read } = await aPerson();
    await people.markUnreachable(cohort, person.id, 'bounced', now);

    await people.markReachable(cohort, person.id, later);
    await people.markUnreachable(cohort, person.id, 'bounced', now);
    const heard = await read();
    await people.markUnreachable(cohort, person.id, 'bounced', '2027-01-12T09:00:00.000Z');

    expect(heard).toEqual({ ...person, reachableSince: later });
    expect((await read())?.unreachable).toBe('bounced');
  });

  test('a refused email is counted once, however often it is reported', async () => {
    const { cohort, person } = await aPerson();

    const counts: number[] = [];
    for (const email of ['one', 'two', 'one', 'three']) {
      counts.push(await people.noteRefused(cohort, person.id, email));
    }

    expect(counts).toEqual([1, 2, 2, 3]);
    expect(await people.noteRefused(cohort, 'per_nobody', 'one')).toBe(0);
  });

  test('what is kept of a proposal is that of the newest', async () => {
    const { id: cohort } = await kept();
    const one = { person: 'per_1', role: 'mentee' as const, why: { kind: 'no-places' as const } };
    const other = {
      person: 'per_2',
      role: 'mentor' as const,
      why: { kind: 'nobody-there' as const, hasBothRoles: false },
      change: { kind: 'people' as const, orAnswers: false },
    };

    const before = await proposals.proposal(cohort);
    await proposals.keepProposal({ cohort, at: now, unmatched: [one, other], expiresAt });
    await proposals.keepProposal({ cohort, at: later, unmatched: [other], expiresAt });

    expect(before).toBeUndefined();
    expect(await proposals.proposal(cohort)).toEqual({ cohort, at: later, unmatched: [other], expiresAt });
  });

  test('a pair moves from one status to the next once', async () => {
    const { id: cohort } = await kept();
    const id = pairs.pairId(cohort, 'per_grace', 'per_ada');
    const sides = { mentor: 'per_grace', mentee: 'per_ada' };
    await pairs.propose({ id, cohort, ...sides, score: 0.75, reasons: [], round: 1, status: 'proposed', expiresAt });
    const [pair] = await pairs.list(cohort);
    if (!pair) throw new Error('The pair was not stored.');

    const turned = [
      await pairs.setStatus(pair, 'proposed', 'active', now),
      await pairs.setStatus(pair, 'proposed', 'vetoed'),
    ];
    const active = await pairs.get(cohort, id);
    const isProposedAgain = await pairs.propose(pair);

    expect(turned).toEqual([true, false]);
    expect(active).toMatchObject({ status: 'active', announcedAt: now, score: 0.75 });
    expect(isProposedAgain).toBe(false);
    expect((await pairs.get(cohort, id))?.status).toBe('active');
  });

  test('events come in the order in which they happened, each once', async () => {
    const cohort = await kept();
    const happened = ['2027-01-11T09:00:02.000Z', '2027-01-11T09:00:00.000Z', '2027-01-11T09:00:01.000Z'];
    for (const at of [...happened, ...happened]) await events.note(cohort, { at, what: 'tested', who: 'us' });

    const { items } = await events.events(cohort.id, 10);

    expect(items.map(({ at }) => at)).toEqual([...happened].sort());
  });

  test('replies are found by the form that they answer', async () => {
    const { id: cohort } = await kept();
    const reply = (id: string, form: string) => ({
      id,
      cohort,
      person: 'per_ada',
      form: { id: form, purpose: 'application' as const },
      mail: 'inbound/1',
      receivedAt: now,
      became: 'read' as const,
      expiresAt,
    });
    await replies.add(reply('rpl_1', 'one'));
    await replies.add(reply('rpl_2', 'one'));
    await replies.add(reply('rpl_3', 'other'));

    expect((await replies.repliesTo(cohort, 'one')).map(({ id }) => id)).toEqual(['rpl_1', 'rpl_2']);
    expect(await replies.get(cohort, 'other', 'rpl_3')).toEqual(reply('rpl_3', 'other'));
    expect(await replies.add(reply('rpl_1', 'one'))).toBe(false);
  });

  test('the report that was sent stays', async () => {
    const cohort = await kept();
    const report = { at: now, outcomes: outcomesOf(fallenTrust()) };

    await reports.keep(cohort, report);
    await reports.keep(cohort, { ...report, at: '2027-04-01T09:00:00.000Z' });

    expect(await reports.get(cohort.id)).toEqual(report);
  });

  test('more than a page of the table holds is read to its end', async () => {
    const { id } = await kept();
    const words = 'x'.repeat(300_000);
    for (let nth = 0; nth < 8; nth += 1)
      await emails.add({ ...anEmail(id, `large-${nth}`), facts: StoredFacts.parse({ words }) });

    expect(await emails.list(id)).toHaveLength(8);
  });

  test('an email with wrong facts is refused before it is stored', async () => {
    const cohort = await kept();
    const draft = { person: 'per_ada', kind: 'write-again' as const, occasion: 'once', facts: { by: 'page' as const } };

    // @ts-expect-error: nobody else writes again.
    await expect(queueEmail(cohort, { ...draft, facts: { by: 'leadership' } }, now)).rejects.toThrow('Invalid option');
    // @ts-expect-error: there is no such email.
    await expect(queueEmail(cohort, { ...draft, kind: 'write-more' }, now)).rejects.toThrow(
      'There is no email of the kind',
    );

    expect(await emails.list(cohort.id)).toEqual([]);
  });

  test('an item beyond 400 KB is refused, which is why records are bounded', async () => {
    const item = { ...keys.cohort('coh_large'), words: 'x'.repeat(410_000) };

    const put = documents.send(new PutCommand({ TableName: table, Item: item }));

    await expect(put).rejects.toMatchObject({ name: 'ValidationException' });
  });

  test('an item that is not what it should be is an error, not a guess', async () => {
    const cohort = await kept();
    await documents.send(
      new PutCommand({ TableName: table, Item: { ...keys.cohort(cohort.id), ...cohort, stage: 'lunch' } }),
    );

    await expect(cohorts.get(cohort.id)).rejects.toMatchObject({ name: 'UnreadableRecord' });
  });

  test('a cohort of another schema version is refused with both versions, and so is its program', async () => {
    const cohort = await kept();
    await documents.send(
      new PutCommand({ TableName: table, Item: { ...keys.cohort(cohort.id), ...cohort, schema: 2 } }),
    );
    await documents.send(
      new PutCommand({ TableName: table, Item: { ...keys.program(cohort.id), schema: 2, definition: defaultProgram } }),
    );
    const said = 'This record has the schema version 2; this program reads version 1.';

    const cause = (error: Error) => String((error.cause as Error).message);
    expect(cause(await cohorts.get(cohort.id).catch((error) => error))).toContain(said);
    expect(cause(await cohorts.program(cohort.id).catch((error) => error))).toContain(said);
  });
});
