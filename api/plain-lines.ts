import type { Writable } from 'node:stream';

const left = new Set(['level', 'time', 'pid', 'hostname', 'msg', 'reqId']);

/** For a person at a terminal: each of the log's JSON lines as time, message and what belongs to it. */
export function plainLines(out: Writable): { write(line: string): void } {
  return { write: (line) => void out.write(`${toPlain(line)}\n`) };
}

function toPlain(line: string): string {
  const entry: unknown = JSON.parse(line);
  if (typeof entry !== 'object' || entry === null) return line;
  const { time, msg, level } = entry as { time?: number; msg?: string; level?: number };
  const clock = new Date(time ?? 0).toTimeString().slice(0, 8);
  const weight = level !== undefined && level >= 40 ? 'please note: ' : '';
  const details = Object.entries(entry)
    .filter(([key]) => !left.has(key))
    .map(([key, value]) => `\n         ${key} ${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return `${clock} ${weight}${msg ?? ''}${details.join('')}`;
}
