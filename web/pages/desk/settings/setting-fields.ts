import type { SettingName } from '../../../../api/contract/settings.ts';
import type { MessageKey } from '../../../i18n/translate.ts';

export interface SettingField {
  name: string;
  label: MessageKey;
  hint?: MessageKey;
  /** `text`: some sentences. `lines`: one thing a line. `topics` and `areas`: a box to tick for each. */
  as: 'line' | 'text' | 'lines' | 'date' | 'tick' | 'topics' | 'areas' | 'status' | 'language' | 'unseen';
}

type FieldName = Extract<MessageKey, `settings.field.${string}`> extends `settings.field.${infer Name}` ? Name : never;
type HintName = Extract<MessageKey, `settings.hint.${string}`> extends `settings.hint.${infer Name}` ? Name : never;

const field = (name: FieldName, as: SettingField['as'] = 'line', hint?: HintName): SettingField => ({
  name,
  as,
  label: `settings.field.${name}`,
  ...(hint ? { hint: `settings.hint.${hint}` } : {}),
});

/** The boxes of each sort, in order. */
export const settingFields: Record<SettingName, SettingField[]> = {
  signpost: [
    field('name'),
    field('name_cy'),
    field('summary', 'text'),
    field('summary_cy', 'text'),
    field('phone'),
    field('web', 'line', 'web'),
    field('hours'),
    field('crisis', 'tick'),
    field('status', 'status'),
    field('areas', 'areas', 'areas'),
    field('topics', 'topics'),
  ],
  topic: [field('label'), field('label_cy'), field('wish'), field('wish_cy'), field('position')],
  join: [],
  kind: [
    field('label'),
    field('label_cy'),
    field('label_plural'),
    field('label_plural_cy'),
    field('letter'),
    field('half_life_days', 'line', 'half_life_days'),
  ],
  texts: [
    field('name'),
    field('place'),
    field('place_cy'),
    field('strapline'),
    field('strapline_cy'),
    field('notice', 'text'),
    field('notice_cy', 'text'),
  ],
  term: [field('name'), field('starts_on', 'date'), field('ends_on', 'date')],
  holiday: [field('name'), field('month_day', 'line', 'month_day'), field('note', 'line', 'note'), field('open_topics', 'topics')],
  phrase: [
    field('phrases', 'lines', 'phrases'),
    field('topics', 'topics'),
    field('words', 'lines', 'phrase-words'),
    field('language', 'language'),
  ],
  synonyms: [field('words', 'lines', 'synonyms-words'), { ...field('words', 'unseen'), name: 'replaces' }],
};

type Typed = Record<string, string>;

/** Each thing to tick has a name of its own, so that what was ticked stands again when the form comes back. */
export const tickName = (field: string, value: string) => `${field}.${value}`;

/** What was typed, as the use case takes it. */
export function valuesOf(setting: SettingName, typed: Typed): object {
  return Object.fromEntries(
    settingFields[setting].map(({ name, as }): [string, unknown] => {
      const text = typed[name] ?? '';
      if (as === 'tick') return [name, text !== ''];
      if (as === 'lines')
        return [
          name,
          text
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean),
        ];
      if (as === 'topics' || as === 'areas') {
        const ticked = Object.keys(typed).filter((key) => key.startsWith(`${name}.`));
        return [name, ticked.map((key) => key.slice(name.length + 1))];
      }
      return [name, text];
    }),
  );
}

/** How something stands, as the boxes show it. */
export function typedOf(state: object): Typed {
  return Object.fromEntries(
    Object.entries(state).flatMap(([name, value]: [string, unknown]): [string, string][] => {
      if (Array.isArray(value))
        return [[name, value.join('\n')], ...value.map((each): [string, string] => [tickName(name, String(each)), 'on'])];
      if (typeof value === 'boolean') return value ? [[name, 'on']] : [];
      return value === null ? [] : [[name, String(value)]];
    }),
  );
}
