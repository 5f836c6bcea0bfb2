/** Short names from an address, parted by commas; what could name nothing is left out. */
export const readSlugs = (value: unknown): string[] =>
  [value].flat().flatMap((text) => (typeof text === 'string' ? text.split(',').filter((slug) => /^[a-z0-9-]{1,120}$/.test(slug)) : []));
