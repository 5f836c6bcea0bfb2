import cy from './cy.json';
import en from './en.json';
import type { Locale } from './locale.ts';

type WithoutPlural<Key> = Key extends `${infer Base}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Base : Key;

/** Every text of the pages. A text with forms for numbers is named without its `_one`, `_other`… and chosen by `count`. */
export type MessageKey = WithoutPlural<keyof typeof en>;
export type Values = Record<string, string | number>;

export interface Translate {
  (key: MessageKey, values?: Values): string;
  /** The text with its `{names}` still in it, for sentences that hold links or bold parts. */
  raw(key: MessageKey, count?: number): string;
  locale: Locale;
}

const messages: Record<Locale, Record<string, string>> = { en, cy };

/** Server only: it holds every text of every language. Islands get theirs as props. */
export function createTranslate(locale: Locale): Translate {
  const plurals = new Intl.PluralRules(locale);
  const raw = (key: MessageKey, count?: number): string => {
    const found = messages[locale];
    return (
      pluralForms(plurals, count)
        .map((form) => found[key + form])
        .find((text) => text !== undefined) ?? key
    );
  };
  const translate = (key: MessageKey, values: Values = {}) =>
    fill(raw(key, typeof values.count === 'number' ? values.count : undefined), values);
  return Object.assign(translate, { raw, locale });
}

/** Nothing at all has words of its own in either language, where a text gives them. */
function pluralForms(plurals: Intl.PluralRules, count: number | undefined): string[] {
  if (count === undefined) return [''];
  return [...(count === 0 ? ['_zero'] : []), `_${plurals.select(count)}`, '_other', ''];
}

function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
