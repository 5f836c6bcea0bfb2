import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from '../../api/project-root.ts';
import { type PackageList, unusedPackages } from './packages.ts';
import { readCode } from './source-files.ts';

const list = JSON.parse(readFileSync(inProject('package.json'), 'utf8')) as PackageList;

test('every package in package.json is used, and those of the site are there in production', () => {
  expect(unusedPackages(list, readCode())).toEqual([]);
});

test('every package has one exact version', () => {
  const loose = Object.entries({ ...list.dependencies, ...list.devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  );
  expect(loose).toEqual([]);
});

test('the package guard catches what is idle, and what would be missing in production', () => {
  const fixture = {
    scripts: {},
    dependencies: { zod: '1.0.0', pg: '1.0.0' },
    devDependencies: { vite: '1.0.0', '@types/pg': '1.0.0', preact: '1.0.0', 'ical.js': '1.0.0' },
  };
  const code = [
    { path: 'api/a.ts', text: "import { z } from 'zod';" },
    { path: 'web/b.ts', text: "import { h } from 'preact/jsx-runtime';" },
    { path: 'vite.config.ts', text: "import { defineConfig } from 'vite';" },
  ];
  expect(unusedPackages(fixture, code)).toEqual([
    'pg: nothing in api/, web/ or scripts/ uses it',
    'ical.js: nothing uses it',
    'preact: api/ or web/ uses it, so it belongs in "dependencies"',
  ]);
});
