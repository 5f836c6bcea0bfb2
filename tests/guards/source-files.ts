import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path/posix';
import { projectRoot } from '../../api/project-root.ts';

export interface SourceFile {
  /** From the project's root, with forward slashes. */
  path: string;
  text: string;
}

/** One import of one file: `target` is a path from the root, or the name of a package or of Node's own module. */
export interface Import {
  from: string;
  target: string;
  /** Gone at run time. */
  typeOnly: boolean;
}

const skipped = new Set(['node_modules', 'dist', 'data', '.git']);

/** Every file whose path ends as asked, sorted. */
export function readFiles(endings: RegExp, folder = ''): SourceFile[] {
  return readdirSync(join(projectRoot, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return skipped.has(entry.name) ? [] : readFiles(endings, path);
      return endings.test(path) ? [{ path, text: readFileSync(join(projectRoot, path), 'utf8') }] : [];
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

export const readCode = () => readFiles(/\.(ts|tsx|mjs)$/);

const statement = /^\s*(?:import|export)\s(?:[^;'"]*?\sfrom\s*)?['"]([^'"]+)['"]/gm;
const call = /\bimport\(\s*(?:\/\*.*?\*\/\s*)?['"]([^'"]+)['"]/g;

export function importsOf({ path, text }: SourceFile): Import[] {
  const statements = [...text.matchAll(statement)].map((match) => ({ target: match[1] ?? '', typeOnly: isTypeOnly(match[0]) }));
  const calls = [...text.matchAll(call)].map((match) => ({ target: match[1] ?? '', typeOnly: false }));
  return [...statements, ...calls].map(({ target, typeOnly }) => ({
    from: path,
    target: target.startsWith('.') ? relative('.', join(dirname(path), target.replace(/\?.*$/, ''))) : packageOf(target),
    typeOnly,
  }));
}

/** `import type …`, and `import { type A, type B }`. */
function isTypeOnly(source: string): boolean {
  if (/^\s*(import|export)\s+type\s/.test(source)) return true;
  const names = /\{([^}]*)\}\s*from/
    .exec(source)?.[1]
    ?.split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  return names !== undefined && names.length > 0 && !/^\s*import\s+\w/.test(source) && names.every((name) => name.startsWith('type '));
}

function packageOf(name: string): string {
  if (name.startsWith('node:')) return name;
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}
