import type { Point } from '../../api/contract/geo.ts';
import { type Figure, percentile, spread } from './figures.ts';
import type { Synthetic } from './synthetic-listings.ts';
import type { Visitor } from './timed-visits.ts';

const typedNames = 60;

/** Every keystroke of some names, from the first letter, ready for an address. */
export const keystrokes = (listings: Synthetic[]): string[] =>
  spread(listings, typedNames)
    .flatMap(({ name }) => Array.from(name, (_, length) => name.slice(0, length + 1)))
    .map(encodeURIComponent);

interface Typing {
  named: string;
  listings: Synthetic[];
  middle: Point;
  budgets: { p50: number; p99: number };
}

/** Than a bare keystroke does. */
export const asksForMore = (what: string): boolean => /five filters|within a walk|nearest first/.test(what);

const whyMissed =
  'the budget is that of a bare keystroke: here how far each listing is, and each of the groups, is counted besides, and landmarks on the way are asked for; tried: judging only what holds every word, nearness before words, landmarks beside the listings';

/** Each keystroke as a search, as one with filters, and for what may be meant; then what is around, and the nearest of it. */
export async function benchTyping(visit: Visitor, { named, listings, middle, budgets }: Typing): Promise<Figure[]> {
  const near = addressOf(middle);
  const texts = keystrokes(listings);
  const names = spread(listings, 300).map(({ name }) => encodeURIComponent(name.split(' ')[0] ?? ''));
  // A choice in each of five groups, one of them a walk: each is counted without itself.
  const choices = `near=${near}&within=20000&kind=group,place&topic=music,make,eat,grow&day=monday,tuesday,saturday&language=en`;
  const askings: [what: string, texts: string[], address: (text: string) => string][] = [
    ['a keystroke over HTTP', texts, (text) => `/api/v1/assets?q=${text}`],
    ['with five filters, counted', texts, (text) => `/api/v1/assets?q=${text}&${choices}`],
    ['suggestions for a keystroke', texts, (text) => `/api/v1/suggestions?q=${text}&near=${near}`],
    ['within a walk', names, (text) => `/api/v1/assets?q=${text}&near=${near}&within=1200`],
    ['the nearest first', names, (text) => `/api/v1/assets?q=${text}&near=${near}&sort=distance`],
  ];
  const figures: Figure[] = [];
  for (const [what, asked, address] of askings) {
    // Once through before it counts: a program that stands open has answered before.
    for (const text of asked) await visit.get(address(text));
    const times: number[] = [];
    for (const text of asked) times.push((await visit.get(address(text))).ms);
    const why = asksForMore(what) ? { whyMissed } : {};
    figures.push(
      { what: `${named}: ${what}, p50`, figure: percentile(times, 0.5), budget: budgets.p50, unit: 'ms', ...why },
      { what: `${named}: ${what}, p99`, figure: percentile(times, 0.99), budget: budgets.p99, unit: 'ms' },
    );
  }
  return figures;
}

export const addressOf = ({ lat, lng }: Point): string => `${lat.toFixed(5)},${lng.toFixed(5)}`;
