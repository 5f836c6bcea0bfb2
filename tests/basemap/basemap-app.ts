import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach } from 'vitest';
import { basemapRoutes } from '../../api/basemap/routes.ts';
import type { BasemapTile } from '../../api/contract/basemap.ts';

const opened: FastifyInstance[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const app of opened.splice(0)) await app.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** The base map alone, on a server of its own; closed after each test. */
export async function openBasemapApp(source: string | null, credit: string | null = null): Promise<FastifyInstance> {
  const app = fastify();
  opened.push(app);
  await app.register(basemapRoutes, { prefix: '/basemap', source, credit });
  await app.ready();
  return app;
}

/** A folder with these files in it; removed after each test. */
export function folderOf(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'open-door-basemap-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

export async function tileOf(app: FastifyInstance, address: string): Promise<BasemapTile> {
  const answer = await app.inject(`/basemap/${address}.json`);
  if (answer.statusCode !== 200) throw new Error(`tile ${address} answered ${answer.statusCode}`);
  return answer.json();
}

export const classesOf = (tile: BasemapTile): string[] => [...new Set(tile.features.map((feature) => feature.class))];

export const collection = (...features: object[]): string => JSON.stringify({ type: 'FeatureCollection', features });

/** A square with its south-west corner at -0.18, 51.6; `size` in degrees. */
export const square = (properties: object, size = 0.02) => ({
  type: 'Feature',
  properties,
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [-0.18, 51.6],
        [-0.18 + size, 51.6],
        [-0.18 + size, 51.6 + size],
        [-0.18, 51.6 + size],
        [-0.18, 51.6],
      ],
    ],
  },
});

export const line = (properties: object) => ({
  type: 'Feature',
  properties,
  geometry: {
    type: 'LineString',
    coordinates: [
      [-0.19, 51.61],
      [-0.15, 51.61],
    ],
  },
});

/** The tile at a zoom in which a point lies, as z/x/y. */
export function tileAt(zoom: number, [lng, lat]: [number, number] = [-0.175, 51.605]): string {
  const across = 2 ** zoom;
  const sine = Math.sin((lat * Math.PI) / 180);
  const x = Math.floor(across * (lng / 360 + 0.5));
  const y = Math.floor(across * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)));
  return `${zoom}/${x}/${y}`;
}
