import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { folderName, Maildirs } from '#infra/local/mail/maildir.ts';
import { scratch, start } from './ses-fixture.ts';

const raw = Buffer.from('Subject: x\r\n\r\nx\r\n');
const kept = 'Subject: x\n\nx\n';

test('a delivered message lies in new/, whole, with the line ends of a file and the moved time in its name and on its file', async () => {
  await using place = await scratch();
  const maildirs = new Maildirs(place.folder);

  const file = await maildirs.deliver('Ada@Example.org', raw, { at: start + 123, id: 'abc' });

  expect(file).toBe(join(place.folder, 'ada@example.org', 'new', `${start / 1000}.M123000_abc.telemachy`));
  expect(await readFile(file, 'utf8')).toBe(kept);
  expect((await stat(file)).mtimeMs).toBe(start + 123);
  expect(await readdir(join(place.folder, 'ada@example.org', 'tmp'))).toEqual([]);
});

test('delivering the same message again changes nothing, even after it was read', async () => {
  await using place = await scratch();
  const maildirs = new Maildirs(place.folder);
  await maildirs.deliver('ada@example.org', raw, { at: start, id: 'abc' });
  const { letters } = await maildirs.list('ada@example.org');
  const seen = await maildirs.mark(letters[0] ?? expect.unreachable(), 'S');

  const again = await new Maildirs(place.folder).deliver('ada@example.org', raw, { at: start, id: 'abc' });

  expect(again).toBe(seen.file);
  expect((await maildirs.list('ada@example.org')).total).toBe(1);
});

test('a draft that a crash left in tmp/ is not mail, and does not keep the message from arriving', async () => {
  await using place = await scratch();
  const maildirs = new Maildirs(place.folder);
  const file = await maildirs.deliver('bob@example.org', raw, { at: start, id: 'abc' });
  const draft = file.replace('bob@', 'ada@').replace('/new/', '/tmp/');
  await mkdir(join(draft, '..'), { recursive: true });
  await writeFile(draft, 'half a mess');

  const before = await maildirs.list('ada@example.org');
  const arrived = await maildirs.deliver('ada@example.org', raw, { at: start, id: 'abc' });

  expect(before.total).toBe(0);
  expect(await readFile(arrived, 'utf8')).toBe(kept);
});

test('mail is listed newest first, a page at a time, and marks stay', async () => {
  await using place = await scratch();
  const maildirs = new Maildirs(place.folder);
  for (const at of [2, 0, 1, 4, 3]) {
    await maildirs.deliver('ada@example.org', raw, { at: start + at * 86_400_000, id: `m${at}` });
  }
  const { letters: all } = await maildirs.list('ada@example.org');
  const answered = await maildirs.mark(await maildirs.mark(all[1] ?? expect.unreachable(), 'S'), 'R');

  const page = await maildirs.list('ada@example.org', { offset: 1, limit: 2 });
  const people = await maildirs.people();

  expect(page.total).toBe(5);
  expect(page.letters.map((letter) => letter.id)).toEqual([
    `${start / 1000 + 3 * 86_400}.M000000_m3.telemachy`,
    `${start / 1000 + 2 * 86_400}.M000000_m2.telemachy`,
  ]);
  expect(page.letters[0]).toMatchObject({ seen: true, answered: true });
  expect(answered.file).toMatch(/:2,RS$/);
  expect(people).toMatchObject([{ address: 'ada@example.org', messages: 5, unread: 4 }]);
});

test.each([
  '../../x',
  '..',
  '.',
  '/etc/passwd',
  'a/b@c',
  'a\\b@c',
  '.hidden@x',
  'a\u0000b',
  'ä@ö',
  'CON',
  '%2e%2e%2f',
  'a:b@c',
  ' ',
])('the address %j names a folder inside the mail folder, and is read back from it', async (address) => {
  await using place = await scratch();
  const maildirs = new Maildirs(place.folder);

  const file = await maildirs.deliver(address, raw, { at: start, id: '../../../evil' });

  expect(resolve(file).startsWith(`${join(place.folder, folderName(address))}/new/`)).toBe(true);
  expect(await readdir(place.folder)).toHaveLength(1);
  expect((await maildirs.people()).map((person) => person.address)).toEqual([address.toLowerCase()]);
});

test('an address too long for a folder is refused, and an empty one', async () => {
  await using place = await scratch();
  const maildirs = new Maildirs(place.folder);

  const long = maildirs.deliver(`${'x'.repeat(250)}@example.org`, raw, { at: start, id: 'a' });
  const empty = maildirs.deliver('', raw, { at: start, id: 'a' });

  await expect(long).rejects.toThrow(RangeError);
  await expect(empty).rejects.toThrow(RangeError);
});

test.each(['../../../etc/passwd', '..', '', 'x'.repeat(10_000), 'a/b', 'a\u0000'])(
  'the id %j finds nothing',
  async (id) => {
    await using place = await scratch();
    const maildirs = new Maildirs(place.folder);
    await maildirs.deliver('ada@example.org', raw, { at: start, id: 'a' });

    expect(await maildirs.find('ada@example.org', id)).toBeUndefined();
  },
);

test('mail that another program put there is listed by the time of its file', async () => {
  await using place = await scratch();
  const maildirs = new Maildirs(place.folder);
  await maildirs.deliver('ada@example.org', raw, { at: start, id: 'a' });
  await writeFile(join(place.folder, 'ada@example.org', 'cur', 'hello:2,S'), raw);

  const { letters } = await maildirs.list('ada@example.org');

  expect(letters.map((letter) => [letter.id, letter.seen])).toContainEqual(['hello', true]);
  expect(await maildirs.find('ada@example.org', 'hello')).toMatchObject({ seen: true });
});
