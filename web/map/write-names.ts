import type { BasemapClass, BasemapFeature } from '../../api/contract/basemap.ts';
import type { TileSetting } from './draw-tile.ts';
import { straightRuns } from './straight-runs.ts';

interface Lettering {
  font: string;
  colour: string;
  /** Pixels of an em. */
  em: number;
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Zooms from which the names of ways are written. */
const wayNamesFrom: Partial<Record<BasemapClass, number>> = { 'road-main': 15, 'road-minor': 16, river: 14, path: 16 };

/** Names of places, then of parks and waters, then of streets: sparse, none over another, each whole within its tile. */
export function writeNames(context: CanvasRenderingContext2D, features: BasemapFeature[], setting: TileSetting): void {
  const taken: Box[] = [];
  const named = features.filter(({ name }) => name);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.setLineDash([]);
  const points = named.filter(({ type }) => type === 'point');
  for (const feature of points.sort((a, b) => rank(a) - rank(b))) writePoint(context, feature, { ...setting, taken });
  const written = new Set<string>();
  for (const feature of named.filter(({ type }) => type === 'line').reverse()) {
    if (setting.zoom < (wayNamesFrom[feature.class] ?? 99) || written.has(nameOf(feature))) continue;
    if (writeAlong(context, feature, { ...setting, taken })) written.add(nameOf(feature));
  }
}

type NameSetting = TileSetting & { taken: Box[] };

function writePoint(context: CanvasRenderingContext2D, feature: BasemapFeature, setting: NameSetting): void {
  const { taken, size, colours } = setting;
  const [x = 0, y = 0] = feature.rings[0] ?? [];
  const lettering = letteringOf(feature, setting);
  context.font = lettering.font;
  const text = nameOf(feature);
  const halfWidth = context.measureText(text).width / 2 + 3;
  const halfHeight = lettering.em * 0.7;
  if (x < 0 || y < 0 || x >= size || y >= size) return;
  // A place near the edge keeps its name: it moves inwards, rather than be cut.
  const isPlace = feature.class === 'place';
  const at = isPlace ? { x: clamp(x, halfWidth, size), y: clamp(y, halfHeight, size) } : { x, y };
  const box = { left: at.x - halfWidth, right: at.x + halfWidth, top: at.y - halfHeight, bottom: at.y + halfHeight };
  if (!fits(box, taken, size)) return;
  taken.push(box);
  write(context, text, { ...lettering, ...at, angle: 0, halo: colours.halo });
}

function writeAlong(context: CanvasRenderingContext2D, feature: BasemapFeature, setting: NameSetting): boolean {
  const { taken, size, colours } = setting;
  const lettering = letteringOf(feature, setting);
  context.font = lettering.font;
  const text = nameOf(feature);
  const width = context.measureText(text).width + 12;
  for (const run of feature.rings.flatMap((ring) => straightRuns(ring, width))) {
    const halfX = (Math.abs(Math.cos(run.angle)) * width + Math.abs(Math.sin(run.angle)) * lettering.em) / 2;
    const halfY = (Math.abs(Math.sin(run.angle)) * width + Math.abs(Math.cos(run.angle)) * lettering.em) / 2;
    const box = { left: run.x - halfX, right: run.x + halfX, top: run.y - halfY, bottom: run.y + halfY };
    if (!fits(box, taken, size)) continue;
    taken.push(box);
    write(context, text, { ...lettering, ...run, halo: colours.halo });
    return true;
  }
  return false;
}

function write(
  context: CanvasRenderingContext2D,
  text: string,
  { x, y, angle, colour, halo }: { x: number; y: number; angle: number; colour: string; halo: string },
): void {
  context.save();
  context.translate(x, y);
  context.rotate(angle);
  context.strokeStyle = halo;
  context.lineWidth = 3;
  context.strokeText(text, 0, 0);
  context.fillStyle = colour;
  context.fillText(text, 0, 0);
  context.restore();
}

function letteringOf({ class: found, big }: BasemapFeature, { colours, zoom }: TileSetting): Lettering {
  if (found === 'place') {
    const em = (big ? 19 : 14.5) + Math.max(0, zoom - 13);
    return { font: `${big ? 700 : 600} ${em}px ${colours.displayFont}`, colour: colours.name, em };
  }
  if (found === 'water' || found === 'river') return { font: `italic 13px ${colours.displayFont}`, colour: colours['water-name'], em: 13 };
  if (found === 'park' || found === 'wood')
    return { font: `italic 12.5px ${colours.displayFont}`, colour: colours['nature-name'], em: 12.5 };
  const em = (found === 'road-main' ? 13 : 12) + Math.max(0, zoom - 16);
  return { font: `${found === 'road-main' ? 600 : 400} ${em}px ${colours.font}`, colour: colours.name, em };
}

const rank = ({ class: found, big }: BasemapFeature): number => (found === 'place' ? (big ? 0 : 1) : 2);

const nameOf = ({ name = '', name_cy }: BasemapFeature): string => (document.documentElement.lang === 'cy' && name_cy) || name;

const clamp = (value: number, margin: number, size: number): number => Math.min(size - margin - 1, Math.max(margin + 1, value));

function fits(box: Box, taken: Box[], size: number): boolean {
  if (box.left < 0 || box.top < 0 || box.right > size || box.bottom > size) return false;
  return taken.every((other) => box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom);
}
