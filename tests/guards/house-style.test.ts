import { describe, expect, test } from 'vitest';
import { badExports, badNames, mostLines, scatteredEnvironment, strayEnvironment, tooLong } from './house-style.ts';
import { readCode, readFiles } from './source-files.ts';

const code = readCode();

describe('the house', () => {
  test('names files for what they hold, in kebab-case', () => {
    expect(badNames(readFiles(/./).map(({ path }) => path))).toEqual([]);
  });

  test('exports by name, from where it is made', () => {
    expect(code.flatMap(badExports)).toEqual([]);
  });

  test(`keeps files under ${mostLines} lines`, () => {
    expect(readFiles(/\.(ts|tsx|mjs|css)$/).flatMap(tooLong)).toEqual([]);
  });

  test('reads the environment only where a program begins', () => {
    expect(code.flatMap(strayEnvironment)).toEqual([]);
    expect(code.flatMap(scatteredEnvironment)).toEqual([]);
  });
});

describe('the style guard', () => {
  test.each([
    'api/assets/index.ts',
    'web/utils/dates.ts',
    'api/common.ts',
    'web/lib/a.ts',
    'web/components/AssetCard.tsx',
    'api/Assets/routes.ts',
    'api/assets/find_asset.ts',
  ])('catches the name %s', (path) => {
    expect(badNames([path])).toHaveLength(1);
  });

  test.each([
    'api/db/database.ts',
    'tests/db/migrator.test.ts',
    'vite.config.ts',
    '.ci/run',
    'README.md',
    'seed-data/assets/llan.json',
    'api/db/migrations/0001-directory.sql',
  ])('lets the name %s be', (path) => {
    expect(badNames([path])).toEqual([]);
  });

  test.each([
    'export default function a() {}\n',
    "export * from './b.ts';\n",
    "export { a } from './b.ts';\n",
    "export type { A } from './b.ts';\n",
    'export enum Kind { a }\n',
    'const enum Kind { a }\n',
  ])('catches %j', (text) => {
    expect(badExports({ path: 'api/a.ts', text })).toHaveLength(1);
  });

  test('lets plain exports be, and the default exports that programs ask for', () => {
    expect(badExports({ path: 'api/a.ts', text: 'export const a = 1;\nconst b = 2;\nexport { b };\n' })).toEqual([]);
    expect(badExports({ path: 'vite.config.ts', text: 'export default {};\n' })).toEqual([]);
  });

  test('catches one line too many', () => {
    expect(tooLong({ path: 'a.ts', text: 'x\n'.repeat(mostLines) })).toEqual([]);
    expect(tooLong({ path: 'a.ts', text: 'x\n'.repeat(mostLines + 1) })).toHaveLength(1);
  });

  test('catches settings read behind the door', () => {
    expect(strayEnvironment({ path: 'api/mail/smtp-mailer.ts', text: 'const url = process.env.SMTP_URL;' })).toHaveLength(1);
    expect(strayEnvironment({ path: 'web/islands/a.tsx', text: 'if (import.meta.env.DEV) {}' })).toHaveLength(1);
    expect(strayEnvironment({ path: 'api/main.ts', text: 'readConfig(process.env)' })).toEqual([]);
    expect(scatteredEnvironment({ path: 'scripts/import.ts', text: 'process.env.A; process.env.B' })).toHaveLength(1);
  });
});
