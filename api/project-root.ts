import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json: the same from source and from `dist/`. */
export const projectRoot = findRoot(dirname(fileURLToPath(import.meta.url)));

export const inProject = (...parts: string[]) => join(projectRoot, ...parts);

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('Open Door cannot find its own package.json; please keep its folders together.');
  return findRoot(parent);
}
