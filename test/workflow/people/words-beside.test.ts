import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as answers from '#test/harness/cohorts/answers.ts';
import { invitees } from '#test/harness/cohorts/new-cohort.ts';
import { proposedIn } from '#test/harness/cohorts/proposed.ts';
import type { Letter } from '#test/harness/mail/mail-client.ts';
import { type Item, Table } from '#test/harness/system/table.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

/*
 * What becomes of words that answer none of our questions, of answers that we are not sure of, and of a wish to stop that is a
 * part of a message.
 */

const program = new TestSystem();
beforeAll(() => program.start());
afterAll(() => program.stop());

const words = (letter: Letter | undefined) => (letter?.mail.text ?? '').replace(/\s+/g, ' ');

describe('words that answer nothing', () => {
  let table: Table;
  let id: string;
  const everybody = invitees(8, 'beside');
  const maria = 'maria@beside.example.org';
  let met = 0;
  beforeAll(async () => {
    ({ id } = await program.createCohort('beside', { invitees: everybody }));
    await program.milestone(id, 'apply.open');
    table = new Table(program.system);
  });
  afterAll(() => program.cancel(id));

  /** An applicant whose form is complete. */
  async function applicant() {
    const { email } = everybody[met] ?? { email: '' };
    met += 1;
    const invitation = program.asked(email);
    const form = async (): Promise<Item> =>
      (await table.items(id, 'FORM#application#')).find((one) => invitation.replyTo.includes(one.id)) ?? {};
    await program.reply(invitation, answers.asMentee);
    const [before, told] = [program.lettersTo(email).length, program.lettersTo(maria).length];
    return {
      email,
      form,
      letters: () => program.lettersTo(email).slice(before),
      told: () => program.lettersTo(maria).slice(told),
      says: (text: string) => program.reply(program.asked(email), text),
      why: async () => (await table.items(id, `REPLY#${(await form()).id}#`)).map(({ why }) => why),
    };
  }

  test('after a complete application reach the coordinator, and their writer hears so', async () => {
    const ada = await applicant();

    await ada.says('I will be on parental leave from May. My line manager knows.');

    expect(words(ada.told()[0])).toContain('I will be on parental leave from May. My line manager knows.');
    expect(ada.told()[0]?.replyTo).toBe(ada.email);
    expect(words(ada.letters()[0])).toContain('We took no answer from these words and passed them on to Maria Ortiz');
    expect(words(ada.letters()[0])).not.toContain('That is everything');
  });

  test('and that are courtesy stay quiet', async () => {
    const ada = await applicant();

    await ada.says('Thanks Maria, looking forward to it!');

    expect(ada.told()).toEqual([]);
  });

  test('beside a "no thanks" reach the coordinator', async () => {
    const ada = await applicant();

    await ada.says('No thanks, I leave in March. My successor Jo Lind would be glad to mentor.');

    expect(words(ada.told()[0])).toContain('My successor Jo Lind would be glad to mentor.');
    expect(words(ada.letters()[0])).toContain('Maria Ortiz has what you wrote besides.');
  });

  test('a wish to stop that is a part of a message is asked about, and nothing is stopped meanwhile', async () => {
    const ada = await applicant();

    await ada.says('Stop by my office on Tuesday, please.');
    const asked = ada.letters();
    const reachable = (await program.people(id)).find(({ email }) => email === ada.email)?.unreachable;
    await ada.says('stop');

    expect(asked.map(({ mail }) => mail.subject)).toEqual(['Should we stop all email to you?']);
    expect(words(ada.told()[0])).toContain('Stop by my office on Tuesday');
    expect(reachable).toBeUndefined();
    expect((await program.people(id)).find(({ email }) => email === ada.email)?.unreachable).toBe('stopped');
    expect((await ada.why()).sort()).toEqual(['asked whether to stop', 'stop', undefined]);
  });

  test('a wish to stop beside answers is asked about, and the answers are taken', async () => {
    const ada = await applicant();

    await ada.says('This is the last one, after that take me off every list you have.\n\n13. c\n14. 19');

    const [asked] = ada.letters().filter(({ mail }) => mail.subject === 'Should we stop all email to you?');
    expect(words(asked)).toContain('take me off every list you have');
    expect(words(asked)).toContain('we have your answers');
    expect((await ada.form()).answers).toMatchObject({ experience: 19 });
    expect(await ada.why()).toContainEqual(expect.stringContaining('asked whether to stop'));
  });
});

