// Chance that is the same on every run, noise that is smooth, and metres on the flat.

const ORIGIN = [-3.01, 52.26];
const METRES_PER_LNG = 68100;
const METRES_PER_LAT = 111300;

export const toMetres = ([lng, lat]) => [(lng - ORIGIN[0]) * METRES_PER_LNG, (lat - ORIGIN[1]) * METRES_PER_LAT];
export const toDegrees = ([x, y]) => [round5(ORIGIN[0] + x / METRES_PER_LNG), round5(ORIGIN[1] + y / METRES_PER_LAT)];
export const round5 = (number) => Math.round(number * 1e5) / 1e5;

/** mulberry32: a small generator with a fixed seed. */
export function makeRandom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  next.between = (low, high) => low + (high - low) * next();
  next.pick = (list) => list[Math.floor(next() * list.length)];
  next.shuffle = (list) => {
    const copy = [...list];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [copy[i], copy[j]] = [copy[j], copy[i]];
    }
    return copy;
  };
  return next;
}

const hash = (x, y, seed) => {
  let h = Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ Math.imul(seed, 2147483647);
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
};
const ease = (t) => t * t * (3 - 2 * t);

/** Smooth noise between -1 and 1. */
export function noise(x, y, seed = 1) {
  const i = Math.floor(x),
    j = Math.floor(y);
  const u = ease(x - i),
    v = ease(y - j);
  const top = hash(i, j, seed) * (1 - u) + hash(i + 1, j, seed) * u;
  const bottom = hash(i, j + 1, seed) * (1 - u) + hash(i + 1, j + 1, seed) * u;
  return (top * (1 - v) + bottom * v) * 2 - 1;
}
