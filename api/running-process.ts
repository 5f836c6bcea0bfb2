import { readFileSync } from 'node:fs';

/** Whether a process with this id is at work; one that has ended but was not yet collected by its parent is not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is there, but belongs to someone else.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return statOf(pid)?.state !== 'Z';
}

/** Changes when a process id is given to another process; null where the system does not tell (it does on Linux). */
export function birthOf(pid: number): string | null {
  return statOf(pid)?.startTime ?? null;
}

/** What the process was started as, its arguments parted by spaces; null where the system does not tell. */
export function commandOf(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return null;
  }
}

/** See proc_pid_stat(5): the name in brackets may itself hold spaces and brackets. */
function statOf(pid: number): { state: string; startTime: string } | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return { state: fields[0] ?? '', startTime: fields[19] ?? '' };
  } catch {
    return null;
  }
}
