// Postcodes: first those that venues use, at the venues; then the streets between, until each area has enough.

import { toDegrees, toMetres } from './numbers.mjs';
import { distance, inside, lengthOf, resample } from './shapes.mjs';
import { VILLAGES } from './skeleton.mjs';

const LETTERS = [...'ABDEFGHJLNPQRSTUWXYZ'];
const SCHEME = {
  'abbey-and-riverside': { outward: 'QX3', digit: 2, wanted: 92 },
  'castle-and-market': { outward: 'QX3', digit: 1, wanted: 92 },
  'bryn-melyn': { outward: 'QX4', digit: 1, wanted: 90 },
  'long-meadow': { outward: 'QX5', digit: 1, wanted: 92 },
  'cwm-derw': { outward: 'QX6', wanted: 64 },
  marches: { outward: 'QX7', wanted: 64 },
};
/** Shown in the design, so it must be found. */
const PROMISED = { 'abbey-and-riverside': ['QX3 2AB'] };

export function givePostcodes(areas, streets, lanes, venues) {
  const given = venuePostcodes(venues);
  for (const {
    properties: { slug },
    geometry,
  } of areas.features) {
    const ring = geometry.coordinates[0].map(toMetres);
    const spots = spotsIn(ring, slug, streets, lanes, [...given.values()].map(toMetres));
    const missing = SCHEME[slug].wanted - [...given.values()].filter((at) => inside(toMetres(at), ring)).length;
    fillArea(given, slug, spots, missing);
  }
  return [...given].map(([postcode, [lng, lat]]) => ({ postcode, lat, lng })).sort((a, b) => (a.postcode < b.postcode ? -1 : 1));
}

function venuePostcodes(venues) {
  const places = new Map();
  for (const venue of venues) places.set(venue.postcode, [...(places.get(venue.postcode) ?? []), venue]);
  return new Map(
    [...places].map(([postcode, sharing]) => {
      const middle = [0, 1].map((k) => sharing.reduce((sum, venue) => sum + venue.at[k], 0) / sharing.length);
      const spread = Math.max(...sharing.map((venue) => distance(venue.at, middle)));
      if (spread > 150) console.log(`  ${postcode} is spread over ${Math.round(spread)} m: ${sharing.map((v) => v.slug).join(', ')}`);
      return [postcode, toDegrees(middle)];
    }),
  );
}

/** Street middles inside the area, well apart from each other; the villages' and town's streets before the lanes. */
function spotsIn(ring, slug, streets, lanes, taken) {
  const town = Boolean(SCHEME[slug].digit),
    gap = town ? 105 : 130,
    chosen = [];
  const points = [...streets, ...(town ? [] : lanes)].flatMap(({ line }) => {
    const all = resample(line, Math.max(60, lengthOf(line) / 3));
    return all.length > 2 ? all.slice(1, -1) : [all[0]];
  });
  for (const p of points) {
    if (inside(p, ring) && ring.every((q) => distance(p, q) > 30) && [...taken, ...chosen].every((q) => distance(p, q) > gap))
      chosen.push(p);
  }
  return chosen;
}

const villageOf = (p, slug) =>
  VILLAGES.filter((v) => v.area === slug).sort((a, b) => distance(toMetres(a.at), p) - distance(toMetres(b.at), p))[0];

/** Spreads the wanted number evenly over the spots and gives letters in the order one would walk. */
function fillArea(given, slug, spots, missing) {
  const { outward, digit } = SCHEME[slug];
  const groups = digit
    ? [{ digit, spots, share: missing }]
    : VILLAGES.filter((v) => v.area === slug).map((v) => {
        const mine = spots
          .filter((p) => villageOf(p, slug) === v)
          .sort((a, b) => distance(a, toMetres(v.at)) - distance(b, toMetres(v.at)));
        const near = mine.filter((p) => distance(p, toMetres(v.at)) < 800).slice(0, Math.ceil(missing / 7)),
          far = mine.slice(near.length);
        const share = Math.ceil(missing / 4);
        return { digit: v.digit, spots: [...near, ...evenly(far, share - near.length)], share };
      });
  for (const group of groups) {
    const chosen = walkingOrder(evenly(group.spots, group.share));
    const free = LETTERS.flatMap((a) => LETTERS.map((b) => `${outward} ${group.digit}${a}${b}`)).filter((postcode) => !given.has(postcode));
    const promised = (PROMISED[slug] ?? []).filter((postcode) => !given.has(postcode));
    const names = [...promised, ...evenly(free.filter((p) => !promised.includes(p)).slice(0, 290), chosen.length - promised.length)].sort();
    chosen.forEach((p, i) => given.set(names[i], toDegrees(p)));
  }
}

const evenly = (list, count) =>
  count >= list.length ? list : Array.from({ length: Math.max(0, count) }, (_, i) => list[Math.floor((i * list.length) / count)]);

/** Strips from north-west to south-east, so that near letters are near streets. */
const walkingOrder = (points) =>
  [...points].sort((a, b) => Math.round(b[1] / 320) - Math.round(a[1] / 320) || (Math.round(a[1] / 320) % 2 ? a[0] - b[0] : b[0] - a[0]));
