/**
 * What looks like a British postcode, however sloppily typed. Shapes only: whether one exists, the database knows. The first half is one
 * or two letters, a digit, and perhaps a digit or letter; the second a digit and two letters.
 */
const full = /^([A-Z]{1,2}[0-9][0-9A-Z]?)([0-9][A-Z]{2})$/;
const outward = /^[A-Z]{1,2}[0-9][0-9A-Z]?$/;
const spacedSector = /^([A-Z]{1,2}[0-9][0-9A-Z]?)\s+([0-9][A-Z]?)$/;
const joinedSector = /^([A-Z]{1,2}[0-9][0-9A-Z]?)([0-9][A-Z]?)$/;

export interface PartialPostcode {
  /** `M33`, or `M33 7` as it is written. */
  label: string;
  /** What every whole postcode of that part, written with its space, begins with: `M33 ` or `M33 7`. */
  prefix: string;
}

/** `m337zf`, `M 33 7ZF` → `M33 7ZF`; null when it is not a whole postcode. */
export function formatPostcode(text: string): string | null {
  const match = full.exec(squeeze(text));
  return match ? `${match[1]} ${match[2]}` : null;
}

/**
 * `m33` → everything in M33; `m33 7` → that part of it; nothing for anything else, whole postcodes included. `m337` may be a district or
 * a part of one: both readings, the likelier first.
 */
export function readPartialPostcode(text: string): PartialPostcode[] {
  const sector = spacedSector.exec(text.trim().toUpperCase());
  if (sector) return [part(`${sector[1]} ${sector[2]}`)];
  const squeezed = squeeze(text);
  const joined = joinedSector.exec(squeezed);
  return [
    ...(outward.test(squeezed) ? [{ label: squeezed, prefix: `${squeezed} ` }] : []),
    ...(joined ? [part(`${joined[1]} ${joined[2]}`)] : []),
  ];
}

/** From `M33 7ZF` to ever larger parts, for a postcode newer than the list: `M33 7`, then `M33`. */
export function widenPostcode(postcode: string): PartialPostcode[] {
  const [first = '', second = ''] = postcode.split(' ');
  return [part(`${first} ${second.charAt(0)}`), { label: first, prefix: `${first} ` }];
}

const part = (label: string): PartialPostcode => ({ label, prefix: label });
const squeeze = (text: string) => text.replace(/[\s.\-–]+/g, '').toUpperCase();
