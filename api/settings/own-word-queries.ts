import type { SettingState } from '../contract/settings.ts';
import type { Queryable } from '../db/database.ts';
import type { SettingRow } from './setting.ts';

export const phraseRows = (db: Queryable, subject: string | null) =>
  db.query<SettingRow>(
    'settings-phrases',
    `select id::text as subject, to_jsonb(p) - 'id' as state from own_phrases p where $1::text is null or id::text = $1::text
    order by phrases[1]`,
    [subject],
  );

export const savePhrase = (tx: Queryable, id: string, { phrases, topics, words, language }: SettingState<'phrase'>) =>
  tx.query(
    'settings-save-phrase',
    `insert into own_phrases (id, phrases, topics, words, language) values ($1::uuid, $2::text[], $3::text[], $4::text[], $5::text)
    on conflict (id) do update set phrases = excluded.phrases, topics = excluded.topics, words = excluded.words, language = excluded.language`,
    [id, phrases, topics, words, language],
  );

export const deletePhrase = (tx: Queryable, id: string) =>
  tx.query('settings-delete-phrase', 'delete from own_phrases where id = $1::uuid', [id]);

export const synonymsRows = (db: Queryable, subject: string | null) =>
  db.query<SettingRow>(
    'settings-synonyms',
    `select id::text as subject, to_jsonb(s) - 'id' as state from own_synonyms s where $1::text is null or id::text = $1::text
    order by words[1], replaces`,
    [subject],
  );

export const saveSynonyms = (tx: Queryable, id: string, { words, replaces }: SettingState<'synonyms'>) =>
  tx.query(
    'settings-save-synonyms',
    `insert into own_synonyms (id, words, replaces) values ($1::uuid, $2::text[], $3::text)
    on conflict (id) do update set words = excluded.words, replaces = excluded.replaces`,
    [id, words, replaces],
  );

export const deleteSynonyms = (tx: Queryable, id: string) =>
  tx.query('settings-delete-synonyms', 'delete from own_synonyms where id = $1::uuid', [id]);
