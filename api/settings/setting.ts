import type { z } from 'zod';
import type { SettingItem, WrongField } from '../contract/settings.ts';
import type { DeskAction } from '../contract/viewer.ts';
import type { Queryable } from '../db/database.ts';

export interface SettingRow<State = object> {
  subject: string;
  state: State;
}

export interface Writing {
  subject: string;
  now: Date;
  /** Their name, for revisions. */
  by: string;
}

/** What each kind of setting must know. `State` is how one of them stands, as the contract has it. */
export interface SettingParts<State extends object> {
  right: DeskAction;
  state: z.ZodType<State>;
  title(state: State): string;
  /** In the order in which they are shown; all, or the one. */
  rows(db: Queryable, subject: string | null): Promise<SettingRow[]>;
  /** What no schema can know. `state` null: it is to be removed. */
  wrong?(tx: Queryable, subject: string, state: State | null): Promise<WrongField[]>;
  save(tx: Queryable, state: State, writing: Writing): Promise<unknown>;
  /** Without it: one cannot be taken away. */
  remove?(tx: Queryable, writing: Writing): Promise<unknown>;
  /** Names one that is added. Without it: none can be. */
  name?(tx: Queryable, state: State): Promise<string>;
}

/** The same with its own state forgotten, so that all stand in one table. */
export interface Setting {
  right: DeskAction;
  read: (values: unknown) => z.ZodSafeParseResult<object>;
  items(db: Queryable, subject: string | null): Promise<SettingItem[]>;
  title(state: object): string;
  wrong(tx: Queryable, subject: string, state: object | null): Promise<WrongField[]>;
  save(tx: Queryable, state: object, writing: Writing): Promise<unknown>;
  remove: ((tx: Queryable, writing: Writing) => Promise<unknown>) | null;
  name: ((tx: Queryable, state: object) => Promise<string>) | null;
}

export function toSetting<State extends object>(parts: SettingParts<State>): Setting {
  const { right, state: schema, title, rows, wrong, save, remove, name } = parts;
  return {
    right,
    read: (values) => schema.safeParse(values),
    title: (state) => title(schema.parse(state)),
    async items(db, subject) {
      const states = (await rows(db, subject)).map((row) => ({ subject: row.subject, state: schema.parse(row.state) }));
      return states.map((item) => ({ ...item, title: title(item.state) }));
    },
    wrong: async (tx, subject, state) => (await wrong?.(tx, subject, state && schema.parse(state))) ?? [],
    save: (tx, state, writing) => save(tx, schema.parse(state), writing),
    remove: remove ?? null,
    name: name ? (tx, state) => name(tx, schema.parse(state)) : null,
  };
}
