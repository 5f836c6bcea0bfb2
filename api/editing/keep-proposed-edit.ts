import type { Queryable } from '../db/database.ts';
import { declineEdit, deleteEdit, editById, type ProposedEditRow } from './draft-queries.ts';

export type ProposedEdit = ProposedEditRow & { by: string };

/** What a builder proposed of an asset, with their name; null: it is answered, or never was. For reviewing. */
export const findProposedEdit = (db: Queryable, id: string): Promise<ProposedEdit | null> => editById(db, id);

/** With its publication it is done with. */
export const endProposedEdit = (db: Queryable, id: string) => deleteEdit(db, id);

/** It stays with its builder, with the answer, to be written anew. */
export const sendEditBack = (db: Queryable, id: string, answer: string) => declineEdit(db, id, answer);
