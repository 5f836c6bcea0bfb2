// Names that people type to say where they are.

import { toDegrees } from './numbers.mjs';
import { lengthOf, resample } from './shapes.mjs';
import { VILLAGES } from './skeleton.mjs';

const BY_HAND = [
  { name: 'Aberhaven', type: 'town', lat: 52.2684, lng: -3.0072 },
  { name: 'Abbey', name_cy: 'Yr Abaty', type: 'district', lat: 52.2478, lng: -3.0105 },
  { name: 'Riverside', name_cy: 'Glan-yr-afon', type: 'district', lat: 52.2535, lng: -3.0045 },
  { name: 'Castle', name_cy: 'Y Castell', type: 'district', lat: 52.2705, lng: -3.0122 },
  { name: 'Market', name_cy: 'Y Farchnad', type: 'district', lat: 52.2684, lng: -3.0072 },
  { name: 'Northgate', name_cy: 'Porth y Gogledd', type: 'district', lat: 52.2758, lng: -3.0085 },
  { name: 'Bryn Melyn', type: 'district', lat: 52.2595, lng: -3.0425 },
  { name: 'Long Meadow', name_cy: 'Dôl Hir', type: 'district', lat: 52.2585, lng: -2.9698 },
  { name: 'Larkfield', type: 'district', lat: 52.2486, lng: -2.9608 },
  { name: 'Station', name_cy: 'Yr Orsaf', type: 'district', lat: 52.2622, lng: -2.984 },
  { name: 'Cwm Derw', type: 'district', lat: 52.272, lng: -3.1 },
  { name: 'Marches Villages', name_cy: "Pentrefi'r Gororau", type: 'district', lat: 52.268, lng: -2.905 },
  { name: 'Aberhaven Station', name_cy: 'Gorsaf Aberhaven', type: 'landmark', lat: 52.2614, lng: -2.9855 },
  { name: 'Old Bridge', name_cy: 'Yr Hen Bont', type: 'landmark', lat: 52.2587, lng: -3.0112 },
  { name: 'Welsh Bridge', name_cy: 'Pont y Cymry', type: 'landmark', lat: 52.266, lng: -3.0258 },
  { name: 'Aberhaven Castle', name_cy: 'Castell Aberhaven', type: 'landmark', lat: 52.2717, lng: -3.0123 },
  { name: 'Abbey ruins', name_cy: 'Adfeilion yr abaty', type: 'landmark', lat: 52.2462, lng: -3.0125 },
  { name: 'Weir footbridge', name_cy: 'Pont droed y gored', type: 'landmark', lat: 52.2598, lng: -2.9971 },
  { name: 'Bus station', name_cy: 'Gorsaf fysiau', type: 'landmark', lat: 52.2659, lng: -3.0012 },
  { name: 'Canal basin', name_cy: 'Basn y gamlas', type: 'landmark', lat: 52.2527, lng: -2.9829 },
  { name: 'Bryn Melyn quarry', name_cy: 'Chwarel Bryn Melyn', type: 'landmark', lat: 52.2738, lng: -3.0545 },
];

export function listPlaces(ground, streets) {
  const villages = VILLAGES.map(({ name, at: [lng, lat] }) => ({ name, type: 'village', lat, lng }));
  const open = [...ground.woods, ...ground.waters, ...ground.parks]
    .filter(({ name }) => name)
    .map(({ name, name_cy, middle }) => place({ name, name_cy }, 'landmark', middle));
  const named = [...ground.mains, ...streets].filter(({ name }) => name).map((street) => place(street, 'street', middleOf(street.line)));
  const all = [...BY_HAND, ...villages, ...open, ...named];
  const kept = all.filter(
    (p, i) =>
      all.findIndex((q) => q.name === p.name && q.type === p.type && Math.hypot(p.lat - q.lat, (p.lng - q.lng) * 0.61) < 0.009) === i,
  );
  return kept.sort((a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type) || a.name.localeCompare(b.name, 'en-GB'));
}

const ORDER = ['town', 'village', 'district', 'landmark', 'street'];
const place = ({ name, name_cy }, type, at) => {
  const [lng, lat] = toDegrees(at);
  return { name, ...(name_cy && name_cy !== name && { name_cy }), type, lat, lng };
};
const middleOf = (line) => {
  const points = resample(line, lengthOf(line) / 8);
  return points[4] ?? line[0];
};
