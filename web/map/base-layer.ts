import * as L from 'leaflet/dist/leaflet-src.esm.js';
import type { BasemapStyle, BasemapTile } from '../../api/contract/basemap.ts';
import { drawTile } from './draw-tile.ts';
import { fetchPatiently } from './fetch-patiently.ts';
import { readColours } from './map-colours.ts';
import { inPixels, type TilePlace } from './tile-place.ts';
import { toLeaflet } from './viewport.ts';

const tilePixels = 512;
/** Twice is as sharp as eyes see at arm's length; three times would cost a phone twice the memory again. */
const sharpestRatio = 2;
const keptTiles = 48;

/** Puts the base map on the map: drawn here from vector tiles, or pictures, or plain paper. */
export function addBaseLayer(map: L.Map, style: BasemapStyle): void {
  const bounds = style.bounds ? toLeaflet(style.bounds) : undefined;
  if (style.kind === 'raster') {
    L.tileLayer(`/basemap/{z}/{x}/{y}.img?v=${style.version}`, {
      minNativeZoom: style.minZoom,
      maxNativeZoom: style.maxZoom,
      maxZoom: map.getMaxZoom(),
      bounds,
    }).addTo(map);
  }
  if (style.kind !== 'vector') return;
  const layer = new DrawnLayer(style, bounds).addTo(map);
  // Leaflet's own `redraw` forgets to round: furthest out, between two zooms, it asks for tiles that nobody has.
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => layer.remove().addTo(map));
}

/**
 * Draws our tiles on canvases. They are 512 px wide, so one zoom lower than Leaflet counts.
 * Its fields are only declared: defining them takes a helper for older phones, which weighs a third of a kilobyte.
 */
class DrawnLayer extends L.GridLayer {
  declare private readonly style: BasemapStyle;
  declare private readonly box: L.LatLngBounds | undefined;
  declare private readonly kept: Map<string, Promise<BasemapTile>>;

  constructor(style: BasemapStyle, box: L.LatLngBounds | undefined) {
    super({ tileSize: tilePixels, minNativeZoom: style.minZoom + 1, maxZoom: 20, bounds: box, keepBuffer: 1 });
    Object.assign(this, { style, box, kept: new Map() });
  }

  protected override createTile(coords: L.Coords, done: L.DoneCallback): HTMLElement {
    const canvas = document.createElement('canvas');
    // Furthest out, the map fills its element between two zooms, and its tiles are shown a little larger.
    const stretch = Math.max(1, 2 ** (this._map.getZoom() - coords.z));
    const ratio = Math.min(sharpestRatio, (devicePixelRatio || 1) * stretch);
    canvas.width = Math.round(tilePixels * ratio);
    canvas.height = canvas.width;
    const place = this.placeOf(coords);
    this.tileAt(place)
      .then((tile) => {
        const colours = readColours(this._map?.getContainer() ?? document.body);
        drawTile(canvas, inPixels(tile, place, tilePixels), { zoom: coords.z, size: tilePixels, ratio, sheet: place.sheet, colours });
        done(undefined, canvas);
      })
      .catch((error: Error) => done(error, canvas));
    return canvas;
  }

  /** Past the last zoom of the tiles, a part of the last one is drawn larger, as sharp as ever. */
  private placeOf({ x, y, z }: L.Coords): TilePlace {
    const beyond = Math.max(0, z - 1 - this.style.maxZoom);
    const { box } = this;
    const corner = L.point(x, y).multiplyBy(tilePixels);
    const northWest = box ? this._map.project(box.getNorthWest(), z).subtract(corner) : null;
    const southEast = box ? this._map.project(box.getSouthEast(), z).subtract(corner) : null;
    return {
      z: z - 1 - beyond,
      x: x >> beyond,
      y: y >> beyond,
      enlarged: 2 ** beyond,
      column: x - ((x >> beyond) << beyond),
      row: y - ((y >> beyond) << beyond),
      sheet: northWest && southEast && { left: northWest.x, top: northWest.y, right: southEast.x, bottom: southEast.y },
    };
  }

  /** The last tiles are kept: several canvases show parts of one, and going back is instant. */
  private tileAt({ z, x, y }: TilePlace): Promise<BasemapTile> {
    const address = `/basemap/${z}/${x}/${y}.json?v=${this.style.version}`;
    const known = this.kept.get(address);
    if (known) return known;
    const tile = fetchTile(address);
    this.kept.set(address, tile);
    tile.catch(() => this.kept.delete(address));
    const [oldest] = this.kept.keys();
    if (this.kept.size > keptTiles && oldest) this.kept.delete(oldest);
    return tile;
  }
}

async function fetchTile(address: string): Promise<BasemapTile> {
  const response = await fetchPatiently(address);
  if (!response.ok) throw new Error(`${response.status}`);
  return response.status === 204 ? { extent: 1, features: [] } : response.json();
}
