import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inProject } from '../../api/project-root.ts';

interface Part {
  file: string;
  imports?: string[];
  css?: string[];
}

const webRoot = inProject('dist', 'web');
const manifest: Record<string, Part> = JSON.parse(readFileSync(`${webRoot}/.vite/manifest.json`, 'utf8'));
const weigh = (file: string) => gzipSync(readFileSync(`${webRoot}/${file}`), { level: 9 }).length;
const partOf = (source: string) => manifest[source] ?? { file: `nothing was built from ${source}` };

/** A part's own file and every one that it needs to start. */
const filesOf = (source: string): string[] => [partOf(source).file, ...(partOf(source).imports ?? []).flatMap(filesOf)];

describe('what script weighs, compressed', () => {
  it('is at most 12 kB on the find page without its map', () => {
    const files = [
      'browser/main',
      'islands/search-box',
      'islands/suggestions',
      'islands/location-picker',
      'islands/asset-map',
      'islands/keep',
    ]
      .map((name) => `web/${name}.ts`)
      .flatMap(filesOf);
    expect([...new Set(files)].reduce((sum, file) => sum + weigh(file), 0)).toBeLessThanOrEqual(12_000);
  });

  it('is at most 52 kB for the map', () => {
    expect(weigh(partOf('web/map/create-map.ts').file)).toBeLessThanOrEqual(52_000);
  });

  it('leaves Leaflet and the map’s styles to the map', () => {
    const others = Object.entries(manifest).filter(([source]) => source.startsWith('web/') && source !== 'web/map/create-map.ts');
    for (const [, { file }] of others) expect(readFileSync(`${webRoot}/${file}`, 'utf8')).not.toContain('leaflet');
  });
});
