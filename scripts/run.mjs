// `node scripts/run.mjs NAME …`: runs scripts/NAME.ts, built when need be.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { giveUp, install, projectRoot, requireNode } from './install.mjs';

requireNode();
install();
const { build } = await import('./build.mjs');
await build();

const [node, , name = ''] = process.argv;
const program = join(projectRoot, 'dist', 'server', `${name}.js`);
if (!/^[a-z-]+$/.test(name) || !existsSync(program)) giveUp(`There is no script "${name}" in scripts/.`);
// The script reads its arguments as if it had been started directly.
process.argv = [node, program, ...process.argv.slice(3)];
await import(pathToFileURL(program).href);
