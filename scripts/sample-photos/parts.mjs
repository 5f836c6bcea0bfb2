// Small parts of a drawing, each a string of SVG. Everything is on a sheet of 1280 by 960; the ground begins at 780.

export const width = 1280;
export const height = 960;
export const ground = 780;

export const rect = (x, y, w, h, fill, more = '') =>
  `<rect x="${r(x)}" y="${r(y)}" width="${r(w)}" height="${r(h)}" fill="${fill}"${more && ` ${more}`}/>`;
export const path = (d, fill, more = '') => `<path d="${d}" fill="${fill}"${more && ` ${more}`}/>`;
export const line = (d, stroke, thick, more = '') =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${thick}" stroke-linecap="round" stroke-linejoin="round"${more && ` ${more}`}/>`;
export const circle = (x, y, radius, fill, more = '') =>
  `<circle cx="${r(x)}" cy="${r(y)}" r="${r(radius)}" fill="${fill}"${more && ` ${more}`}/>`;
const r = (number) => Math.round(number * 10) / 10;

export const sheet = (parts) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${parts.flat(9).filter(Boolean).join('')}</svg>\n`;

/** Sky, and the ground in front. */
export const place = (sky, floor) => [
  rect(0, 0, width, height, sky),
  rect(0, ground, width, height - ground, floor),
  rect(0, ground, width, 10, '#000', 'opacity=".08"'),
];

/** Walls: a box with courses, blocks or boards drawn lightly over it. */
export function brickWall([x, y, w, h], fill, random) {
  const courses = [];
  for (let top = y + 24; top < y + h; top += 24) courses.push(`M${x} ${top}h${w}`);
  const odd = Array.from({ length: Math.round((w * h) / 9000) }, () => {
    const top = y + 24 * Math.floor(random.between(0, h / 24 - 1));
    return rect(x + 52 * Math.floor(random.between(0, w / 52 - 1)), top + 3, 46, 18, random.pick(['#fff', '#000']), 'opacity=".1"');
  });
  return [rect(x, y, w, h, fill), line(courses.join(''), '#000', 2, 'opacity=".13"'), odd];
}

export function stoneWall([x, y, w, h], fill, random) {
  const blocks = [];
  for (let top = y; top < y + h; top += 46)
    for (let left = x; left < x + w; ) {
      const wide = Math.min(random.between(60, 130), x + w - left);
      blocks.push(
        rect(
          left + 2,
          top + 2,
          wide - 4,
          Math.min(42, y + h - top),
          random.pick(['#fff', '#000']),
          `opacity="${r(random.between(0.02, 0.12) * 10) / 10}" rx="6"`,
        ),
      );
      left += wide;
    }
  return [rect(x, y, w, h, fill), blocks];
}

export function boardWall([x, y, w, h], fill) {
  const gaps = [];
  for (let left = x + 44; left < x + w; left += 44) gaps.push(`M${left} ${y}v${h}`);
  return [rect(x, y, w, h, fill), line(gaps.join(''), '#000', 3, 'opacity=".18"')];
}

export const plainWall = ([x, y, w, h], fill) => [rect(x, y, w, h, fill), rect(x, y + h - 60, w, 60, '#000', 'opacity=".07"')];

/** A window with light behind it. */
export function window([x, y, w, h], frame, { arched = false, light = '#f9e2ae' } = {}) {
  const top = arched ? `M${x} ${y + w / 2}a${w / 2} ${w / 2} 0 0 1 ${w} 0V${y + h}H${x}z` : `M${x} ${y}h${w}v${h}H${x}z`;
  return [
    path(top, light, `stroke="${frame}" stroke-width="12"`),
    line(`M${x + w / 2} ${y}v${h}M${x} ${y + h / 2}h${w}`, frame, 7),
    rect(x - 16, y + h + 2, w + 32, 14, frame),
  ];
}

export const roof = (points, fill) => [
  path(`M${points.map((point) => point.join(' ')).join('L')}z`, fill),
  line(`M${points.map((point) => point.join(' ')).join('L')}z`, '#000', 3, 'opacity=".15"'),
];

export const pot = (x, y, leaf, clay = '#9a4a10') => [
  [-26, 0, 26].map((off, at) => circle(x + off, y - 62 - (at === 1 ? 22 : 0), 30, leaf)),
  path(`M${x - 40} ${y - 52}h80l-12 60h-56z`, clay),
];

export const bench = (x, y, wood) => [
  rect(x, y - 66, 240, 18, wood),
  rect(x, y - 34, 240, 16, wood),
  rect(x + 18, y - 66, 14, 92, wood),
  rect(x + 208, y - 66, 14, 92, wood),
];

export const ramp = (x, y, long, rail) => [
  path(`M${x} ${y + 30}L${x + long} ${y - 34}V${y + 30}z`, '#b9ad98'),
  line(
    `M${x + 20} ${y - 74}L${x + long} ${y - 150}M${x + 20} ${y - 74}V${y + 22}M${x + long / 2} ${y - 112}V${y}M${x + long} ${y - 150}V${y - 34}`,
    rail,
    10,
  ),
];

export const tree = (x, y, size, leaf) => [
  rect(x - size * 0.08, y - size, size * 0.16, size, '#5b4632'),
  [
    [0, 1.5, 0.55],
    [-0.42, 1.15, 0.42],
    [0.42, 1.15, 0.42],
  ].map(([dx, dy, radius]) => circle(x + dx * size, y - dy * size, radius * size, leaf)),
];

/** Signs say it by a picture: letters would need a font. */
export const sign = (x, y, board, picture) => [
  rect(x - 76, y - 56, 152, 112, board, 'rx="14"'),
  rect(x - 68, y - 48, 136, 96, 'none', 'rx="10" stroke="#fffdf9" stroke-width="4"'),
  pictures[picture](x, y),
];

const pictures = {
  book: (x, y) => line(`M${x} ${y - 22}v48M${x} ${y - 22}q-26-16-50-4v46q26-10 50 6q24-16 50-6v-46q-24-12-50 4`, '#fffdf9', 6),
  cup: (x, y) => [
    path(`M${x - 34} ${y - 10}h58v18q0 22-24 22h-12q-22 0-22-22z`, '#fffdf9'),
    line(`M${x + 24} ${y - 4}q22-2 20 12q-2 12-22 10`, '#fffdf9', 6),
    line(`M${x - 16} ${y - 24}q8-8 0-14M${x + 6} ${y - 24}q8-8 0-14`, '#fffdf9', 5),
  ],
  needle: (x, y) => [
    line(`M${x - 44} ${y + 26}L${x + 40} ${y - 28}`, '#fffdf9', 7),
    circle(x + 36, y - 25, 9, 'none', 'stroke="#fffdf9" stroke-width="5"'),
    line(`M${x + 38} ${y - 22}q30 26-8 34t-28 22`, '#f3ab3c', 5),
  ],
  hammer: (x, y) => [
    line(`M${x - 34} ${y + 30}L${x + 16} ${y - 12}`, '#fffdf9', 10),
    path(`M${x - 4} ${y - 34}l44 34-14 16-46-36z`, '#fffdf9'),
  ],
  sprout: (x, y) => [
    line(`M${x} ${y + 34}V${y - 12}`, '#fffdf9', 7),
    path(`M${x} ${y + 4}q-40 0-42-36q40-2 42 36z`, '#fffdf9'),
    path(`M${x} ${y - 8}q4-30 40-30q-2 32-40 30z`, '#fffdf9'),
  ],
  note: (x, y) => [
    line(`M${x - 18} ${y + 22}V${y - 26}l44-10v44`, '#fffdf9', 7),
    circle(x - 29, y + 24, 13, '#fffdf9'),
    circle(x + 15, y + 10, 13, '#fffdf9'),
  ],
  fish: (x, y) => [path(`M${x - 44} ${y}q38-42 74 0l22-20v40l-22-20q-36 42-74 0z`, '#fffdf9'), circle(x - 22, y - 5, 5, '#1c5b8f')],
  hands: (x, y) => [
    circle(x - 22, y - 12, 15, '#fffdf9'),
    circle(x + 22, y - 12, 15, '#fffdf9'),
    path(`M${x - 48} ${y + 34}q2-32 26-32t26 32zM${x - 4} ${y + 34}q2-32 26-32t26 32z`, '#fffdf9'),
  ],
};
