import type { Queryable } from '../db/database.ts';
import {
  declineEdit,
  deleteEdit,
  deleteGroupEdit,
  editById,
  type GroupEditRow,
  groupEditOf,
  type ProposedEditRow,
  putGroupEditRow,
} from './draft-queries.ts';

export type GroupEdit = GroupEditRow;
export type ProposedEdit = ProposedEditRow & { by: string | null };

/** What a builder proposed of an asset, with their name; null: it is answered, or never was. For reviewing. */
export const findProposedEdit = (db: Queryable, id: string): Promise<ProposedEdit | null> => editById(db, id);

/** With its publication it is done with. */
export const endProposedEdit = (db: Queryable, id: string) => deleteEdit(db, id);

/** It stays with its builder, with the answer, to be written anew. */
export const sendEditBack = (db: Queryable, id: string, answer: string) => declineEdit(db, id, answer);

/** What a group would change of its own, by its link; null: nothing waits, or was answered. */
export const findGroupEdit = (db: Queryable, assetId: string): Promise<GroupEdit | null> => groupEditOf(db, assetId);

export const putGroupEdit = putGroupEditRow;

export const endGroupEdit = (tx: Queryable, assetId: string) => deleteGroupEdit(tx, assetId);
