/** Longitude first, as in GeoJSON. */
export type Corner = [lng: number, lat: number];

/** The rings of a shape, unclosed, or the one line that is drawn; with what is needed to put them together again. */
export interface Drawing {
  paths: Corner[][];
  /** How many rings each polygon has; null: it is a line. */
  ringsOf: number[] | null;
}

/** One corner: which path, and which corner of it. */
export interface Spot {
  path: number;
  at: number;
}

/** Six decimals are a tenth of a metre. */
const tidy = (degrees: number) => Number(degrees.toFixed(6));

function shapeOf(coordinates: number[][][][]): Drawing {
  return {
    paths: coordinates.flat().map((ring) => ring.slice(0, -1).map(([lng = 0, lat = 0]): Corner => [lng, lat])),
    ringsOf: coordinates.map((polygon) => polygon.length),
  };
}

/** What a form's text draws; null: nothing, or not what we write. */
export function drawingIn(text: string, isLine: boolean): Drawing | null {
  if (!text.trimStart().startsWith('{')) {
    const corners = text.split('\n').flatMap((line): Corner[] => {
      const [lat = Number.NaN, lng = Number.NaN] = line.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
      return Number.isFinite(lat + lng) ? [[lng, lat]] : [];
    });
    return corners.length > 0 ? { paths: [corners], ringsOf: isLine ? null : [1] } : null;
  }
  try {
    const { type, coordinates } = JSON.parse(text);
    return type === 'MultiPolygon' ? shapeOf(coordinates) : type === 'Polygon' ? shapeOf([coordinates]) : null;
  } catch {
    return null;
  }
}

export const emptyLine = (): Drawing => ({ paths: [[]], ringsOf: null });
export const emptyShape = (): Drawing => ({ paths: [[]], ringsOf: [1] });

/** As the form sends it: GeoJSON of a shape; a line as corners, one a line, latitude first. Nothing while there are too few corners. */
export function textOf({ paths, ringsOf }: Drawing): string {
  if (ringsOf === null) return (paths[0] ?? []).map(([lng, lat]) => `${tidy(lat)}, ${tidy(lng)}`).join('\n');
  if (paths.some((path) => path.length < 3)) return '';
  const rings = paths.map((path) => [...path, path[0] ?? [0, 0]].map(([lng, lat]) => [tidy(lng), tidy(lat)]));
  let from = 0;
  const coordinates = ringsOf.map((count) => {
    from += count;
    return rings.slice(from - count, from);
  });
  return JSON.stringify({ type: 'MultiPolygon', coordinates });
}

export function moved(drawing: Drawing, { path, at }: Spot, to: Corner): Drawing {
  return changed(drawing, path, (corners) => corners.map((corner, each) => (each === at ? to : corner)));
}

/** Where it is told to be, or halfway to the next corner. */
export function added(drawing: Drawing, { path, at }: Spot, where?: Corner): Drawing {
  return changed(drawing, path, (corners) => [...corners.slice(0, at + 1), where ?? halfway(corners, at), ...corners.slice(at + 1)]);
}

function halfway(corners: Corner[], at: number): Corner {
  const [x1, y1] = corners[at] ?? [0, 0];
  const [x2, y2] = corners[at + 1] ?? corners[0] ?? [x1, y1];
  return [(x1 + x2) / 2, (y1 + y2) / 2];
}

/** A shape keeps three corners of each ring, and a line may lose them all. */
export function removed(drawing: Drawing, { path, at }: Spot): Drawing {
  const fewest = drawing.ringsOf === null ? 0 : 3;
  if ((drawing.paths[path]?.length ?? 0) <= fewest) return drawing;
  return changed(drawing, path, (corners) => corners.filter((_, each) => each !== at));
}

function changed(drawing: Drawing, path: number, change: (corners: Corner[]) => Corner[]): Drawing {
  return { ...drawing, paths: drawing.paths.map((corners, each) => (each === path ? change(corners) : corners)) };
}

/** Every corner in order, as they are numbered. */
export const spotsOf = ({ paths }: Drawing): Spot[] => paths.flatMap((corners, path) => corners.map((_, at) => ({ path, at })));

export const cornerAt = ({ paths }: Drawing, { path, at }: Spot): Corner | undefined => paths[path]?.[at];
