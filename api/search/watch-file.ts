import { readFileSync, statSync } from 'node:fs';

export interface WatchOptions {
  warn?: (message: string) => void;
  /** A change is live within this time. */
  lookAgainMs?: number;
}

interface Watched<Content> {
  /** What stands when the file has never been read. */
  empty: Content;
  parse(content: unknown): Content;
  /** For the warning: "the synonyms". */
  name: string;
}

/** Reads a JSON file again when it has changed. One that cannot be read leaves what was known, and is warned of once. */
export function watchFile<Content>(
  path: string,
  { empty, parse, name }: Watched<Content>,
  { warn = () => undefined, lookAgainMs = 500 }: WatchOptions = {},
): () => Content {
  let known = empty;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let version = '';
  return () => {
    if (performance.now() - lookedAt < lookAgainMs) return known;
    lookedAt = performance.now();
    try {
      const { mtimeMs, size } = statSync(path);
      if (`${mtimeMs} ${size}` === version) return known;
      version = `${mtimeMs} ${size}`;
      known = parse(JSON.parse(readFileSync(path, 'utf8')));
    } catch (error) {
      warn(`${name} in ${path} could not be read (${error instanceof Error ? error.message : error}); search goes on with what it had.`);
    }
    return known;
  };
}
