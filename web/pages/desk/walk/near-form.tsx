import { isPoint, sayPlace } from '../../../i18n/say-place.ts';
import type { Reader } from '../../../reader.ts';

/** From where to look: as the phone knows it, or as typed. */
export function NearForm({ reader: { t, urls }, near }: { reader: Reader; near: string }) {
  return (
    <form action={urls.walk()} class="row walk-near">
      <button class="button needs-script" type="button" data-near-me>
        {t('walk.near-me')}
      </button>
      <div class="field">
        <label for="near">{t('walk.place')}</label>
        <input
          id="near"
          name="near"
          type="text"
          value={isPoint(near) ? '' : near}
          placeholder={isPoint(near) ? sayPlace(t, near) : undefined}
          maxLength={80}
          autocomplete="off"
          enterkeyhint="search"
        />
      </div>
      <button class="button quiet" type="submit">
        {t('patch.look')}
      </button>
    </form>
  );
}
