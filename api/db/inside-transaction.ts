import type { Database, Queryable } from './database.ts';

/** A use case that opens a transaction of its own joins the one that stands: several of them are done together, or none. */
export const insideTransaction = (tx: Queryable): Database => ({
  query: (name, text, values) => tx.query(name, text, values),
  transaction: (work) => work(tx),
});
