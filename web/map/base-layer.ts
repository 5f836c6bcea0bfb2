import * as L from 'leaflet/dist/leaflet-src.esm.js';
import type { BasemapStyle, BasemapTile } from '../../api/contract/basemap.ts';
import { drawTile } from './draw-tile.ts';
import { readColours } from './map-colours.ts';
import { toLeaflet } from './viewport.ts';

/** Twice is as sharp as eyes see at arm's length; three times would cost a phone twice the memory again. */
const sharpestRatio = 2;

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
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => layer.redraw());
}

/** Draws our tiles (512 px, so one zoom lower than Leaflet counts) on canvases; past the last zoom it draws them larger, still sharp. */
class DrawnLayer extends L.GridLayer {
  private readonly requests = new WeakMap<HTMLElement, AbortController>();

  constructor(
    private readonly style: BasemapStyle,
    bounds: L.LatLngBounds | undefined,
  ) {
    super({ tileSize: 512, minNativeZoom: style.minZoom + 1, maxNativeZoom: style.maxZoom + 1, maxZoom: 20, bounds, keepBuffer: 1 });
    this.on('tileunload', ({ tile }: L.TileEvent) => this.requests.get(tile)?.abort());
  }

  protected override createTile(coords: L.Coords, done: L.DoneCallback): HTMLElement {
    const canvas = document.createElement('canvas');
    const size = this.getTileSize().x;
    const ratio = Math.min(sharpestRatio, devicePixelRatio || 1);
    canvas.width = size * ratio;
    canvas.height = size * ratio;
    const request = new AbortController();
    this.requests.set(canvas, request);
    const zoom = this._map.getZoom();
    this.fetchTile(coords, request.signal)
      .then((tile) => {
        if (tile) drawTile(canvas, tile, { zoom, size, ratio, colours: readColours(this._map.getContainer()) });
        done(undefined, canvas);
      })
      .catch((error: Error) => done(error, canvas));
    return canvas;
  }

  private async fetchTile({ x, y, z }: L.Coords, signal: AbortSignal): Promise<BasemapTile | null> {
    const response = await fetch(`/basemap/${z - 1}/${x}/${y}.json?v=${this.style.version}`, { signal });
    return response.status === 200 ? response.json() : null;
  }
}
