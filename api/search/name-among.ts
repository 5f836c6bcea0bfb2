import type { AssetIndex } from './asset-index.ts';

/** Whose lines and whose turn. Null: it is the only one, and needs no name, by whatever address it is known. */
export const nameAmong = (copies: AssetIndex[], { server }: AssetIndex): string | null => (copies.length > 1 ? server : null);
