// `npm start`: from a fresh clone to a running site.
import { install, requireNode } from './install.mjs';

requireNode();
install();
const { build } = await import('./build.mjs');
await build();
await import('../dist/server/main.js');
