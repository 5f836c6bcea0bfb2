interface Grid {
  west: number;
  south: number;
  east: number;
  north: number;
  columns: number;
  rows: number;
  /** Of each side: seven make 128 corners, as fine as a ward's boundary of the Ordnance Survey. */
  halvings: number;
}

type Line = [number, number][];

/** The closed rings of a grid, row by row from the south, whose lines run like brooks and are the same corners for both neighbours. */
export function wavyGrid(random: () => number, { west, south, east, north, columns, rows, halvings }: Grid): Line[] {
  const corner = (x: number, y: number): [number, number] => [west + ((east - west) * x) / columns, south + ((north - south) * y) / rows];
  const between = (from: [number, number], to: [number, number]) => brook(random, [from, to], halvings);
  const across = Array.from({ length: rows + 1 }, (_, y) =>
    Array.from({ length: columns }, (_, x) => between(corner(x, y), corner(x + 1, y))),
  );
  const up = Array.from({ length: columns + 1 }, (_, x) => Array.from({ length: rows }, (_, y) => between(corner(x, y), corner(x, y + 1))));
  return Array.from({ length: rows * columns }, (_, at) => {
    const [x, y] = [at % columns, Math.floor(at / columns)];
    const sides = [across[y]?.[x], up[x + 1]?.[y], across[y + 1]?.[x]?.toReversed(), up[x]?.[y]?.toReversed()];
    const ring = sides.flatMap((side) => (side ?? []).slice(0, -1));
    return [...ring, ...ring.slice(0, 1)];
  });
}

function brook(random: () => number, line: Line, left: number): Line {
  if (left === 0) return line;
  const bent = line.flatMap(([x1, y1], at): Line => {
    const next = line[at + 1];
    if (!next) return [[x1, y1]];
    const [x2, y2] = next;
    const bend = (random() - 0.5) * 0.25;
    const sixth = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
    return [
      [x1, y1],
      [sixth((x1 + x2) / 2 - (y2 - y1) * bend), sixth((y1 + y2) / 2 + (x2 - x1) * bend)],
    ];
  });
  return brook(random, bent, left - 1);
}
