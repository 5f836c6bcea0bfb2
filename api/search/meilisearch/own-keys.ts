import { createHash } from 'node:crypto';
import { type Meilisearch, MeilisearchApiError } from 'meilisearch';

/** Two keys: what readers' searches are sent with can write nothing, and neither reaches another's indexes. */
export interface OwnKeys {
  reads: string;
  writes: string;
}

const actionsOf = {
  reads: ['search', 'documents.get'],
  writes: [
    ...['documents.add', 'documents.get', 'documents.delete', 'stats.get'],
    ...['indexes.create', 'indexes.get', 'indexes.delete', 'indexes.swap'],
    ...['settings.get', 'settings.update', 'tasks.get', 'tasks.delete'],
  ],
} satisfies Record<keyof OwnKeys, string[]>;

/**
 * Makes them once, by the key that was given; null where it may not make keys, and is used itself. What a key may do is part of its id, so
 * that a program that asks for more gets another one. Their texts follow from the master key and never leave this process.
 */
export async function ownKeys(given: Meilisearch, prefix: string): Promise<OwnKeys | null> {
  try {
    return { reads: await keyFor(given, 'reads', prefix), writes: await keyFor(given, 'writes', prefix) };
  } catch (error) {
    if (codeOf(error) === 'invalid_api_key' || codeOf(error) === 'missing_master_key') return null;
    throw error;
  }
}

async function keyFor(given: Meilisearch, door: keyof OwnKeys, prefix: string): Promise<string> {
  const indexes = [`${prefix}-*`];
  const actions = actionsOf[door];
  const uid = uidOf(JSON.stringify([actions, indexes]));
  try {
    return (await given.getKey(uid)).key;
  } catch (error) {
    if (codeOf(error) !== 'api_key_not_found') throw error;
  }
  try {
    const description = door === 'reads' ? 'Searches the indexes of Open Door' : 'Writes the indexes of Open Door';
    return (await given.createKey({ uid, name: `Open Door ${door}`, description, actions, indexes, expiresAt: null })).key;
  } catch (error) {
    // Another process was quicker.
    if (codeOf(error) !== 'api_key_already_exists') throw error;
    return (await given.getKey(uid)).key;
  }
}

const codeOf = (error: unknown) => (error instanceof MeilisearchApiError ? error.cause?.code : undefined);

/** In the form of a random UUID, as Meilisearch wants it. */
function uidOf(text: string): string {
  const hex = createHash('sha256').update(`open-door ${text}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
