import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A data folder of one's own, to be removed when done. As root, PostgreSQL's unprivileged user must pass through it; else the database would
 * be kept elsewhere, and stay there.
 */
export function newDataFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `open-door-${name}-`));
  chmodSync(folder, 0o755);
  return folder;
}