describe('words beside the answers of a survey', () => {
  let id: string;
  let table: Table;
  const [ada, maria] = ['ada@survey.example.org', 'maria@survey.example.org'];
  const toMaria = (since: number) => program.lettersTo(maria).slice(since);
  beforeAll(async () => {
    id = await proposedIn(program, 'survey', 1);
    table = new Table(program.system);
    await program.milestone(id, 'midpoint.open');
  });
  afterAll(() => program.cancel(id));

  test('are not passed on before their writer says so, but the coordinator learns that there are some', async () => {
    const before = program.lettersTo(maria).length;

    await program.reply(program.asked(ada), 'We have never met. My mentor does not answer my emails.');

    expect(words(program.newest(ada))).toContain('We have not passed that on.');
    expect(words(program.newest(ada))).toContain('reply "pass it on"');
    expect(words(program.newest(ada))).toContain(maria);
    expect(toMaria(before).map(({ mail }) => mail.subject)).toEqual(['Ada Park may welcome a word from you']);
    expect(words(toMaria(before)[0])).not.toContain('never met');
  });

  test('reach the coordinator once, when their writer says so', async () => {
    const before = program.lettersTo(maria).length;

    await program.reply(program.newest(ada), 'Yes, please pass it on.');
    await program.reply(program.newest(ada), 'pass it on');

    const told = toMaria(before);
    expect(told).toHaveLength(1);
    expect(words(told[0])).toContain('We have never met. My mentor does not answer my emails.');
    expect(told[0]?.replyTo).toBe(ada);
    expect(program.lettersTo(ada).filter(({ mail }) => mail.subject === 'Maria has what you wrote')).toHaveLength(1);
  });

  test('are offered with the answers, and a plain yes passes them on once nothing is open', async () => {
    const grace = 'grace@survey.example.org';
    const before = program.lettersTo(maria).length;

    await program.reply(program.asked(grace), `${answers.midpoint}\n\nShe has cancelled on me every time.`);
    const offer = program.newest(grace);
    await program.reply(offer, 'yes');

    const [form] = (await table.items(id, 'FORM#survey#midpoint#')).filter(({ status }) => status === 'complete');
    expect(words(offer)).toContain('We have not passed that on.');
    expect(form?.answers).toMatchObject({ trust: 4 });
    expect(words(toMaria(before).at(-1))).toContain('She has cancelled on me every time.');
    expect(words(toMaria(before).at(-1))).toContain('has asked us to pass this on');
  });
});

describe('an answer that we read without being sure', () => {
  /** Somebody whose one question we have answered for them, and asked whether that is right. */
  async function proposing(domain: string, proposed: boolean) {
    const id = await proposedIn(program, domain, 1, { chair: `ines@${domain}.example.org` });
    for (const reviewer of ['ines', 'tom']) {
      await program.reply(program.asked(`${reviewer}@${domain}.example.org`), 'approve all');
    }
    const table = new Table(program.system);
    const [{ id: own } = {}] = await table.items(id, 'FORM#decision#');
    const form = async (): Promise<Item> =>
      (await table.items(id, 'FORM#decision#')).find((one) => one.id === own) ?? {};
    const said = { key: 'publish', said: 'I suppose so', why: { kind: 'undecided' as const } };
    await table.put({ ...(await form()), status: 'partial', unclear: [said], proposed: { publish: proposed } });
    const ines = `ines@${domain}.example.org`;
    return { id, form, ines, says: (text: string) => program.reply(program.asked(ines), text) };
  }

  test('counts once a plain "right" has confirmed it, and is shown in their words', async () => {
    const { id, ines, form, says } = await proposing('sure', true);

    await says('Right.');

    expect(await form()).toMatchObject({ answers: { publish: true }, unclear: [], status: 'complete' });
    expect((await form()).proposed).toBeUndefined();
    expect((await program.kinds(id))['partner-proposed']).toBe(2);
    expect(words(program.newest(ines))).toContain('yes (you wrote "I suppose so")');
    await program.cancel(id);
  });

  test('is what a yes is to, also when it is a no', async () => {
    const { id, form, says } = await proposing('nay', false);

    await says('yes');

    expect((await form()).answers).toEqual({ publish: false });
    expect((await program.kinds(id))['partner-proposed']).toBeUndefined();
    await program.cancel(id);
  });

  test('is dropped by a no, and by whatever is more than a word: the question is asked itself', async () => {
    const { id, ines, form, says } = await proposing('drop', false);

    await says("No, that's wrong.");
    const again = program.newest(ines);
    const dropped = await form();
    await program.reply(again, 'yes');

    expect(dropped).toMatchObject({ answers: {}, status: 'partial' });
    expect(dropped.proposed).toBeUndefined();
    expect(words(again)).toContain('Then we read you wrongly.');
    expect(words(again)).toContain('Shall we publish these pairs?');
    expect((await form()).answers).toEqual({ publish: true });
    await program.cancel(id);
  });
});
