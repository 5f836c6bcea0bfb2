// The six coordinators' areas. Neighbours are built from the same border lines, so they share every vertex.

import { noise, round5 } from './numbers.mjs';
import { smooth } from './shapes.mjs';
import { RIVER, RIVER_CORNERS } from './skeleton.mjs';

const { northBend, townWest, townEast } = RIVER_CORNERS;
const WIGGLE = 0.0014;

const CORNERS = {
  A: [-3.16, 52.21],
  B: [-3.16, 52.33],
  C: [-3.0104, 52.3304],
  D: [-2.86, 52.33],
  E: [-2.86, 52.21],
  F: [-3.0596, 52.2096],
  G: [-3.0606, 52.2394],
  H: [-3.0243, 52.2405],
  I: [-2.9905, 52.2397],
  J: [-2.9506, 52.2406],
  K: [-2.9496, 52.2795],
  L: [-2.9896, 52.2806],
  M: [-3.0103, 52.2796],
  N: RIVER[northBend],
  O: [-3.0594, 52.2804],
  P: RIVER[townWest],
  Q: RIVER[townEast],
};
const BORDERS = [
  'AB',
  'BC',
  'CD',
  'DE',
  'EF',
  'FA',
  'CM',
  'MN',
  'NO',
  'OG',
  'GF',
  'GH',
  'HI',
  'IJ',
  'JK',
  'KL',
  'LM',
  'NP',
  'PH',
  'PQ',
  'QL',
  'QI',
];

const AREAS = [
  {
    slug: 'abbey-and-riverside',
    name: 'Abbey and Riverside',
    name_cy: 'Yr Abaty a Glan-yr-afon',
    population: 9400,
    ring: 'PQIHP',
    summary: 'South of the river: abbey ruins, terraces, boats and a library with the best window in town.',
    summary_cy: "I'r de o'r afon: adfeilion yr abaty, terasau, cychod a llyfrgell â'r ffenestr orau yn y dref.",
  },
  {
    slug: 'castle-and-market',
    name: 'Castle and Market',
    name_cy: "Y Castell a'r Farchnad",
    population: 8900,
    ring: 'NPQLMN',
    summary: 'The old town on its mound: market stalls, buses, the cinema and a great many stairs.',
    summary_cy: 'Yr hen dref ar ei thwmpath: stondinau, bysiau, y sinema a llawer iawn o risiau.',
  },
  {
    slug: 'bryn-melyn',
    name: 'Bryn Melyn',
    name_cy: 'Bryn Melyn',
    population: 8200,
    ring: 'ONPHGO',
    summary: 'Up the hill on the Welsh side: quarry cottages, wide views and neighbours who shout across the road.',
    summary_cy: "I fyny'r bryn ar ochr Cymru: bythynnod y chwarel, golygfeydd mawr a chymdogion sy'n gweiddi dros y ffordd.",
  },
  {
    slug: 'long-meadow',
    name: 'Long Meadow and Station',
    name_cy: "Dôl Hir a'r Orsaf",
    population: 9800,
    ring: 'LKJIQL',
    summary: 'Trains, the canal basin and two dozen languages, with somebody always cooking.',
    summary_cy: 'Trenau, basn y gamlas a dau ddwsin o ieithoedd, a rhywun wastad yn coginio.',
  },
  {
    slug: 'cwm-derw',
    name: 'Cwm Derw',
    name_cy: 'Cwm Derw',
    population: 6100,
    ring: 'ABCMNOGFA',
    summary: 'Four valley villages where Welsh comes first, the stove is lit and the shop knows your name.',
    summary_cy: "Pedwar pentref lle daw'r Gymraeg gyntaf, lle mae'r stof ynghyn a'r siop yn gwybod eich enw.",
  },
  {
    slug: 'marches',
    name: 'Marches Villages',
    name_cy: "Pentrefi'r Gororau",
    population: 7200,
    ring: 'CDEFGHIJKLMC',
    summary: 'Orchards, commons and four villages to the east, strung together by lanes and lifts.',
    summary_cy: "Perllannau, tiroedd comin a phedwar pentref i'r dwyrain, a lonydd a lifftiau rhyngddynt.",
  },
];

function borderPoints(border, seed) {
  if (border === 'NP') return smooth(RIVER, 10).slice(northBend * 10, townWest * 10 + 1);
  if (border === 'PQ') return smooth(RIVER, 10).slice(townWest * 10, townEast * 10 + 1);
  const [from, to] = [CORNERS[border[0]], CORNERS[border[1]]];
  const long = Math.hypot(to[0] - from[0], to[1] - from[1]),
    steps = Math.max(8, Math.round(long / 0.0022));
  return Array.from({ length: steps + 1 }, (_, i) => {
    const t = i / steps,
      fade = Math.min(1, Math.min(t, 1 - t) * 7);
    const by = fade * WIGGLE * (0.75 * noise(t * long * 190 + seed * 9.7, seed, 3) + 0.25 * noise(t * long * 700 + seed, seed, 4));
    return [
      from[0] + (to[0] - from[0]) * t - ((to[1] - from[1]) / long) * by,
      from[1] + (to[1] - from[1]) * t + ((to[0] - from[0]) / long) * by,
    ];
  });
}

export function drawAreas() {
  const lines = new Map();
  BORDERS.forEach((border, i) => {
    const line = borderPoints(border, i + 1).map((point) => point.map(round5));
    lines.set(border, line);
    lines.set(border[1] + border[0], [...line].reverse());
  });
  const features = AREAS.map(({ ring, ...properties }) => {
    let outline = [...ring].slice(1).flatMap((corner, i) => lines.get(ring[i] + corner).slice(i ? 1 : 0));
    const turning = outline.slice(1).reduce((sum, p, i) => sum + outline[i][0] * p[1] - p[0] * outline[i][1], 0);
    if (turning < 0) outline = outline.reverse();
    return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [outline] } };
  });
  return { type: 'FeatureCollection', features };
}
