import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from './errors.ts';
import { birthOf, isRunning } from './running-process.ts';

/** One process at a time keeps the data folder; the others are told who has it. */
export interface DataFolderClaim {
  release(): void;
}

interface Holder {
  pid: number;
  /** Tells a process from a later one that was given the same id. */
  birth: string | null;
}

export class DataFolderTaken extends StartError {
  constructor(
    readonly folder: string,
    readonly pid: number,
  ) {
    super(`Open Door already runs on the data folder ${folder} (process ${pid}); please stop it first, or set DATA_DIR to another folder.`);
    this.name = 'DataFolderTaken';
  }
}

/** Makes the folder when it is missing. Throws a `StartError` when it cannot be used, `DataFolderTaken` when another live process has it. */
export function claimDataFolder(folder: string): DataFolderClaim {
  const file = join(folder, 'open-door.lock');
  const claim = JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) } satisfies Holder);
  try {
    mkdirSync(folder, { recursive: true });
    if (!tryToCreate(file, claim)) {
      const holder = readHolder(file);
      if (holder !== null && isAlive(holder)) throw new DataFolderTaken(folder, holder.pid);
      rmSync(file, { force: true });
      writeFileSync(file, claim, { flag: 'wx', mode: 0o644 });
    }
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw unusableFolder(folder, error);
  }
  return { release: () => rmSync(file, { force: true }) };
}

export function unusableFolder(folder: string, error: unknown): StartError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reasons: Record<string, string> = {
    EACCES: 'we may not read or write there',
    EPERM: 'we may not read or write there',
    ENOTDIR: 'a part of its path is a file',
    EEXIST: 'there is a file of that name',
    EROFS: 'its disk is read-only',
    ENOSPC: 'its disk is full',
  };
  const reason = reasons[code] ?? (error instanceof Error ? error.message : String(error));
  return new StartError(`The data folder ${folder} cannot be used: ${reason}; please set DATA_DIR to a folder that you may write to.`, {
    cause: error,
  });
}

function tryToCreate(file: string, content: string): boolean {
  try {
    writeFileSync(file, content, { flag: 'wx', mode: 0o644 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(file: string): Holder | null {
  try {
    const holder: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof holder !== 'object' || holder === null || !('pid' in holder) || typeof holder.pid !== 'number') return null;
    return { pid: holder.pid, birth: 'birth' in holder && typeof holder.birth === 'string' ? holder.birth : null };
  } catch {
    return null;
  }
}

/** Our own id in an old lock is chance: in a container every start may be process 1. */
function isAlive({ pid, birth }: Holder): boolean {
  if (pid === process.pid || !isRunning(pid)) return false;
  return birth === null || birth === birthOf(pid);
}
