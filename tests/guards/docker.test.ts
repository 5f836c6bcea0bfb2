import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from '../../api/project-root.ts';
import { readCode, type SourceFile } from './source-files.ts';

const dockerfile = readFileSync(inProject('Dockerfile'), 'utf8');

test('the image holds every file that the program reads at run time', () => {
  const read = pathsRead(readCode().filter(({ path }) => path.startsWith('api/') || path.startsWith('web/')));
  expect(read).toContain('api/db/migrations');
  expect(read.filter((path) => !isCopied(path, dockerfile))).toEqual([]);
});

test('everything that the image copies from here exists', () => {
  const sources = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap((match) => (match[1] ?? '').split(' '));
  expect(sources.length).toBeGreaterThan(4);
  expect(sources.filter((path) => !existsSync(inProject(path)))).toEqual([]);
});

test('the image runs as nobody special', () => {
  expect(dockerfile.lastIndexOf('USER node')).toBeGreaterThan(dockerfile.lastIndexOf('FROM '));
});

test('the guard sees a file that was forgotten', () => {
  const read = pathsRead([{ path: 'api/a.ts', text: "inProject('api', 'a', name); inProject('seed-data')" }]);
  expect(read).toEqual(['api/a', 'seed-data']);
  const image = 'FROM node\nCOPY a b\nFROM node\nCOPY --from=build /app/seed-data seed-data\n';
  expect(read.filter((path) => !isCopied(path, image))).toEqual(['api/a']);
});

function pathsRead(code: SourceFile[]): string[] {
  const calls = code.flatMap(({ text }) => [...text.matchAll(/inProject\(((?:'[^']+'(?:, )?)+)/g)]);
  return calls.map((match) => (match[1] ?? '').replaceAll("'", '').split(', ').filter(Boolean).join('/'));
}

/** In the last stage: itself, or a folder above it. */
function isCopied(path: string, image: string): boolean {
  const last = image.slice(image.lastIndexOf('FROM '));
  return [...last.matchAll(/^COPY .* (\S+)$/gm)].some((match) => path === match[1] || path.startsWith(`${match[1]}/`));
}
