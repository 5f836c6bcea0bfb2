import type { Settings } from 'meilisearch';

/** Whether what the server says it goes by is what we want; of what we leave to it nothing is compared. Lists whose order means nothing may stand in any. */
export function isAsWanted(kept: Settings, wanted: Settings): boolean {
  return Object.entries(wanted).every(([name, value]) => {
    const there = (kept as Record<string, unknown>)[name];
    return holds(inAnyOrder(name, there), inAnyOrder(name, value));
  });
}

const ordered = new Set(['searchableAttributes', 'rankingRules']);

/** Every part of the second is in the first. */
function holds(there: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted))
    return Array.isArray(there) && there.length === wanted.length && wanted.every((each, at) => holds(there[at], each));
  if (typeof wanted !== 'object' || wanted === null) return there === wanted;
  if (typeof there !== 'object' || there === null) return false;
  const held = new Map(Object.entries(there));
  return Object.entries(wanted).every(([key, value]) => holds(held.get(key), value));
}

function inAnyOrder(name: string, value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map((each) => inAnyOrder('', each));
    return ordered.has(name) ? items : items.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inAnyOrder(key, each)]));
}
