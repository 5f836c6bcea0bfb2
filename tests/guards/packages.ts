import type { SourceFile } from './source-files.ts';

export interface PackageList {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

/** Used from a command line, or as the oracle of a tool, not imported by name. */
const programs = new Map([
  ['@biomejs/biome', 'npm run lint'],
  ['typescript', 'npm run types'],
  ['@types/node', 'types of Node'],
]);

/** One line for each package that nothing uses, or that the site uses but would not get in production. */
export function unusedPackages(list: PackageList, code: SourceFile[]): string[] {
  const served = code.filter(({ path }) => /^(api|web|scripts)\//.test(path));
  const unused = Object.keys(list.dependencies)
    .filter((name) => !isNamed(name, served))
    .map((name) => `${name}: nothing in api/, web/ or scripts/ uses it`);
  const idle = Object.keys(list.devDependencies)
    .filter((name) => !programs.has(name) && !isNamed(name, code) && !isTypesOf(name, list))
    .map((name) => `${name}: nothing uses it`);
  const missing = Object.keys(list.devDependencies)
    .filter(
      (name) =>
        !list.dependencies[name] &&
        isNamed(
          name,
          served.filter(({ path }) => /^(api|web)\//.test(path)),
        ),
    )
    .map((name) => `${name}: api/ or web/ uses it, so it belongs in "dependencies"`);
  return [...unused, ...idle, ...missing];
}

function isNamed(name: string, files: SourceFile[]): boolean {
  const quoted = new RegExp(`['"]${name}(/[^'"]*)?['"]`);
  return files.some(({ text }) => quoted.test(text));
}

function isTypesOf(name: string, { dependencies, devDependencies }: PackageList): boolean {
  const typed = name.replace(/^@types\//, '');
  return name.startsWith('@types/') && (typed in dependencies || typed in devDependencies || typed === 'geojson');
}
