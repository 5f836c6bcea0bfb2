import type { Reader } from '../../../reader.ts';

/** The end of every form that changes areas: what comes of it is looked at before anything moves. */
export const LookFirst = ({ reader: { t } }: { reader: Reader }) => (
  <>
    <p>
      <button class="button" type="submit">
        {t('boundary.look')}
      </button>
    </p>
    <p class="soft small">{t('boundary.nothing-yet')}</p>
  </>
);
