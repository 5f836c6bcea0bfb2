import * as L from 'leaflet/dist/leaflet-src.esm.js';
import type { Outline } from '../../api/contract/recut.ts';
import type { ShapeEditorProps } from '../components/shape-editor/shape-editor.tsx';
import { bareMap } from './bare-map.ts';
import { addBaseLayer } from './base-layer.ts';
import { createCornerMarks } from './corner-marks.ts';
import {
  added,
  type Corner,
  cornerAt,
  type Drawing,
  drawingIn,
  emptyLine,
  emptyShape,
  moved,
  removed,
  type Spot,
  spotsOf,
  textOf,
} from './corner-path.ts';
import { fill } from './fill-text.ts';
import { addControls } from './map-controls.ts';
import { drawOutlines } from './outlines.ts';
import { createShapeTools, type Tool } from './shape-tools.ts';

const stepPixels = 10;
const fineStepPixels = 1;
const steps: Record<string, [x: number, y: number]> = {
  ...{ north: [0, -1], south: [0, 1], west: [-1, 0], east: [1, 0] },
  ...{ ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] },
};

interface EditorPlace {
  map: HTMLElement;
  tools: HTMLElement;
  /** What the form holds: drawn before, typed, or as it stands. */
  begin: string;
  /** Called with the text for the form after every change. */
  onChange(text: string): void;
}

/** A map with boundaries on it and, unless it only shows them, one shape or line whose corners can be changed. */
export async function createShapeEditor(
  place: EditorPlace,
  { mode, strings: words }: ShapeEditorProps,
  outlines: Outline[],
): Promise<void> {
  const { map, canvas, style } = await bareMap(place.map, words.map.label);
  const box = drawOutlines(map, outlines, { namesMine: mode === 'show' });
  // A district fills a phone's width, whatever lies between two zooms.
  map.options.zoomSnap = 0.25;
  map.fitBounds(box, { animate: false, padding: [12, 12] });
  addBaseLayer(map, style);
  addControls(map, { words: words.map, credit: style.credit, canSearchHere: false });
  if (mode === 'show') return;

  let drawing = drawingIn(place.begin, mode === 'line') ?? (mode === 'line' ? emptyLine() : emptyShape());
  let chosen: Spot | null = mode === 'shape' ? { path: 0, at: 0 } : null;
  const past: { drawing: Drawing; chosen: Spot | null }[] = [];
  const isDrawnAnew = mode !== 'shape';
  const layer =
    isDrawnAnew && mode === 'line'
      ? L.polyline([], { className: 'drawn line', interactive: false })
      : L.polygon([], { className: 'drawn', interactive: false });
  layer.addTo(map);
  const tools = createShapeTools(place.tools, words, { hasMiddle: isDrawnAnew, use: useTool });
  const marks = createCornerMarks(map, (number) => fill(words.corner, { number }), {
    choose,
    move: (spot, to) => change(moved(drawing, spot, to), spot),
    press: pressOn,
  });
  map.on('moveend', show);
  if (isDrawnAnew) {
    canvas.append(crosshair());
    map.on('click', ({ latlng }) => append([latlng.lng, latlng.lat]));
  }
  show();

  function show(): void {
    const lines = drawing.paths.map((path) => path.map(([lng, lat]): [number, number] => [lat, lng]));
    layer.setLatLngs(mode === 'line' ? (lines[0] ?? []) : lines.map((ring) => [ring]));
    const hidden = marks.show(drawing, chosen);
    const spots = spotsOf(drawing);
    tools.say({ number: spots.findIndex((spot) => spot.path === chosen?.path && spot.at === chosen.at) + 1, count: spots.length, hidden });
  }

  function change(to: Drawing, at: Spot | null): void {
    past.push({ drawing, chosen });
    drawing = to;
    chosen = at;
    show();
    place.onChange(textOf(drawing));
  }

  function choose(spot: Spot): void {
    chosen = spot;
    const [lng, lat] = cornerAt(drawing, spot) ?? [0, 0];
    if (!map.getBounds().contains([lat, lng])) map.panTo([lat, lng], { animate: false });
    show();
  }

  /** After the chosen corner, or as the first. */
  function append(corner: Corner): void {
    const after = chosen ?? { path: 0, at: -1 };
    change(added(drawing, after, corner), { path: after.path, at: after.at + 1 });
  }

  function useTool(tool: Tool): void {
    if (tool === 'undo') undo();
    else if (tool === 'middle') append([map.getCenter().lng, map.getCenter().lat]);
    else if (chosen) useOn(chosen, tool);
  }

  function useOn(spot: Spot, tool: Tool): void {
    if (tool === 'add') change(added(drawing, spot), { ...spot, at: spot.at + 1 });
    else if (tool === 'remove') takeAway(spot);
    else if (tool === 'next' || tool === 'before') chooseBeside(spot, tool === 'next' ? 1 : -1);
    else step(spot, steps[tool] ?? [0, 0], stepPixels);
  }

  function pressOn(event: KeyboardEvent, spot: Spot): void {
    const direction = steps[event.key];
    if (direction) step(spot, direction, event.shiftKey ? fineStepPixels : stepPixels);
    else if (event.key === 'Delete' || event.key === 'Backspace') takeAway(spot);
    else if (event.key === 'Insert' || event.key === '+') change(added(drawing, spot), { ...spot, at: spot.at + 1 });
    else if (event.key === 'PageDown' || event.key === 'PageUp') chooseBeside(spot, event.key === 'PageDown' ? 1 : -1);
    else if (event.key === 'Enter' || event.key === ' ') choose(spot);
    else return;
    // The map listens for arrows and plus as well.
    event.preventDefault();
    event.stopPropagation();
    marks.focus();
  }

  function step(spot: Spot, [x, y]: [number, number], pixels: number): void {
    const [lng, lat] = cornerAt(drawing, spot) ?? [0, 0];
    const to = map.unproject(map.project([lat, lng]).add([x * pixels, y * pixels]));
    change(moved(drawing, spot, [to.lng, to.lat]), spot);
    choose(spot);
  }

  function takeAway(spot: Spot): void {
    const left = removed(drawing, spot);
    if (left === drawing) return;
    const at = Math.min(spot.at, (left.paths[spot.path]?.length ?? 0) - 1);
    change(left, at < 0 ? null : { ...spot, at });
  }

  function chooseBeside(spot: Spot, by: number): void {
    const spots = spotsOf(drawing);
    const at = spots.findIndex((each) => each.path === spot.path && each.at === spot.at);
    const next = spots[(at + by + spots.length) % spots.length];
    if (next) choose(next);
  }

  function undo(): void {
    const before = past.pop();
    if (!before) return;
    ({ drawing, chosen } = before);
    show();
    place.onChange(textOf(drawing));
  }
}

function crosshair(): HTMLElement {
  const mark = document.createElement('div');
  mark.className = 'map-middle';
  mark.setAttribute('aria-hidden', 'true');
  return mark;
}
