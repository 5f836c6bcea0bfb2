import { isPoint, sayPlace } from '../../i18n/say-place.ts';
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
export function AskBox({ reader, q = '', near }: AskBoxProps) {
  const { t } = reader;
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
              value={isPoint(near) ? '' : near}
              maxLength={80}
              autocomplete="postal-code"
              enterkeyhint="search"
              placeholder={isPoint(near) ? sayPlace(t, near) : t('ask.where-hint')}
            />
          </div>
        )}
        <button class="button" type="submit">
          {t('ask.look')}
        </button>
      </div>
      {twoBoxes && <UseMyPlace reader={reader} />}
    </Island>
  );
}

/** Nobody is asked where they are until they press it. */
function UseMyPlace({ reader: { t } }: { reader: Reader }) {
  const words = { asking: t('place.asking'), refused: t('place.refused'), failed: t('place.failed') };
  return (
    <Island name="location-picker" props={words}>
      <p class="row my-place needs-script">
        <button class="target" type="button">
          <span aria-hidden="true">◎</span>
          {t('place.use-mine')}
        </button>
        <span class="small" role="status" />
      </p>
    </Island>
  );
}
