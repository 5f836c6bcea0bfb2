import type { Reader, Spot } from './wish-pieces.ts';

/** At a walk, as the pages say it. */
const metresAMinute = 80;
/** As far as twenty minutes' walk; nobody paces out the last nine metres. */
const metresAMile = 1_600;
const aWalkMetres = 15 * metresAMinute;
const nearMetres = 30 * metresAMinute;
const cornerMetres = 5 * metresAMinute;
const furthestMetres = 100_000;

const walks =
  /^(?:(?:within|in|at) )?(?:(?:an )?easy )?(?:a )?(?:walking distance|walkable(?: distance)?|a short walk(?: away)?|(?:o fewn )?(?:tro|pellter cerdded))(?: away)?$|^within (?:a |an )?(?:easy |short )?walk$/;
const corners = /^(?:just )?(?:(?:a?round|over) the corner|on (?:my|our|the) doorstep|rownd y gornel|ar garreg y? ?drws)$/;
const nears =
  /^(?:(?:near|close to|close by|round|around|by) (?:me|us|here|home|where i live)|ffordd hyn|yn agos i fi|yn agos ata i|ger fy nghartref)$/;
/** Something may follow these that is a place: "nearby Llanderw". */
const nearsAtEnd = /^(?:nearby|near by|close by|locally|gerllaw|yn ymyl|yn agos)$/;
const walkedMinutes =
  /^(?:within |in |about |under |o fewn )?(?:an? )?(\w+) ?(?:minutes?|mins?|munud)(?:s)?(?: of)? (?:(?:a |easy )?walk(?:ing)?(?: away)?|on foot|ar droed|o gerdded|away on foot)$/;
const withinMinutes = /^within (?:an? )?(\w+) (?:minutes?|mins?)$/;
const miles =
  /^(?:within|less than|under|in|no more than|o fewn|up to) (?:about )?(half a|a|an|hanner|\w+)? ?(miles?|filltir|milltir|km|kms|kilometres?|k)(?: away)?$/;

const numbers: Record<string, number> = {
  ...{ a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, eight: 8, ten: 10, fifteen: 15, twenty: 20, thirty: 30 },
  ...{ 'half a': 0.5, hanner: 0.5, un: 1, dau: 2, dwy: 2, tair: 3, pum: 5, pump: 5, deg: 10, deng: 10, ugain: 20 },
};

/** "Walking distance", "within a walk", "10 minutes' walk", "within a mile", "round the corner", "near me", "o fewn tro". */
export const readDistance: Reader = (spot) => {
  const metres = metresOf(spot);
  return metres !== null && metres >= 50 && metres <= furthestMetres ? { within: Math.round(metres) } : null;
};

function metresOf({ words, after }: Spot): number | null {
  if (walks.test(words)) return words.startsWith('tro') || words === 'walkable' ? null : aWalkMetres;
  if (corners.test(words)) return cornerMetres;
  if (nears.test(words) || (after === '' && nearsAtEnd.test(words))) return nearMetres;
  const walked = walkedMinutes.exec(words) ?? withinMinutes.exec(words);
  if (walked) return metresFor(walked[1], metresAMinute);
  const far = miles.exec(words);
  return far ? metresFor(far[1] ?? 'a', far[2]?.startsWith('k') ? 1_000 : metresAMile) : null;
}

function metresFor(count: string | undefined, metres: number): number | null {
  const number = numbers[count ?? ''] ?? Number(count);
  return Number.isFinite(number) ? number * metres : null;
}
