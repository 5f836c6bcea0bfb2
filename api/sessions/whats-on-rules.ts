import type { Box, Point } from '../contract/geo.ts';
import type { WhatsOnQuery } from '../contract/whats-on.ts';
import { badRequest } from '../errors.ts';
import { boxAround } from '../geo/box-around.ts';
import { addDays, daysBetween } from '../time/london-time.ts';
import type { WhatsOnFilters } from './whats-on-conditions.ts';

/** Which days are counted, and which are shown: all of them unless one was chosen. */
export interface WhatsOnWindow {
  from: string;
  to: string;
  counted: string[];
  shown: string[];
}

const usualDays = 7;
const mostDays = 31;

/** A week from today unless told; `on` chooses one day, which is counted beside `from` and `to`. Throws bad-request. */
export function windowOf({ on, from, to }: Pick<WhatsOnQuery, 'on' | 'from' | 'to'>, today: string): WhatsOnWindow {
  const first = from ?? (to && to < today ? to : (on ?? today));
  const last = to ?? (from || !on ? addDays(first, usualDays - 1) : on);
  const asked = { from: on && on < first ? on : first, to: on && on > last ? on : last };
  const length = daysBetween(asked.from, asked.to) + 1;
  if (length > mostDays) throw badRequest([{ field: 'to', detail: `ask for at most ${mostDays} days at once` }]);
  const counted = Array.from({ length }, (_, index) => addDays(asked.from, index));
  return { ...asked, counted, shown: on ? [on] : counted };
}

/** A request's filters in the terms of dates. Someone's open door is no asset: it stands where nothing is asked that only assets have. */
export function toWhatsOnFilters(query: WhatsOnQuery, near: Point | null): Omit<WhatsOnFilters, 'now' | 'assetIds'> {
  const ofAssetsOnly = [query.kind, query.topic, query.access, query.language].some((values) => values.length > 0);
  return {
    doors: !ofAssetsOnly,
    weekdays: query.day,
    times: query.time,
    areas: query.area,
    kinds: query.kind,
    topics: query.topic,
    free: query.cost.includes('free'),
    access: query.access,
    languages: query.language,
    justTurnUp: query.just_turn_up.includes('yes'),
    bringSomeone: query.bring_someone.includes('yes'),
    place: placeOf(query, near),
  };
}

/** Null: everywhere. */
export function placeOf({ bbox, within }: Pick<WhatsOnQuery, 'bbox' | 'within'>, near: Point | null): WhatsOnFilters['place'] {
  const circle = near && within ? { centre: near, radiusMetres: within } : null;
  if (!circle) return bbox ? { box: bbox, circle } : null;
  const around = boxAround(circle.centre, circle.radiusMetres);
  return { box: bbox ? overlap(bbox, around) : around, circle };
}

const overlap = (one: Box, other: Box): Box => ({
  west: Math.max(one.west, other.west),
  south: Math.max(one.south, other.south),
  east: Math.min(one.east, other.east),
  north: Math.min(one.north, other.north),
});
