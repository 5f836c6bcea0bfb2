/** Beyond it nothing is any further. */
export const furthestStep = 25_600;

/** A walk, a long walk, a bus ride: within one step nearer is no better, so that a far better match still wins. Metres. */
const nearnessSteps = [400, 800, 1_600, 3_200, 6_400, 12_800, furthestStep];

/** What each step costs of a perfect match's eight points; beyond the last step as in it. */
const stepCosts = [0, 0.5, 1, 2, 3, 4, 5, 6];
/** What has no place may be anywhere around: as if a few miles away. */
const placelessCost = 4;
/** What nobody has vouched for of late counts as if it were three steps further off. */
const staleCost = 1.5;
const perfectMatch = 8;
/** Who says "coffee in Llanderw" means there; who gives their postcode says only where they live. */
const pullOfSettlement = 1.5;
/** Worths are whole numbers from 0 to 1,023; finer differences than a point's thirtieth say nothing. */
const worthAPoint = 28;

/**
 * How good a match is when nearness counts too, `score` from 0 to 1: a name within a few kilometres stands before a mere mention around
 * the corner, but nothing twenty kilometres away stands before what is here, save the very name that was typed.
 */
export const worthNear = (score: number, { metres, isSettlement = false }: Distance, stale: boolean) =>
  Math.round((14 + perfectMatch * score - (isSettlement ? pullOfSettlement : 1) * costOf(metres) - (stale ? staleCost : 0)) * worthAPoint);

interface Distance {
  metres: number | null;
  /** From a town, village or district. */
  isSettlement?: boolean | undefined;
}

function costOf(metres: number | null): number {
  if (metres === null) return placelessCost;
  const step = nearnessSteps.findIndex((most) => metres <= most);
  return stepCosts[step === -1 ? nearnessSteps.length : step] ?? 0;
}

/** The step that a distance counts for, in metres; null beyond the last one. */
export const nearnessStep = (metres: number) => nearnessSteps.find((most) => metres <= most) ?? null;

export const earthRadiusMetres = 6_371_008.8;

/** As the crow flies. */
export function metresBetween(a: { lat: number; lng: number }, b: { lat: number; lng: number }): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const across =
    Math.sin(radians(b.lat - a.lat) / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lng - a.lng) / 2) ** 2;
  return 2 * earthRadiusMetres * Math.asin(Math.min(1, Math.sqrt(across)));
}
