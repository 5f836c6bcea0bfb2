interface Place {
  lat: number;
  lng: number;
}

/** Pixels from where the pin would stand alone. */
interface Offset {
  aside: number;
  above: number;
}

const perRow = 4;
const asidePixels = 27;
const abovePixels = 34;

/** How far from its door each pin stands, so that those at one door (a hall with six groups) can all be read and pressed. */
export function fanOut(points: Place[]): Offset[] {
  const together = new Map<string, Place[]>();
  for (const point of points) together.set(doorOf(point), [...(together.get(doorOf(point)) ?? []), point]);
  return points.map((point) => {
    const neighbours = together.get(doorOf(point)) ?? [point];
    const place = neighbours.indexOf(point);
    const row = Math.floor(place / perRow);
    const inRow = Math.min(perRow, neighbours.length - row * perRow);
    return { aside: ((place % perRow) - (inRow - 1) / 2) * asidePixels, above: row * abovePixels };
  });
}

/** Four digits are ten metres. */
const doorOf = ({ lat, lng }: Place) => `${lat.toFixed(4)},${lng.toFixed(4)}`;
