import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { diagramIn, workflowDiagram } from '#infra/workflow-diagram.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

test('the diagram in the README is the workflow as it is defined (npm run diagram)', () => {
  expect(diagramIn(readme, workflowDiagram())).toBe(readme);
});

test('every npm script that the README names exists', () => {
  const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

  const named = [...readme.matchAll(/npm run (?:-s )?([a-z:-]+)/g)].map(([, name]) => name);

  expect(named.filter((name) => name && !(name in scripts))).toEqual([]);
});

test('every file that the README links to exists', () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path ?? '');

  const missing = links.filter((path) => {
    try {
      readFileSync(new URL(`../../${path}`, import.meta.url));
      return false;
    } catch {
      return true;
    }
  });

  expect(missing).toEqual([]);
});
