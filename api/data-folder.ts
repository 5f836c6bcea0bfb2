import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  try {
    mkdirSync(folder, { recursive: true });
    return claimFile(folder, join(folder, 'open-door.lock'));
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw unusableFolder(folder, error);
  }
}

/** Who clears a dead one's lock away first claims the right to, so that nobody removes what is no longer what they read. */
function claimFile(folder: string, file: string): DataFolderClaim {
  const claim = JSON.stringify({ pid: process.pid, birth: birthOf(process.pid), claim: randomUUID() } satisfies Holder & { claim: string });
  while (!tryToCreate(file, claim)) {
    refuseIfHeld(folder, file);
    const clearing = claimFile(folder, `${file}.clearing`);
    try {
      // Only what was read and found dead is removed: where nothing was read, somebody may be claiming it this moment.
      if (refuseIfHeld(folder, file)) rmSync(file, { force: true });
    } finally {
      clearing.release();
    }
  }
  return {
    release() {
      if (read(file) === claim) rmSync(file, { force: true });
    },
  };
}

/** True when a lock is there whose holder is dead; false when there is none. Throws when its holder lives. */
function refuseIfHeld(folder: string, file: string): boolean {
  const text = read(file);
  const holder = text === null ? null : readHolder(text);
  if (holder !== null && isAlive(holder)) throw new DataFolderTaken(folder, holder.pid);
  return text !== null;
}

export function unusableFolder(folder: string, error: unknown): StartError {
  const code = codeOf(error);
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

/** Nobody ever sees it half written: it is linked to its place when it is whole. */
function tryToCreate(file: string, content: string): boolean {
  const whole = `${file}.${process.pid}`;
  try {
    writeFileSync(whole, content, { mode: 0o644 });
    place(whole, file, content);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(whole, { force: true });
  }
}

function place(whole: string, file: string, content: string): void {
  try {
    linkSync(whole, file);
  } catch (error) {
    // Some disks, such as memory sticks, know no links.
    if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'].includes(codeOf(error))) throw error;
    writeFileSync(file, content, { flag: 'wx', mode: 0o644 });
  }
}

function readHolder(text: string): Holder | null {
  try {
    const holder: unknown = JSON.parse(text);
    if (typeof holder !== 'object' || holder === null || !('pid' in holder) || typeof holder.pid !== 'number') return null;
    return { pid: holder.pid, birth: 'birth' in holder && typeof holder.birth === 'string' ? holder.birth : null };
  } catch {
    return null;
  }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Our own id in an old lock is chance: in a container every start may be process 1. */
function isAlive({ pid, birth }: Holder): boolean {
  if (pid === process.pid || !isRunning(pid)) return false;
  return birth === null || birth === birthOf(pid);
}
