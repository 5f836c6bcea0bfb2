import type { SourceFile } from './source-files.ts';

/** Above this a file is split (ARCHITECTURE, house style 2). */
export const mostLines = 300;

/** Names of drawers into which anything goes. */
const drawers = new Set(['index', 'utils', 'util', 'helpers', 'helper', 'lib', 'libs', 'common', 'misc', 'shared', 'tools', 'stuff']);

/** Programs that load a file by its default export. */
const loadedByDefault = /^(vite|vitest)\.config\.ts$|^tests\/support\/global-setup\.ts$/;

const codeFile = /\.(ts|tsx|mjs|css)$/;

export function badNames(paths: string[]): string[] {
  return paths.flatMap((path) => {
    const parts = path.split('/');
    const drawer = parts.find((part) => drawers.has(part.replace(/\..*$/, '')));
    if (drawer !== undefined) return [`${path}: "${drawer}" says nothing of what is inside`];
    if (!codeFile.test(path)) return [];
    const crooked = parts.find(
      (part, at) =>
        !(at === parts.length - 1 ? /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|config|d))?\.[a-z]+$/ : /^\.?[a-z0-9]+(-[a-z0-9]+)*$/).test(part),
    );
    return crooked === undefined ? [] : [`${path}: "${crooked}" is not kebab-case`];
  });
}

export function badExports({ path, text }: SourceFile): string[] {
  const found = [];
  if (/^export default /m.test(text) && !loadedByDefault.test(path)) found.push(`${path}: has a default export; please name it`);
  if (/^export (type )?(\*|\{[^}]*\}) (as \w+ )?from /m.test(text))
    found.push(`${path}: hands on what another file exports; please import it from there`);
  if (/^(export )?(const )?enum /m.test(text)) found.push(`${path}: has an enum; please use a union of words`);
  return found;
}

export function tooLong({ path, text }: SourceFile): string[] {
  const lines = text.split('\n').length - 1;
  return lines > mostLines ? [`${path}: has ${lines} lines; please split it`] : [];
}

/** Settings come in by one door: `readConfig`, called where a program begins. */
export function strayEnvironment({ path, text }: SourceFile): string[] {
  const allowed = /^(tests|scripts)\/|^api\/main\.ts$|^vite(st)?\.config\.ts$/.test(path);
  return !allowed && /process\.env\b|import\.meta\.env\b/.test(text) ? [`${path}: reads the environment; please take it from Config`] : [];
}

/** A script reads the environment on its entry lines, to pass it on, never inside its work. */
export function scatteredEnvironment({ path, text }: SourceFile): string[] {
  if (!/^scripts\/[^/]+\.ts$/.test(path)) return [];
  const uses = text.match(/process\.env\b/g)?.length ?? 0;
  return uses > 1 ? [`${path}: reads the environment in ${uses} places; please pass it to readConfig once`] : [];
}
