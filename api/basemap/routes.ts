import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '../errors.ts';
import { answerWithProblems } from '../http/error-handler.ts';
import type { Basemap, TileAddress } from './basemap.ts';
import { openBasemap } from './open-basemap.ts';
import { createTileCache } from './tile-cache.ts';

export interface BasemapOptions {
  /** The settings BASEMAP_SOURCE and BASEMAP_CREDIT. */
  source: string | null;
  credit: string | null;
}

/** A tile as it is sent. */
interface PreparedTile {
  contentType: string;
  bytes: Buffer;
  /** Null where compressing gains nothing: pictures. */
  gzipped: Buffer | null;
}

const asGzip = promisify(gzip);
/** About 10 MB of usual tiles; 100 MB at the very worst. */
const keptTiles = 400;
const keepForADay = 'public, max-age=86400';

/** The map beneath the pins, from our own server. Registered under `/basemap`; opening rejects with a `StartError` at start. */
export async function basemapRoutes(app: FastifyInstance, { source, credit }: BasemapOptions): Promise<void> {
  const basemap = await openBasemap(source, credit);
  const cache = createTileCache<PreparedTile | null>(keptTiles);
  answerWithProblems(app);
  app.addHook('onClose', async () => basemap.close?.());

  app.get('/style.json', async (request, reply) => {
    const etag = `W/"${basemap.style.version}"`;
    reply.header('cache-control', 'no-cache').header('etag', etag);
    return holdsAlready(request, etag) ? reply.code(304).send() : basemap.style;
  });

  app.get<{ Params: { z: string; x: string; file: string } }>('/:z/:x/:file', async (request, reply) => {
    const at = readAddress(request.params, basemap);
    const key = `${at.z}/${at.x}/${at.y}`;
    const etag = `W/"${basemap.style.version}/${key}"`;
    if (holdsAlready(request, etag)) return reply.code(304).header('etag', etag).header('cache-control', keepForADay).send();
    const tile = await cache
      .get(key, () => prepareTile(basemap, at))
      .catch((error: unknown) => {
        request.log.warn({ err: error, tile: key }, 'a base map tile could not be had');
        return undefined;
      });
    if (tile) return sendTile(request, reply.header('etag', etag).header('cache-control', keepForADay), tile);
    // An empty answer rather than an error: the map shows paper there, and asks again later when it was a failure.
    return reply
      .code(204)
      .header('cache-control', tile === null ? keepForADay : 'no-store')
      .send();
  });
}

/** Refuses what no tile can have, before anything is fetched or kept for it. */
function readAddress({ z, x, file }: { z: string; x: string; file: string }, { style }: Basemap): TileAddress {
  const [, y = '', ending] = /^(\d{1,8})\.(json|img)$/.exec(file) ?? [];
  const at = { z: Number(z), x: Number(x), y: Number(y) };
  const isKnownEnding = (style.kind === 'vector' && ending === 'json') || (style.kind === 'raster' && ending === 'img');
  const isTile =
    /^\d{1,2}$/.test(z) && /^\d{1,8}$/.test(x) && at.z >= style.minZoom && at.z <= style.maxZoom && Math.max(at.x, at.y) < 2 ** at.z;
  if (!isKnownEnding || !isTile)
    throw notFound('The base map has no such part; /basemap/style.json says which zooms and what kind it has.');
  return at;
}

/** Whether the asker has this very version: one of several tags, or `*`; a proxy may have made ours strong or weak. */
function holdsAlready({ headers }: FastifyRequest, etag: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '');
  const held = (headers['if-none-match'] ?? '').split(',').map(bare);
  return held.includes('*') || held.includes(bare(etag));
}

async function prepareTile(basemap: Basemap, at: TileAddress): Promise<PreparedTile | null> {
  if (basemap.style.kind === 'none' || !('tile' in basemap)) return null;
  const tile = await basemap.tile(at);
  if (tile === null) return null;
  if ('bytes' in tile) return { ...tile, gzipped: null };
  const bytes = Buffer.from(JSON.stringify(tile));
  return { contentType: 'application/json; charset=utf-8', bytes, gzipped: await asGzip(bytes) };
}

function sendTile(request: FastifyRequest, reply: FastifyReply, { contentType, bytes, gzipped }: PreparedTile) {
  reply.type(contentType);
  if (gzipped === null) return reply.send(bytes);
  reply.header('vary', 'accept-encoding');
  if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return reply.send(bytes);
  return reply.header('content-encoding', 'gzip').send(gzipped);
}
