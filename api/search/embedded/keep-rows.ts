import type { Queryable } from '../../db/database.ts';
import type { AssetDocument, SentDocument } from '../asset-index.ts';
import { foldWords } from '../fold-text.ts';
import { type DocumentRow, deleteRows, putRows } from './row-queries.ts';

/** Writes these documents' rows in the caller's transaction; answers which of them differ from what stood there. */
export async function putDocuments(tx: Queryable, documents: SentDocument[]): Promise<string[]> {
  return documents.length > 0 ? putRows(tx, documents.map(documentRow)) : [];
}

/** Answers which of them were there. */
export async function removeDocuments(tx: Queryable, ids: string[]): Promise<string[]> {
  return ids.length > 0 ? deleteRows(tx, ids) : [];
}

/** The version is worked out anew from what is written. */
function documentRow({ version: _, ...document }: SentDocument): DocumentRow {
  const { id, tier, kind, topics, areas, next_at } = document;
  return {
    ...{ id, tier, kind, topics, areas, document },
    folded_name: foldedName(document),
    next_at: next_at === null ? null : new Date(next_at * 1000).toISOString(),
  };
}

export const foldedName = ({ name }: Pick<AssetDocument, 'name'>) => `| ${name.split('|').map(foldWords).join(' | ')} |`;
