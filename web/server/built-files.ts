import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the browser's build made, as pages need it. */
export interface BuiltFiles {
  css: string;
  /** A source of the Content-Security-Policy, quotes included: pages carry their style inside, and nothing else may. */
  styleHash: string;
  /** Addresses of the style sheets that some pages have beside that one, by name. */
  styles: Record<string, string>;
  /** Address of the one script; null when the build has none. */
  script: string | null;
}

/** By the path of the source. `imports`: what it cannot do without. */
export type BuiltManifest = Record<string, { file: string; imports?: string[] } | undefined>;

/** Throws with a sentence that says what to do when there is none. */
export function readManifest(webRoot: string): BuiltManifest {
  const manifestPath = join(webRoot, '.vite', 'manifest.json');
  if (!existsSync(manifestPath))
    throw new Error(`The pages are not built yet (no ${manifestPath}): run "npx vite build", or "npm start", which does.`);
  return JSON.parse(readFileSync(manifestPath, 'utf8'));
}

/** Reads the build in `webRoot` (dist/web). Throws with a sentence that says what to do when there is none. */
export function readBuiltFiles(webRoot: string): BuiltFiles {
  const manifest = readManifest(webRoot);
  const style = manifest['web/styles/site.css'];
  if (!style) throw new Error(`The build in ${webRoot} has no web/styles/site.css: run "npx vite build" again.`);
  const css = readFileSync(join(webRoot, style.file), 'utf8').trim();
  const script = manifest['web/browser/main.ts'];
  const styles = Object.fromEntries(
    Object.entries(manifest).flatMap(([source, built]) => {
      const name = /^web\/styles\/(.*)\.css$/.exec(source)?.[1];
      return name && name !== 'site' && built ? [[name, `/${built.file}`]] : [];
    }),
  );
  return {
    css,
    styleHash: `'sha256-${createHash('sha256').update(css).digest('base64')}'`,
    styles,
    script: script ? `/${script.file}` : null,
  };
}

/** For `style-src` of the Content-Security-Policy: `'sha256-…'`, quotes included. */
export const pageStyleHashes = (webRoot: string): string[] => [readBuiltFiles(webRoot).styleHash];
