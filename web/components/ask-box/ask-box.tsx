import type { Reader } from '../../reader.ts';
import { Island } from '../island/island.tsx';
import { askStrings } from './ask-strings.ts';

interface AskBoxProps {
  reader: Reader;
  q?: string;
  /** Given: a second box for where. Home has one box for both. */
  near?: string;
}

/** The box where a wish, a place or both are said. Stands inside a GET form to `find`. */
export function AskBox({ reader: { t }, q = '', near }: AskBoxProps) {
  const twoBoxes = near !== undefined;
  return (
    <Island name="search-box" props={{ form: 'find-form', locale: t.locale }}>
      <div class={twoBoxes ? 'ask two' : 'ask'}>
        <Island name="suggestions" props={askStrings(t)}>
          {twoBoxes && <label for="q">{t('ask.what')}</label>}
          <input
            id="q"
            name="q"
            type="search"
            value={q}
            maxLength={200}
            autocomplete="off"
            enterkeyhint="search"
            placeholder={twoBoxes ? t('ask.what-hint') : undefined}
            aria-describedby={twoBoxes ? undefined : 'ask-hint'}
          />
        </Island>
        {twoBoxes && (
          <div>
            <label for="near">{t('ask.where')}</label>
            <input
              id="near"
              name="near"
              value={near}
              maxLength={80}
              autocomplete="postal-code"
              enterkeyhint="search"
              placeholder={t('ask.where-hint')}
            />
          </div>
        )}
        <button class="button" type="submit">
          {t('ask.look')}
        </button>
      </div>
    </Island>
  );
}
