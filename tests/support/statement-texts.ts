import pg from 'pg';

/**
 * What the guard that reads the code cannot see: two texts under a name that is worked out as we go. pg itself tells only when both are asked on
 * one connection. Every test that uses a database watches; each database has names of its own.
 */
export function watchStatementTexts(): void {
  const texts = new Map<string, string>();
  pg.Client.prototype.query = new Proxy(pg.Client.prototype.query, {
    apply(query, client: pg.Client, asked: unknown[]) {
      const [statement] = asked;
      if (isNamed(statement)) {
        const key = `${client.database} ${statement.name}`;
        const known = texts.get(key) ?? statement.text;
        if (known !== statement.text) throw new Error(`Two statements are named ${statement.name}:\n${known}\nand\n${statement.text}`);
        texts.set(key, known);
      }
      return Reflect.apply(query, client, asked);
    },
  });
}

const isNamed = (statement: unknown): statement is { name: string; text: string } =>
  typeof statement === 'object' && statement !== null && 'name' in statement && typeof statement.name === 'string';
