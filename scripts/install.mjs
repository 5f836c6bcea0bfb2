// Runs before anything is installed, and on any Node: plain JavaScript, only what Node brings.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)));

export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** Ends the program with one sentence. */
export function giveUp(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** The versions that the libraries accept: 20.19 and later of 20, and everything from 22.12. */
export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 23) return;
  giveUp(`Open Door needs Node.js 20.19 or newer (of 22, at least 22.12), and this is ${version}; please get it from https://nodejs.org.`);
}

/** Fetches the libraries when they are missing or older than the list of them. */
export function install() {
  const installed = join(projectRoot, 'node_modules', '.package-lock.json');
  const wanted = join(projectRoot, 'package-lock.json');
  if (existsSync(installed) && (!existsSync(wanted) || statSync(installed).mtimeMs >= statSync(wanted).mtimeMs)) return;
  say('Libraries: installing what is missing (a minute or two the first time)…');
  // Also with NODE_ENV=production: building needs the development libraries.
  const { status } = runNpm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  if (status !== 0)
    giveUp('The libraries could not be installed (see above); please check the connection to the npm registry and start again.');
}

function runNpm(args) {
  const options = { cwd: projectRoot, stdio: ['ignore', 'ignore', 'inherit'] };
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) return spawnSync(process.execPath, [npm, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}
