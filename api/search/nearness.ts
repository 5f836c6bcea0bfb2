/** A walk, a long walk, a bus ride: within one step nearer is no better, so that a far better match still wins. Metres. */
export const nearnessSteps = [400, 800, 1_600, 3_200, 6_400, 12_800, 25_600];

/** 0 for the nearest step; what has no place stands after all that have. */
export function nearnessStep(metres: number | null): number {
  if (metres === null) return nearnessSteps.length + 1;
  const step = nearnessSteps.findIndex((most) => metres <= most);
  return step === -1 ? nearnessSteps.length : step;
}

const earthRadiusMetres = 6_371_008.8;

/** As the crow flies. */
export function metresBetween(a: { lat: number; lng: number }, b: { lat: number; lng: number }): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const across =
    Math.sin(radians(b.lat - a.lat) / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lng - a.lng) / 2) ** 2;
  return 2 * earthRadiusMetres * Math.asin(Math.min(1, Math.sqrt(across)));
}
