import { type FileHandle, open } from 'node:fs/promises';
import { type Header, PMTiles, type Source, TileType } from 'pmtiles';
import type { BasemapStyle } from '../contract/basemap.ts';
import { StartError } from '../errors.ts';
import type { Basemap } from './basemap.ts';
import { decodeVectorTile } from './decode-vector-tile.ts';

const imageTypes: Partial<Record<TileType, string>> = {
  [TileType.Png]: 'image/png',
  [TileType.Jpeg]: 'image/jpeg',
  [TileType.Webp]: 'image/webp',
  [TileType.Avif]: 'image/avif',
};

/** A base map from a PMTiles archive on this machine: pictures pass through, vector tiles are turned into ours. Throws a `StartError`. */
export async function openPmtiles(path: string, credit: string): Promise<Basemap> {
  const file = await openFile(path);
  const archive = new PMTiles(fileSource(path, file));
  const header = await readHeader(archive, path).catch(async (error) => {
    await file.close();
    throw error;
  });
  const contentType = imageTypes[header.tileType];
  const style = styleOf(header, credit, (await file.stat()).mtimeMs);
  const close = () => file.close();
  if (contentType !== undefined) {
    return {
      style: { ...style, kind: 'raster' },
      tile: async ({ z, x, y }) => {
        const found = await archive.getZxy(z, x, y);
        return found ? { contentType, bytes: Buffer.from(found.data) } : null;
      },
      close,
    };
  }
  return {
    style: { ...style, kind: 'vector' },
    tile: async ({ z, x, y }) => {
      const found = await archive.getZxy(z, x, y);
      return found ? decodeVectorTile(new Uint8Array(found.data)) : null;
    },
    close,
  };
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path);
  } catch (cause) {
    throw new StartError(`The base map ${path} is not there or cannot be read.`, { cause });
  }
}

/** The library's own file source is for the browser's `File`. */
function fileSource(path: string, file: FileHandle): Source {
  return {
    getKey: () => path,
    async getBytes(offset, length) {
      const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, offset);
      return { data: buffer.buffer.slice(0, bytesRead) };
    },
  };
}

async function readHeader(archive: PMTiles, path: string): Promise<Header> {
  const header = await archive.getHeader().catch((cause) => {
    throw new StartError(`The base map ${path} is not a PMTiles archive that can be read.`, { cause });
  });
  const isReadable = header.tileType === TileType.Mvt || imageTypes[header.tileType] !== undefined;
  if (!isReadable)
    throw new StartError(
      `The base map ${path} holds a kind of tile that we do not read; please choose vector (MVT), PNG, JPEG, WebP or AVIF tiles.`,
    );
  return header;
}

function styleOf(header: Header, credit: string, changedMs: number): Omit<BasemapStyle, 'kind'> {
  const { minZoom, maxZoom, minLon, minLat, maxLon, maxLat } = header;
  const isWorldOrUnset = maxLon <= minLon || maxLat <= minLat;
  return {
    credit,
    minZoom,
    maxZoom,
    bounds: isWorldOrUnset ? null : [minLon, minLat, maxLon, maxLat],
    version: Math.round(changedMs).toString(36),
  };
}
