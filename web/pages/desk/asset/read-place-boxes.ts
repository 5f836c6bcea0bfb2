import type { AssetState } from '../../../../api/contract/asset-state.ts';
import type { PlaceChoice } from '../../../../api/contract/desk-asset.ts';
import type { FormError } from '../../../components/form-errors/form-errors.tsx';
import type { DeskData } from '../../../server/desk-data.ts';
import type { Boxes } from './boxes-of.ts';

type Where = Pick<AssetState, 'venue_id' | 'lat' | 'lng'>;

/**
 * Where it is: as it was, one of the places that were offered, or what was typed and not looked up yet. That counts when it can only mean
 * one place; else it is asked which.
 */
export async function readPlaceBoxes(
  boxes: Boxes,
  was: Where,
  desk: Pick<DeskData, 'findPlaces'>,
): Promise<{ state: Where; errors: FormError[] }> {
  const typed = boxes.place?.trim() ?? '';
  const same = { venue_id: was.venue_id, lat: was.lat, lng: was.lng };
  if (typed === '' || typed === boxes.looked) return { state: readWhere(boxes.where ?? 'same', same), errors: [] };
  const [first, ...others] = await desk.findPlaces(typed);
  if (!first) return { state: same, errors: [{ field: 'place', text: 'edit.place-unknown' }] };
  if (others.length > 0) return { state: same, errors: [{ field: 'place', text: 'edit.place-which' }] };
  return { state: readWhere(whereOf(first), same), errors: [] };
}

/** The choice as a box holds it. */
export const whereOf = (choice: PlaceChoice): string =>
  choice.type === 'venue' ? `venue:${choice.id}` : `point:${choice.lat},${choice.lng}`;

function readWhere(where: string, same: Where): Where {
  const [, type, rest = ''] = /^(venue|point|none):?(.*)$/.exec(where) ?? [];
  if (type === 'venue') return { venue_id: rest, lat: null, lng: null };
  if (type === 'none') return { venue_id: null, lat: null, lng: null };
  const [lat, lng] = rest.split(',').map(Number);
  if (type === 'point' && lat !== undefined && lng !== undefined && Number.isFinite(lat + lng)) return { venue_id: null, lat, lng };
  return same;
}
