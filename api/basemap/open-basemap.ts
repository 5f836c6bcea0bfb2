import { existsSync, statSync } from 'node:fs';
import { inProject } from '../project-root.ts';
import type { Basemap } from './basemap.ts';
import { openDrawnBasemap } from './open-drawn-basemap.ts';
import { openPmtiles } from './open-pmtiles.ts';
import { openRasterServer } from './open-raster-server.ts';
import { readFeatures } from './read-features.ts';
import { readSample } from './read-sample.ts';

/**
 * Opens what the setting BASEMAP_SOURCE names; null is the sample's drawn map. Throws a `StartError` with one sentence when it cannot be
 * read, so that a broken map is found at start and not by a reader.
 */
export async function openBasemap(source: string | null, credit: string | null): Promise<Basemap> {
  const shownCredit = credit ?? '';
  if (source === null)
    return existsSync(inProject('seed-data', 'basemap.geojson')) ? openDrawnBasemap(readSample(), shownCredit) : noBasemap;
  if (/^https?:\/\//.test(source)) return openRasterServer(source, shownCredit);
  return isPmtiles(source) ? openPmtiles(source, shownCredit) : openDrawnBasemap(readFeatures(source), shownCredit);
}

const noBasemap: Basemap = { style: { kind: 'none', credit: '', minZoom: 0, maxZoom: 0, bounds: null, version: '0' } };

const isPmtiles = (path: string) =>
  path.toLowerCase().endsWith('.pmtiles') && statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true;
