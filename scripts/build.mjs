import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { giveUp, projectRoot, say } from './install.mjs';

const sources = ['api', 'web', 'scripts', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'];
const mark = join(projectRoot, 'dist', '.built');

/** Makes `dist/` when it is missing or older than any source. */
export async function build() {
  if (existsSync(mark) && statSync(mark).mtimeMs >= Math.max(...sources.map((source) => newest(join(projectRoot, source))))) return;
  say('Program: building…');
  const begun = new Date();
  rmSync(mark, { force: true });
  const failed = (await Promise.all([vite(), vite('--ssr')])).find((output) => output !== '');
  if (failed !== undefined) giveUp(`${failed.trim()}\nThe program could not be built (see above).`);
  mkdirSync(join(projectRoot, 'dist'), { recursive: true });
  writeFileSync(mark, '');
  // What changed while we built is newer than the mark.
  utimesSync(mark, begun, begun);
}

function newest(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  // The folder's own time tells of files that were removed.
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Resolves with what it had to say when it failed, else with nothing. */
function vite(...args) {
  return new Promise((resolve) => {
    const program = join(projectRoot, 'node_modules', 'vite', 'bin', 'vite.js');
    const child = spawn(process.execPath, [program, 'build', '--logLevel', 'warn', ...args], {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('close', (code) => resolve(code === 0 ? '' : output || 'vite gave no reason'));
  });
}

if (process.argv[1]?.endsWith('build.mjs')) await build();
