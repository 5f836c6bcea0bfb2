/** What an address may name a thing by: a slug or an id. Anything else names nothing, and need not be looked up. */
export const isSlug = (text: string): boolean => /^[a-z0-9-]{1,120}$/.test(text);
