import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Files as git knows them, and those that are new: what lies around beside them is nobody's source. */
const sources = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'])
  .toString()
  .trim()
  .split('\n')
  .filter((file) => /^(?:shared|functions|infra|test)\//.test(file) && existsSync(file));
const production = sources.filter((file) => !file.startsWith('test/'));

const most = { lines: 300, files: 20 };

/** Files that are longer, and how long. A figure may only go down, and goes when it is within the limit. */
const longFiles: Readonly<Record<string, number>> = {
  'shared/programs/default-program.ts': 467,
};

describe('the house', () => {
  test('has no file of more than 300 lines but those that are listed, which do not grow', () => {
    expect(overLimit(new Map(production.map((file) => [file, linesOf(file)])), most.lines, longFiles)).toEqual([]);
  });

  test('has no folder of more than 20 files', () => {
    const folders = new Map([...Map.groupBy(sources, dirname)].map(([folder, files]) => [folder, files.length]));

    expect(overLimit(folders, most.files, {})).toEqual([]);
  });

  // The messages of an email or page may have its name; an index is its folder's, a handler its function's, and a command is
  // called like what it runs.
  test('has no two files of one name', () => {
    const named = production.filter(
      (file) => !/^shared\/words\/en\/|\/index\.ts$|\/handler\.ts$|^infra\/commands\//.test(file),
    );
    const alike = [...Map.groupBy(named, (file) => basename(file))].filter(([, files]) => files.length > 1);

    expect(alike).toEqual([]);
  });

  // What else may import what is in biome.json; which function a path leads to is more than its patterns can tell.
  test('has no function that imports another', () => {
    const others = production.flatMap((file) => {
      const [, own] = /^(functions\/[^/]+)\//.exec(file) ?? [];
      if (own === undefined) return [];
      const imported = [...readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/g)];
      return imported
        .map(([, path = '']) => new URL(path, `file:///${file}`).pathname.slice(1))
        .filter((path) => !path.startsWith(`${own}/`))
        .map((path) => `${file} imports ${path}`);
    });

    expect(others).toEqual([]);
  });
});

/** What is over the limit or over its own figure, and figures that are needed no more. */
function overLimit(found: ReadonlyMap<string, number>, limit: number, exceptions: Readonly<Record<string, number>>) {
  const tooMany = [...found]
    .filter(([name, count]) => count > (exceptions[name] ?? limit))
    .map(([name, count]) => `${name}: ${count}, at most ${exceptions[name] ?? limit}`);
  const needless = Object.keys(exceptions)
    .filter((name) => (found.get(name) ?? 0) <= limit)
    .map((name) => `${name}: within the limit, take it off the list`);
  return [...tooMany, ...needless];
}

function linesOf(file: string): number {
  return readFileSync(file, 'utf8').split('\n').length - 1;
}
