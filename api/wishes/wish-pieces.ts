import type { AssetQuery, Understood } from '../contract/asset-query.ts';

/** What words may become: filters as the contract has them. */
export type WishFilters = Partial<
  Pick<AssetQuery, 'day' | 'time' | 'on' | 'from' | 'to' | 'within' | 'cost' | 'just_turn_up' | 'bring_someone' | 'access' | 'language'>
>;

/** Some words of what was typed, and what they were taken for. */
export interface Piece {
  type: Understood['type'];
  text: string;
  filters: WishFilters;
}

/** Some words in a row, folded, with the one before and the one after. */
export interface Spot {
  words: string;
  before: string;
  after: string;
  today: string;
}

/** What the words, all of them, ask for; null: nothing that this reader knows. */
export type Reader = (spot: Spot) => WishFilters | null;

/** Filters that speak of the same: a day and a date are both "when". */
export const groups = ['when', 'time', 'within', 'cost', 'just_turn_up', 'bring_someone', 'access', 'language'] as const;
export type Group = (typeof groups)[number];

const groupOf: Record<keyof WishFilters, Group> = {
  ...{ day: 'when', on: 'when', from: 'when', to: 'when', time: 'time' },
  ...{ within: 'within', cost: 'cost', just_turn_up: 'just_turn_up', bring_someone: 'bring_someone' },
  ...{ access: 'access', language: 'language' },
};
const names: readonly (keyof WishFilters)[] = [
  'day',
  'on',
  'from',
  'to',
  'time',
  'within',
  'cost',
  'just_turn_up',
  'bring_someone',
  'access',
  'language',
];
const isGiven = (value: unknown) => value !== undefined && !(Array.isArray(value) && value.length === 0);

/** Which groups the filters say something of. */
export const groupsOf = (filters: WishFilters): Group[] => [
  ...new Set(names.filter((name) => isGiven(filters[name])).map((name) => groupOf[name])),
];

/** Two dates become the days between them, two distances the shorter one: pieces never contradict each other. */
export function agreed(pieces: Piece[]): Piece[] {
  const dates = pieces.flatMap(({ filters: { on, from, to } }) => [on, from, to].filter((date) => date !== undefined)).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  const nearest = Math.min(...pieces.flatMap(({ filters }) => filters.within ?? []));
  return pieces.map((piece) => {
    const { on, from, to, within, ...others } = piece.filters;
    const dated = on !== undefined || from !== undefined || to !== undefined;
    const when = !dated ? {} : first === last ? { on: first } : { from: first, to: last };
    return { ...piece, filters: { ...others, ...when, ...(within === undefined ? {} : { within: nearest }) } };
  });
}

/** All pieces' filters together. */
export const filtersOf = (pieces: readonly Piece[]): WishFilters => ({
  ...Object.assign({}, ...pieces.map(({ filters }) => filters)),
  ...several(pieces, 'day'),
  ...several(pieces, 'time'),
  ...several(pieces, 'access'),
  ...several(pieces, 'language'),
});

function several(pieces: readonly Piece[], name: 'day' | 'time' | 'access' | 'language') {
  const values = [...new Set(pieces.flatMap(({ filters }): string[] => filters[name] ?? []))];
  return values.length > 0 ? { [name]: values } : {};
}

/** As an address carries them. */
export const parametersOf = (filters: WishFilters): Record<string, string> =>
  Object.fromEntries(Object.entries(filters).flatMap(([name, value]) => (isGiven(value) ? [[name, String(value)]] : [])));
