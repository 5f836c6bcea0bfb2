import { mostKept } from '../../../api/contract/shortlist.ts';

/** Short names from an address, parted by commas, each once; what could name nothing is left out, and what is more than a list may hold. */
export function readSlugs(value: unknown): string[] {
  const named = [value].flat().flatMap((text) => (typeof text === 'string' ? text.split(',') : []));
  return [...new Set(named)].filter((slug) => /^[a-z0-9-]{1,120}$/.test(slug)).slice(0, mostKept);
}
