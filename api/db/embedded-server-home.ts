import { createHash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unusableFolder } from '../data-folder.ts';
import { StartError } from '../errors.ts';
import { type Binaries, copyBinaries, findBinaries } from './embedded-server-binaries.ts';

/** Whom PostgreSQL runs as; null: whoever we are. */
export type Account = { uid: number; gid: number } | null;

/** Where one embedded server lives, and as whom. */
export interface ServerHome {
  folder: string;
  /** What PostgreSQL calls its data directory. */
  cluster: string;
  passwordFile: string;
  logFile: string;
  binaries: Binaries;
  account: Account;
}

/** Within everybody's reach, for when we are root and the data folder is not. */
const sharedFolder = '/var/lib/open-door';

/** Chooses and makes the folder. PostgreSQL refuses to run as root: then it is an unprivileged user's, moved to where that user can reach it. */
export function prepareHome(dataDir: string, log: (line: string) => void): ServerHome {
  const binaries = findBinaries();
  const inData = join(realpathSync(dataDir), 'postgres');
  if (process.getuid?.() !== 0) return makeHome(inData, binaries, null);

  const account = ownerOf(join(inData, 'cluster')) ?? nobody();
  const shared = join(sharedFolder, createHash('sha256').update(dirname(inData)).digest('hex').slice(0, 12));
  const folder = existsSync(join(shared, 'cluster')) || !canReach(dirname(inData), account) ? shared : inData;
  if (folder === shared) log(`Database: kept in ${shared}, because PostgreSQL may not run as root and nobody else can reach ${dataDir}`);
  const reachable = canReach(join(binaries.folder, 'bin', 'postgres'), account) && canReach(join(binaries.folder, 'lib'), account);
  return makeHome(folder, reachable ? binaries : copyBinaries(binaries, sharedFolder), account);
}

function makeHome(folder: string, binaries: Binaries, account: Account): ServerHome {
  try {
    mkdirSync(dirname(folder), { recursive: true, mode: 0o755 });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (account !== null) chownSync(folder, account.uid, account.gid);
  } catch (error) {
    if (account === null) throw unusableFolder(folder, error);
    throw new StartError(
      `PostgreSQL may not run as root, and ${folder} cannot be given to another user here; please start Open Door as an ordinary user, or set DATABASE_URL.`,
      { cause: error },
    );
  }
  return {
    folder,
    cluster: join(folder, 'cluster'),
    passwordFile: join(folder, 'password'),
    logFile: join(folder, 'server.log'),
    binaries,
    account,
  };
}

/** A database that an ordinary user made keeps working for that user. */
function ownerOf(folder: string): NonNullable<Account> | null {
  if (!existsSync(folder)) return null;
  const { uid, gid } = statSync(folder);
  return uid === 0 ? null : { uid, gid };
}

function nobody(): NonNullable<Account> {
  const line = existsSync('/etc/passwd') ? /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8')) : null;
  return { uid: Number(line?.[1] ?? 65_534), gid: Number(line?.[2] ?? 65_534) };
}

/** Whether the account may pass through every folder down to `path`, and use it. */
function canReach(path: string, account: NonNullable<Account>): boolean {
  const { uid, gid, mode } = statSync(path);
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
  if (((mode >> shift) & 0o1) === 0) return false;
  const parent = dirname(path);
  return parent === path || canReach(parent, account);
}
