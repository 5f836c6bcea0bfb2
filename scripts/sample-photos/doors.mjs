// Doors, drawn as this house draws them: a little open, with lamplight behind.
import { circle, ground, line, path, rect } from './parts.mjs';

const lamplight = '#f9d488';

/** A door that stands ajar; its light falls on the step and the ground. `pair`: two leaves, of which the right one is open. */
export function door({
  x = 640,
  w = 230,
  h = 430,
  colour,
  frame = '#fffdf9',
  top = 'square',
  steps = 1,
  glass = false,
  pair = false,
  open = 0.42,
}) {
  const foot = ground - steps * 22;
  const left = x - w / 2;
  const leafWidth = pair ? w / 2 : w;
  const hinge = pair ? x + w / 2 : left;
  const turned = pair ? -leafWidth * (1 - open) : leafWidth * (1 - open);
  return [
    path(`M${left - 10} ${ground}L${left - 130} 960H${left + w + 130}L${left + w + 10} ${ground}z`, lamplight, 'opacity=".34"'),
    Array.from({ length: steps }, (_, at) =>
      rect(left - 60 + at * 18, ground - (at + 1) * 22, w + 120 - at * 36, 23, at % 2 ? '#cbbfa9' : '#bcb09a'),
    ),
    path(opening(left - 20, foot, w + 40, h + 20, top), frame),
    path(opening(left, foot, w, h, top), lamplight),
    path(opening(left, foot, w, h, top), '#fff6dd', 'opacity=".5" transform="translate(0 0)"'),
    pair ? leaf({ at: left, foot, w: leafWidth, h, colour, glass, top: top === 'square' ? 'square' : 'left' }) : '',
    swung({ hinge, turned, foot, h: top === 'square' ? h : h - w * 0.32, colour, glass }),
  ];
}

function opening(left, foot, w, h, top) {
  const up = foot - h;
  if (top === 'round') return `M${left} ${foot}V${up + w / 2}a${w / 2} ${w / 2} 0 0 1 ${w} 0V${foot}z`;
  if (top === 'pointed')
    return `M${left} ${foot}V${up + w * 0.6}Q${left + w * 0.06} ${up + w * 0.16} ${left + w / 2} ${up}Q${left + w * 0.94} ${up + w * 0.16} ${left + w} ${up + w * 0.6}V${foot}z`;
  return `M${left} ${foot}V${up}h${w}V${foot}z`;
}

function leaf({ at, foot, w, h, colour, glass, top }) {
  const up = foot - h;
  const shape = top === 'left' ? `M${at} ${foot}V${up + w}a${w} ${w} 0 0 1 ${w} ${-w}V${foot}z` : `M${at} ${foot}V${up}h${w}V${foot}z`;
  const low = top === 'left' ? up + w : up + 40;
  return [path(shape, colour), panels(at + 22, low, w - 44, foot - low - 30, glass), circle(at + w - 20, foot - h * 0.42, 9, '#f3ab3c')];
}

/** Seen from the front, a leaf that is turned is narrower, and leans at top and foot. */
function swung({ hinge, turned, foot, h, colour, glass }) {
  const edge = hinge + turned;
  const lean = 22;
  const up = foot - h;
  const inner = (part) => hinge + turned * part;
  const panel = (from, to) =>
    path(
      `M${inner(0.2)} ${up + h * from + 4}L${inner(0.8)} ${up + h * from - 4}V${up + h * to + 10}L${inner(0.2)} ${up + h * to}z`,
      glass ? '#fdf0d5' : '#000',
      glass ? 'opacity=".75"' : 'opacity=".16"',
    );
  return [
    path(`M${hinge} ${foot}V${up}L${edge} ${up - 2 + lean * 0.4}V${foot + lean}z`, colour),
    panel(0.1, 0.42),
    panel(0.52, 0.9),
    line(`M${edge} ${up + lean * 0.4}V${foot + lean}`, '#000', 5, 'opacity=".25"'),
    circle(inner(0.88), foot - h * 0.45, 10, '#f3ab3c'),
  ];
}

const panels = (x, y, w, h, glass) => [
  rect(x, y, w, h * 0.42, glass ? '#fdf0d5' : '#000', glass ? 'opacity=".75"' : 'opacity=".16"'),
  rect(x, y + h * 0.52, w, h * 0.48, '#000', 'opacity=".16"'),
];

/** A wooden gate that stands open, between posts. */
export function gate({ x, w, h, colour }) {
  const top = ground - h;
  const bars = [0.16, 0.42, 0.68, 0.94].map((part) => `M${x + 8} ${top + h * part}L${x + w * 0.62} ${top + h * part + 26}`);
  return [
    path(`M${x} ${ground}L${x - 60} 960H${x + w + 60}L${x + w} ${ground}z`, '#d9c39a'),
    rect(x - 26, top - 40, 30, h + 46, colour),
    rect(x + w - 4, top - 40, 30, h + 46, colour),
    line(`${bars.join('')}M${x + w * 0.62} ${top + 36}V${ground + 24}M${x + 14} ${ground - 10}L${x + w * 0.6} ${top + 56}`, colour, 18),
  ];
}
