import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { inProject } from '../../api/project-root.ts';

/** Where distributions and vendors put it. */
const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

export interface Chromium {
  path: string;
  /** Empty when there is one; else a sentence that says what to do. */
  problem: string;
}

/** A real Chromium: one that is there; else, as root, the distribution's package; else Playwright's own download. */
export async function ensureChromium(log: (line: string) => void, chosen = process.env.CHROMIUM_PATH): Promise<Chromium> {
  if (chosen) {
    const problem = `CHROMIUM_PATH names ${chosen}, which is not there; please set it to a Chromium or Chrome program, or leave it out.`;
    return { path: chosen, problem: existsSync(chosen) ? '' : problem };
  }
  for (const install of [null, installPackage, download]) {
    await install?.(log);
    const path = await findChromium();
    if (path !== null) return { path, problem: '' };
  }
  const problem =
    'The browser tests need Chromium, and none could be found or installed; please install Chromium or Chrome, or set CHROMIUM_PATH to the program.';
  return { path: '', problem };
}

async function installPackage(log: (line: string) => void): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  log('Browser: none is installed; installing the package "chromium"…');
  await run('apt-get', ['update', '-qq'], 300_000);
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], 900_000);
}

async function download(log: (line: string) => void): Promise<void> {
  log('Browser: none is installed; fetching Chromium with Playwright…');
  await run(process.execPath, [inProject('node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium'], 300_000);
}

async function findChromium(): Promise<string | null> {
  const { chromium } = await import('playwright-core');
  return [...usualPlaces, chromium.executablePath()].find((path) => path !== '' && existsSync(path)) ?? null;
}

function run(command: string, args: string[], timeoutMs: number): Promise<void> {
  return new Promise((resolve) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: timeoutMs, env });
    child.once('error', () => resolve());
    child.once('close', () => resolve());
  });
}
