import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { synthesised } from '#infra/local/template/synthesis.ts';
import { settingNames } from '#infra/settings.ts';

// What the guide and the runbook ask for by name is there, and their commands are such to the shell.
const page = (name: string): string => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
const guide = page('deploying.md');
const runbook = page('runbook.md');
const template = JSON.parse(readFileSync(join(await synthesised(), 'Telemachy.template.json'), 'utf8')) as {
  Resources: Record<string, { Type: string; Properties?: { RuleSetName?: string } }>;
  Outputs: Record<string, unknown>;
};

const commandsIn = (text: string): string[] =>
  [...text.matchAll(/^( *)```sh\n(.*?)^ *```$/gms)].map(([, indent = '', block = '']) =>
    block.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  );

describe.each([
  ['the guide', guide],
  ['the runbook', runbook],
])('%s', (_, text) => {
  test('has commands that the shell can read', () => {
    for (const block of commandsIn(text)) {
      const { stderr } = spawnSync('bash', ['-n'], { input: block, encoding: 'utf8' });

      expect(stderr, block).toBe('');
    }
  });

  test('asks for outputs that the stack has, each one thing', () => {
    const asked = [...text.matchAll(/\$\(output (\w+)\)|`(Mail(?:Dkim\d|Mx))\.\.\.`/g)].map(
      ([, one, two]) => one ?? two,
    );

    for (const key of asked) {
      expect(
        Object.keys(template.Outputs).filter((output) => output.startsWith(key ?? '')),
        key,
      ).toHaveLength(1);
    }
  });

  test('asks for resources by type and beginning that the stack has, each one thing', () => {
    for (const [, type, begins = ''] of text.matchAll(/\$\(of (AWS::[\w:]+) (\w+)\)/g)) {
      const found = Object.entries(template.Resources).filter(
        ([id, { Type }]) => Type === type && id.startsWith(begins),
      );

      expect(found, `${type} ${begins}`).toHaveLength(1);
    }
  });

  test('links to sections and pages that there are', () => {
    const headings = [guide, runbook].flatMap((one) => [...one.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading));
    const named = [...text.matchAll(/\b[Ss]ee "([^"]+)"/g)].map(([, heading = '']) => heading.replace(/\s+/g, ' '));

    expect(named.filter((heading) => !headings.includes(heading))).toEqual([]);
  });
});

const hasJq = spawnSync('jq', ['--version']).status === 0;

describe('the runbook', () => {
  const [, filter = ''] = /^jq '([^']+)' letter\.json > event\.json$/m.exec(runbook) ?? [];
  const eventIn = (body: object): unknown => {
    const letter = JSON.stringify({ Messages: [{ Body: JSON.stringify(body) }] });
    const { stdout, stderr } = spawnSync('jq', [filter], { input: letter, encoding: 'utf8' });
    expect(stderr).toBe('');
    return JSON.parse(stdout);
  };

  test.skipIf(!hasJq)(
    'finds the event again in what was not read, from Lambda and from SNS (skipped without jq)',
    () => {
      const event = { Records: [{ ses: { mail: { messageId: 'one' } } }] };
      const notification = { Type: 'Notification', MessageId: 'two', Message: '{"eventType":"Delivery"}' };

      expect(eventIn({ requestContext: { functionArn: 'inbox' }, requestPayload: event })).toEqual(event);
      expect(eventIn(notification)).toEqual({ Records: [{ EventSource: 'aws:sns', Sns: notification }] });
    },
  );
});

describe('the guide', () => {
  test('says of every setting what it means, and of no other', () => {
    const [, table = ''] = /^\| setting \|.*?\n((?:\|.*\n)+)/m.exec(guide) ?? [];
    const told = table
      .split('\n')
      .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name));

    expect(told.sort()).toEqual([...settingNames].sort());
  });

  test('writes files of JSON, and one of settings that there are', () => {
    const files = [...guide.matchAll(/^cat > (\S+\.json) <<'JSON'\n(.*?)^JSON$/gms)].map(
      ([, name, text = '']) => [name, JSON.parse(text)] as const,
    );

    expect(files.map(([name]) => name)).toEqual(['cdk.context.json', 'trial.json', 'cohort.json']);
    expect(settingNames).toEqual(expect.arrayContaining(Object.keys(files[0]?.[1])));
  });

  test('names the receipt rule set as it is named', () => {
    const sets = Object.values(template.Resources).filter(({ Type }) => Type === 'AWS::SES::ReceiptRuleSet');

    expect(sets.map(({ Properties }) => Properties?.RuleSetName)).toEqual(['telemachy-inbound']);
    expect(guide).toContain('`telemachy-inbound`');
  });
});
