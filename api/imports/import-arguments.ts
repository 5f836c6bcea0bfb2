import { parseArgs } from 'node:util';
import { StartError } from '../errors.ts';

export interface ImportArguments {
  files: string[];
  map: string | undefined;
  preset: string | undefined;
  from: string | undefined;
  report: string | undefined;
  dry: boolean;
  keepSample: boolean;
  help: boolean;
}

export const importHelp = `Brings real data in.

  npm run import -- FILE… --map mapping.json     CSV or GeoJSON (each may end in .gz), read as the mapping says
  npm run import -- --preset NAME --from FOLDER  a whole place by the mappings that ship, such as trafford

  --dry-run       says what would be added, changed, left as it is and refused, and writes nothing
  --report FILE   where refused rows are told (otherwise a file in the data folder, under imports/)
  --keep-sample   leaves the sample district beside the real place

Each file goes in as a whole or not at all. Importing it again changes only what differs.
How mappings read: api/imports/README.md.`;

const nothingToDo = 'Say what to bring in: FILE… --map mapping.json, or --preset NAME --from FOLDER';
const presetAlone = 'A preset names its own files and mappings: --preset NAME --from FOLDER, and no more';

/** What was asked for on the command line. Throws a StartError when that makes no sense. */
export function readImportArguments(args: string[]): ImportArguments {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        map: { type: 'string' },
        preset: { type: 'string' },
        from: { type: 'string' },
        report: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        'keep-sample': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const { map, preset, from, report, help } = values;
    if (!help && preset === undefined && (map === undefined || positionals.length === 0)) throw new Error(nothingToDo);
    if (!help && preset !== undefined && (from === undefined || positionals.length > 0 || map !== undefined)) throw new Error(presetAlone);
    return { files: positionals, map, preset, from, report, help, dry: values['dry-run'], keepSample: values['keep-sample'] };
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : error}; "npm run import -- --help" tells what there is.`, {
      cause: error,
    });
  }
}
