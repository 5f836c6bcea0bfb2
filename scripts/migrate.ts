import { runScript } from '../api/run-script.ts';

await runScript(process.env, async ({ say }) => say('The database is up to date.'));
