import type { AssetState } from './asset-state.ts';

/** What is told, compared and chosen as one thing, in the order in which people ask for it. */
export const assetParts = {
  status: ['status'],
  kind: ['kind'],
  name: ['name'],
  name_cy: ['name_cy'],
  summary: ['summary'],
  summary_cy: ['summary_cy'],
  description: ['description'],
  description_cy: ['description_cy'],
  topics: ['topics'],
  sessions: ['sessions'],
  events: ['events'],
  place: ['venue_id', 'lat', 'lng', 'point_privacy'],
  area: ['area_id'],
  how_to_join: ['how_to_join'],
  just_turn_up: ['just_turn_up'],
  bring_someone: ['bring_someone'],
  cost: ['cost_type', 'cost_pence', 'cost_note'],
  languages: ['languages'],
  access: ['access'],
  run_by: ['run_by'],
  contact_name: ['contact_name'],
  contact_phone: ['contact_phone'],
  contact_email: ['contact_email'],
  contact_web: ['contact_web'],
  greeter: ['greeter'],
  what_happens: ['what_happens'],
  feel: ['feel'],
  gift: ['gift'],
} as const satisfies Record<string, readonly (keyof AssetState)[]>;

export type AssetPart = keyof typeof assetParts;
export const assetPartNames = Object.keys(assetParts).filter((name): name is AssetPart => name in assetParts);

/** Null, unless every field of a state belongs to a part: the compiler says which was forgotten. */
type Forgotten = Exclude<keyof AssetState, (typeof assetParts)[AssetPart][number]>;
export const nothingForgotten: [Forgotten] extends [never] ? true : Forgotten = true;

/** The parts in which two states differ. */
export const differingParts = (one: AssetState, other: AssetState): AssetPart[] =>
  assetPartNames.filter((part) => assetParts[part].some((field) => plain(one[field]) !== plain(other[field])));

/** `state` with these parts as `from` has them. */
export function withParts(state: AssetState, from: AssetState, parts: readonly AssetPart[]): AssetState {
  const fields = parts.flatMap((part): readonly (keyof AssetState)[] => assetParts[part]);
  return { ...state, ...Object.fromEntries(fields.map((field) => [field, from[field]])) };
}

/** The same text for what is the same, in whatever order its fields stand. */
const plain = (value: unknown): string =>
  JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );
