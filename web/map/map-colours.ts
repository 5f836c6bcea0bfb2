const names = [
  'land',
  'built',
  'building',
  'park',
  'wood',
  'wood-mark',
  'water',
  'water-edge',
  'road',
  'road-edge',
  'road-far',
  'main',
  'main-edge',
  'path',
  'rail',
  'name',
  'nature-name',
  'water-name',
  'halo',
] as const;

export type MapColours = Record<(typeof names)[number], string> & { font: string; displayFont: string };

/** The palette that map.css gives this element just now: light or dark. */
export function readColours(element: Element): MapColours {
  const style = getComputedStyle(element);
  const read = (property: string, fallback: string) => style.getPropertyValue(property).trim() || fallback;
  const colours = Object.fromEntries(names.map((name) => [name, read(`--map-${name}`, '#888')])) as Record<(typeof names)[number], string>;
  return { ...colours, font: read('--font', 'sans-serif'), displayFont: read('--font-display', 'serif') };
}
