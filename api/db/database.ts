import pg from 'pg';

/** Runs one named statement: `name` is unique to its text, so that the server parses it once a connection. */
export interface Queryable {
  query<Row extends object>(name: string, text: string, values?: readonly unknown[]): Promise<Row[]>;
}

export interface Database extends Queryable {
  /** All or nothing; rejects with what `work` threw, after rolling back. */
  transaction<Result>(work: (transaction: Queryable) => Promise<Result>): Promise<Result>;
}

/** `date` and `time` stay text (YYYY-MM-DD, HH:MM:SS), `timestamptz` becomes Date, `bigint` a number. */
const asText = new Set<number>([pg.types.builtins.DATE, pg.types.builtins.TIME]);
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (asText.has(oid)) return (value: string) => value;
    if (oid === pg.types.builtins.INT8) return Number;
    return pg.types.getTypeParser(oid, format);
  }) as typeof pg.types.getTypeParser,
};

/** One place for how we connect: readers are cut off after 2 s, locks after 500 ms, commits are durable. */
export function poolSettings(connectionString: string): pg.PoolConfig {
  return {
    connectionString,
    types,
    max: 10,
    connectionTimeoutMillis: 10_000,
    // A new connection costs its first answers their plans, several times what they take afterwards; it rests below what firewalls cut.
    idleTimeoutMillis: 300_000,
    application_name: 'open-door',
    options: '-c statement_timeout=2000 -c lock_timeout=500 -c synchronous_commit=on -c timezone=UTC -c jit=off',
  };
}

/** The same without the time limits, for imports and rebuilds that rightly take long. */
export function patientPoolSettings(connectionString: string): pg.PoolConfig {
  return {
    ...poolSettings(connectionString),
    max: 3,
    options: '-c statement_timeout=0 -c lock_timeout=30000 -c synchronous_commit=on -c timezone=UTC -c jit=off',
  };
}

/** Wraps a pool, ours or the one of `@fastify/postgres`. */
export function createDatabase(pool: pg.Pool): Database {
  return {
    query: (name, text, values) => run(pool, name, text, values),
    async transaction(work) {
      const client = await pool.connect();
      // A connection that is cut also tells it as an event, which nobody else hears while the client is ours; the query rejects as well.
      const lost = () => undefined;
      client.on('error', lost);
      let broken: Error | undefined;
      try {
        await client.query('begin');
        const result = await work({ query: (name, text, values) => run(client, name, text, values) });
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch((reason: Error) => {
          broken = reason;
        });
        throw error;
      } finally {
        client.off('error', lost);
        // Nobody else may be given a connection whose transaction could not be ended.
        client.release(broken);
      }
    },
  };
}

async function run<Row extends object>(
  target: pg.Pool | pg.PoolClient,
  name: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const result = await target.query<Row>({ name, text, values: [...values] });
  return result.rows;
}
