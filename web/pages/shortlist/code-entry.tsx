import type { Reader } from '../../reader.ts';

/** For a code that someone read out: in any case, with or without its space. */
export function CodeEntry({ reader: { t, urls }, typed = '' }: { reader: Reader; typed?: string }) {
  return (
    <form class="stack tight on-screen code-entry" action={urls.enterCode()} method="get">
      <label for="code">{t('code.enter')}</label>
      <p id="code-hint" class="soft small">
        {t('code.hint')}
      </p>
      <p class="row">
        <input
          id="code"
          name="code"
          value={typed}
          maxLength={20}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          aria-describedby="code-hint"
          required
        />
        <button type="submit" class="button">
          {t('code.open')}
        </button>
      </p>
    </form>
  );
}
