import { dayParts, weekdays } from '../../contract/vocabulary.ts';
import type { AssetDocument } from '../asset-index.ts';

/** When something happens in any week: a bit for each part of each weekday. */
export const momentBit = (day: number, part: number) => 1 << (day * dayParts.length + part);

const firstDay = Date.UTC(2020, 0, 6) / 86_400_000;

/** A date and a part of it as one number, counted from a Monday: small from 2020 to 2079. */
export const happeningNumber = (date: string, part: number): number =>
  (Date.parse(`${date}T00:00:00Z`) / 86_400_000 - firstDay) * dayParts.length + part;

/** As it is kept; outside those years null. */
function happeningOf(date: string, part: number): number | null {
  const happening = happeningNumber(date, part);
  return happening >= 0 && happening < 65_536 ? happening : null;
}

export const momentOf = (happening: number) => 1 << (happening % (weekdays.length * dayParts.length));

export const momentsOf = ({ days }: AssetDocument) =>
  partsOf(days).reduce((bits, [day, part]) => bits | momentBit(dayNames.indexOf(day), part), 0);

export const happeningsOf = ({ dates }: AssetDocument) =>
  partsOf(dates)
    .map(([date, part]) => happeningOf(date, part))
    .filter((happening) => happening !== null);

/** `tuesday:evening` → tuesday and the evening's number. */
function partsOf(tokens: string[]): [string, number][] {
  return tokens.flatMap((token): [string, number][] => {
    const colon = token.indexOf(':');
    if (colon === -1) return [];
    const part = dayParts.findIndex((known) => token.endsWith(known));
    return [[token.slice(0, colon), part]];
  });
}

const dayNames: readonly string[] = weekdays;
