import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { settings } from '../../api/config.ts';
import { inProject } from '../../api/project-root.ts';

const readme = readFileSync(inProject('README.md'), 'utf8');

test('the README documents every setting, in order, in the words of the program, and no other', () => {
  expect(documented(readme)).toEqual(settings.map(({ name, help, default: preset }) => [name, help, preset]));
});

test('docker-compose.yml sets only settings that exist', () => {
  const compose = readFileSync(inProject('docker-compose.yml'), 'utf8');
  const app = /\n {2}app:\n((?: {4}.*\n|\n)+)/.exec(compose)?.[1] ?? '';
  const set = [...app.matchAll(/^ {6}([A-Z_]+):/gm)].map((match) => match[1] ?? '');
  expect(set.length).toBeGreaterThan(4);
  expect(set.filter((name) => !settings.some((setting) => setting.name === name))).toEqual([]);
});

test.each(['.', 'scripts/operations'])('every file that README.md in %s points at exists', (folder) => {
  const text = readFileSync(inProject(folder, 'README.md'), 'utf8');
  const targets = [...text.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map((match) => match[1] ?? '');
  expect(targets.length).toBeGreaterThan(0);
  expect(targets.filter((path) => !existsSync(inProject(folder, path)))).toEqual([]);
});

test('the sample of alerts and the page that tells what to do about them name the same, and only metrics that there are', () => {
  const alerts = readFileSync(inProject('scripts', 'operations', 'alerts.yml'), 'utf8');
  const table = readFileSync(inProject('scripts', 'operations', 'README.md'), 'utf8');
  const named = [...alerts.matchAll(/alert: (\w+)/g)].map((match) => match[1] ?? '');
  expect(named.length).toBeGreaterThan(4);
  expect(named.filter((name) => !table.includes(`\`${name}\``))).toEqual([]);
  const metrics = readFileSync(inProject('api', 'metrics', 'create-metrics.ts'), 'utf8');
  const asked = [...alerts.matchAll(/open_door_\w+/g)].map(([metric]) => metric.replace(/_bucket$/, ''));
  expect(asked.filter((metric) => !metrics.includes(`'${metric}'`))).toEqual([]);
});

test('every npm script that the README names exists', () => {
  const { scripts } = JSON.parse(readFileSync(inProject('package.json'), 'utf8')) as { scripts: Record<string, string> };
  const operating = readFileSync(inProject('scripts', 'operations', 'README.md'), 'utf8');
  const named = [...(readme + operating).matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? '');
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test('the guard reads a table as it stands, so that a setting left out, added or reworded is seen', () => {
  const table = '| Setting | What | Unset |\n|---|---|---|\n| `PORT` | Where the program listens. | 3000 |\n| `OTHER` | x | y |\n';
  expect(documented(table)).toEqual([
    ['PORT', 'Where the program listens.', '3000'],
    ['OTHER', 'x', 'y'],
  ]);
});

function documented(text: string): string[][] {
  return [...text.matchAll(/^\| `([A-Z_]+)` \| (.*) \| (.*) \|$/gm)].map((match) => [match[1] ?? '', match[2] ?? '', match[3] ?? '']);
}
