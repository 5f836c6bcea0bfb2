import { createHash } from 'node:crypto';
import { StartError } from '../errors.ts';
import type { Basemap, RasterTile, TileAddress } from './basemap.ts';

const timeoutMs = 5_000;
const maxBytes = 512 * 1024;
const placeholders = ['{z}', '{x}', '{y}'];

/**
 * Picture tiles of another server, fetched by ours: the reader's browser talks to nobody but us. Throws a `StartError`. A tile rejects
 * when the other server is slow, large, not a picture, or sends us elsewhere.
 */
export function openRasterServer(template: string, credit: string): Basemap {
  if (!isTemplate(template)) {
    throw new StartError(
      `The base map ${template} is not an address with {z}, {x} and {y} in its path; please set one such as https://tiles.example.org/{z}/{x}/{y}.png.`,
    );
  }
  return {
    style: {
      kind: 'raster',
      credit,
      minZoom: 0,
      maxZoom: 19,
      bounds: null,
      version: createHash('sha256').update(template).digest('base64url').slice(0, 10),
    },
    tile: (at) => fetchTile(tileUrl(template, at)),
  };
}

/** The host must stand as it is: a placeholder in it would let an address choose whom we talk to. */
function isTemplate(template: string): boolean {
  if (!placeholders.every((part) => template.includes(part))) return false;
  const host = /^https?:\/\/([^/?#]*)/.exec(template)?.[1] ?? '';
  return host !== '' && !placeholders.some((part) => host.includes(part)) && URL.canParse(tileUrl(template, { z: 0, x: 0, y: 0 }));
}

/** `{s}` and `{r}` are what Leaflet's templates call a sub-domain and a sharper tile. */
function tileUrl(template: string, { z, x, y }: TileAddress): string {
  const values: Record<string, string | number> = { z, x, y, s: 'a', r: '' };
  return template.replace(/\{([zxysr])\}/g, (_, name: string) => String(values[name]));
}

async function fetchTile(url: string): Promise<RasterTile | null> {
  const response = await fetch(url, {
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
    headers: { accept: 'image/*', 'user-agent': 'OpenDoor/1 (neighbourhood directory; fetches for its readers)' },
  });
  const contentType = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (response.status === 404 || response.status === 204) {
    await response.body?.cancel();
    return null;
  }
  // SVG is a document that may hold script; a map tile has no need of it.
  if (!response.ok || !/^image\/(png|jpe?g|webp|avif|gif)$/.test(contentType)) {
    await response.body?.cancel();
    throw new Error(`the tile server answered ${response.status} ${contentType}`);
  }
  return { contentType, bytes: await readCapped(response) };
}

async function readCapped(response: Response): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    // Leaving the loop cancels the rest of the body.
    if (size > maxBytes) throw new Error(`the tile server sent more than ${maxBytes} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
