import { AssetState } from '../contract/asset-state.ts';

/** Tells which asset a row is of: only an export of ours has it. */
export const ownIdColumn = 'open_door_id';
export const ownVersionColumn = 'version';

/** In place of what whoever exported may not read; on its way back it leaves things as they are. */
export const withheld = 'private';

export type OwnField = keyof AssetState;
export const ownFields = Object.keys(AssetState.shape).filter((name): name is OwnField => name in AssetState.shape);

/** What tells where somebody lives, or how a giver of gifts is reached. */
export function privateFields({ point_privacy, kind, gift }: AssetState): OwnField[] {
  const place: OwnField[] = point_privacy === 'private' ? ['venue_id', 'lat', 'lng', 'sessions', 'events'] : [];
  const person: OwnField[] =
    kind === 'people' || gift !== null ? ['contact_name', 'contact_phone', 'contact_email', 'gift', 'venue_id', 'lat', 'lng'] : [];
  return [...place, ...person];
}

/** One asset as cells of a row: lists with semicolons, times as JSON (pure). */
export function ownCells(state: AssetState): Record<OwnField, string | number> {
  return Object.fromEntries(ownFields.map((field) => [field, toCell(state[field])])) as Record<OwnField, string | number>;
}

function toCell(value: AssetState[OwnField]): string | number {
  if (value === null) return '';
  if (Array.isArray(value)) return value.every((one) => typeof one === 'string') ? value.join('; ') : JSON.stringify(value);
  if (typeof value === 'object') return JSON.stringify(value);
  return typeof value === 'boolean' ? String(value) : value;
}

/** The value that a cell says; what makes none of its kind stays text, for the contract to refuse. */
export function fromCell(field: OwnField, cell: string): unknown {
  if (listFields.has(field))
    return cell === '' ? [] : cell.startsWith('[') ? fromJson(cell) : cell.split(/\s*;\s*/).filter((one) => one !== '');
  if (cell === '') return null;
  if (jsonFields.has(field)) return fromJson(cell);
  if (numberFields.has(field)) return /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(cell) ? Number(cell) : cell;
  if (flagFields.has(field)) return { true: true, false: false }[cell.toLowerCase()] ?? cell;
  return cell;
}

const listFields = new Set<OwnField>(['topics', 'languages', 'access', 'sessions', 'events']);
const jsonFields = new Set<OwnField>(['gift']);
const numberFields = new Set<OwnField>(['lat', 'lng', 'cost_pence']);
const flagFields = new Set<OwnField>(['just_turn_up', 'bring_someone']);

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
