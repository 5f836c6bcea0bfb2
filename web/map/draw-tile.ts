import type { BasemapClass, BasemapFeature } from '../../api/contract/basemap.ts';
import type { MapColours } from './map-colours.ts';
import type { Sheet } from './tile-place.ts';
import { writeNames } from './write-names.ts';

export interface TileSetting {
  /** As Leaflet counts. */
  zoom: number;
  /** CSS pixels of the tile's side, and device pixels in one of them. */
  size: number;
  ratio: number;
  /** Null: the map has no end. */
  sheet: Sheet | null;
  colours: MapColours;
}

const fadePixels = 40;

/** Draws one tile: ground, water, ways, names, in this order. A class is one path, so that crossing roads join and do not pile up. */
export function drawTile(canvas: HTMLCanvasElement, features: BasemapFeature[], setting: TileSetting): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  context.setTransform(setting.ratio, 0, 0, setting.ratio, 0, 0);
  context.lineJoin = 'round';
  const paths = new Map<BasemapClass, Path2D>();
  for (const feature of features)
    if (feature.type !== 'point') paths.set(feature.class, addTo(paths.get(feature.class) ?? new Path2D(), feature));
  drawGround(context, paths, setting);
  drawWays(context, paths, setting);
  writeNames(context, features, setting);
  if (setting.sheet) softenEdges(context, setting.sheet, setting.size);
}

function addTo(path: Path2D, { rings, type }: BasemapFeature): Path2D {
  for (const ring of rings) {
    path.moveTo(ring[0] ?? 0, ring[1] ?? 0);
    for (let i = 2; i + 1 < ring.length; i += 2) path.lineTo(ring[i] ?? 0, ring[i + 1] ?? 0);
    if (type === 'polygon') path.closePath();
  }
  return path;
}

type Paths = ReadonlyMap<BasemapClass, Path2D>;

function drawGround(context: CanvasRenderingContext2D, paths: Paths, { colours, zoom }: TileSetting): void {
  fillPath(context, paths.get('land'), colours.land);
  fillPath(context, paths.get('built'), colours.built);
  fillPath(context, paths.get('park'), colours.park);
  fillPath(context, paths.get('wood'), colours.wood);
  if (zoom >= 14) fillPath(context, paths.get('wood'), treePattern(context, colours));
  fillPath(context, paths.get('water'), colours.water);
  strokePath(context, paths.get('water'), { colour: colours['water-edge'], width: 1.25 });
  context.lineCap = 'round';
  const river = widthAt(zoom, 3, 0.45);
  strokePath(context, paths.get('river'), { colour: colours['water-edge'], width: river + 1.5 });
  strokePath(context, paths.get('river'), { colour: colours.water, width: river });
  if (zoom >= 14) fillPath(context, paths.get('building'), colours.building);
}

/** Where the drawn map ends, it fades into the bare land that the map's element is painted with. */
function softenEdges(context: CanvasRenderingContext2D, { left, top, right, bottom }: Sheet, size: number): void {
  context.globalCompositeOperation = 'destination-out';
  const fade = (x0: number, y0: number, x1: number, y1: number) => {
    const gradient = context.createLinearGradient(x0, y0, x1, y1);
    gradient.addColorStop(0, '#000');
    gradient.addColorStop(1, 'transparent');
    context.fillStyle = gradient;
    context.fillRect(0, 0, size, size);
  };
  if (left > -fadePixels) fade(left, 0, left + fadePixels, 0);
  if (top > -fadePixels) fade(0, top, 0, top + fadePixels);
  if (right < size + fadePixels) fade(right, 0, right - fadePixels, 0);
  if (bottom < size + fadePixels) fade(0, bottom, 0, bottom - fadePixels);
  context.globalCompositeOperation = 'source-over';
}

/** Edges of all roads before their insides, so that a junction is one surface. */
function drawWays(context: CanvasRenderingContext2D, paths: Paths, { colours, zoom }: TileSetting): void {
  const minor = widthAt(zoom, 4.6, 0.85);
  const main = widthAt(zoom, 7.5, 0.62);
  const edge = zoom >= 14 ? 2 : 1;
  if (zoom >= 13)
    strokePath(context, paths.get('path'), { colour: colours.path, width: widthAt(zoom, 1.3, 0.35), dash: [1, widthAt(zoom, 4, 0.35)] });
  drawRail(context, paths.get('rail'), { colour: colours.rail, zoom });
  if (zoom >= 14) strokePath(context, paths.get('road-minor'), { colour: colours['road-edge'], width: minor + edge });
  strokePath(context, paths.get('road-main'), { colour: colours['main-edge'], width: main + edge });
  strokePath(context, paths.get('road-minor'), { colour: zoom >= 14 ? colours.road : colours['road-far'], width: minor });
  strokePath(context, paths.get('road-main'), { colour: colours.main, width: main });
}

/** A line with ties, as on a walker's map. */
function drawRail(context: CanvasRenderingContext2D, path: Path2D | undefined, { colour, zoom }: { colour: string; zoom: number }): void {
  context.lineCap = 'butt';
  strokePath(context, path, { colour, width: 1.4 });
  if (zoom >= 13) strokePath(context, path, { colour, width: widthAt(zoom, 6, 0.3), dash: [1.4, 8] });
  context.lineCap = 'round';
}

/** Pixels at a zoom: `at15`, and `growth` doublings for every zoom beyond. */
const widthAt = (zoom: number, at15: number, growth: number): number => Math.max(0.7, at15 * 2 ** ((zoom - 15) * growth));

function fillPath(context: CanvasRenderingContext2D, path: Path2D | undefined, style: string | CanvasPattern | null): void {
  if (!path || !style) return;
  context.fillStyle = style;
  context.fill(path, 'evenodd');
}

function strokePath(
  context: CanvasRenderingContext2D,
  path: Path2D | undefined,
  { colour, width, dash = [] }: { colour: string; width: number; dash?: number[] },
): void {
  if (!path) return;
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.setLineDash(dash);
  context.stroke(path);
}

/** Little trees, drawn once a tile; 32 divides every tile's side, so that they meet across its edges. */
function treePattern(context: CanvasRenderingContext2D, colours: MapColours): CanvasPattern | null {
  const stamp = document.createElement('canvas');
  stamp.width = 64;
  stamp.height = 64;
  const pen = stamp.getContext('2d');
  if (!pen) return null;
  pen.scale(2, 2);
  pen.strokeStyle = colours['wood-mark'];
  pen.lineWidth = 1.1;
  pen.lineCap = 'round';
  for (const [x, y] of [
    [8, 9],
    [24, 25],
  ] as const) {
    pen.beginPath();
    pen.arc(x, y, 3.2, Math.PI * 0.9, Math.PI * 2.1);
    pen.moveTo(x, y);
    pen.lineTo(x, y + 4);
    pen.stroke();
  }
  const pattern = context.createPattern(stamp, 'repeat');
  pattern?.setTransform(new DOMMatrix([0.5, 0, 0, 0.5, 0, 0]));
  return pattern;
}
