import { join } from 'node:path';
import { StartError } from '../api/errors.ts';
import { importHelp, readImportArguments } from '../api/imports/import-arguments.ts';
import { createImportProgress } from '../api/imports/import-progress.ts';
import { analyse } from '../api/imports/import-queries.ts';
import { runImport } from '../api/imports/run-import.ts';
import { tellImport } from '../api/imports/tell-import.ts';
import { runScript } from '../api/run-script.ts';

const args = readArguments();
if (args?.help) process.stdout.write(`${importHelp}\n`);
else if (args) {
  await runScript(process.env, async ({ config, deps, say }) => {
    const progress = createImportProgress(process.stdout);
    const time = deps.clock.now().toISOString().slice(0, 19).replaceAll(':', '-');
    const reportPath = args.report ?? (args.dry ? null : join(config.dataDir, 'imports', `${time}-refused.csv`));
    try {
      const summary = await runImport(deps, { ...args, mappingPath: args.map, reportPath }, progress);
      progress.finish();
      if (!args.dry) await analyse(deps.db);
      for (const line of await tellImport(deps, summary, args)) say(line);
    } finally {
      progress.finish();
    }
  });
}

function readArguments() {
  try {
    return readImportArguments(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof StartError ? error.message : error);
    process.exitCode = 1;
    return null;
  }
}
