import type { Held } from './filter-conditions.ts';
import { Refusal } from './refusal.ts';
import { type FakeSettings, mergeSettings, presetSettings } from './settings.ts';

export interface FakeIndex {
  uid: string;
  primaryKey: string | null;
  createdAt: string;
  updatedAt: string;
  settings: FakeSettings;
  documents: Map<string, Held>;
}

export const indexMissing = (uid: string, status = 404) => new Refusal(status, 'index_not_found', `Index \`${uid}\` not found.`);

/** The indexes of one server, and what tasks do to them. */
export function createIndexStore() {
  const indexes = new Map<string, FakeIndex>();
  let made = 0;

  const found = (uid: string): FakeIndex => {
    const index = indexes.get(uid);
    if (!index) throw indexMissing(uid);
    return index;
  };

  return {
    indexes,
    found,
    create(uid: string, primaryKey: string | null) {
      if (indexes.has(uid)) throw new Refusal(400, 'index_already_exists', `Index \`${uid}\` already exists.`);
      made += 1;
      const createdAt = new Date(Date.UTC(2026, 0, 1) + made).toISOString();
      indexes.set(uid, { uid, primaryKey, createdAt, updatedAt: createdAt, settings: presetSettings(), documents: new Map() });
    },
    drop(uid: string) {
      if (!indexes.delete(uid)) throw indexMissing(uid);
    },
    put(uid: string, documents: Held[]) {
      // As the real one does, which the adapter must never rely on.
      if (!indexes.has(uid)) this.create(uid, 'id');
      const index = found(uid);
      for (const document of documents) checkDocument(document);
      for (const document of documents) index.documents.set(String(document.id), document);
    },
    remove(uid: string, ids: string[]) {
      for (const id of ids) found(uid).documents.delete(id);
    },
    settle(uid: string, sent: Record<string, unknown>) {
      const index = found(uid);
      index.settings = mergeSettings(index.settings, sent);
    },
    swap({ indexes: [one, other], rename = false }: { indexes: [string, string]; rename?: boolean }) {
      const first = found(one);
      if (rename && indexes.has(other)) throw new Refusal(400, 'index_already_exists', `Index \`${other}\` already exists.`);
      const second = rename ? null : found(other);
      indexes.set(other, { ...first, uid: other });
      if (second) indexes.set(one, { ...second, uid: one });
      else indexes.delete(one);
    },
  };
}

function checkDocument(document: Held): void {
  const { id } = document;
  if (!/^[\w-]{1,511}$/.test(String(id ?? ''))) throw new Refusal(400, 'invalid_document_id', `Document identifier \`${id}\` is invalid.`);
}
