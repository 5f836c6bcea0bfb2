import type { Reader } from '../../reader.ts';
import type { OwnProps } from '../own.tsx';

/** The link does nothing any more; who can give another one. */
export function LinkEnded({ reader: { t, urls }, own: { state, coordinator, isPublic, listing } }: OwnProps & { reader: Reader }) {
  return (
    <section class="stack">
      <p class="lead">{t(state === 'stopped' ? 'own.stopped-lead' : state === 'old' ? 'own.old-lead' : 'confirm.gone-lead')}</p>
      <p class="row">
        {coordinator ? (
          <a class="button" href={urls.coordinator(coordinator.slug)}>
            {t('person.hello', { name: coordinator.first_name })}
          </a>
        ) : (
          <a class="button" href={urls.areas()}>
            {t('nothing.ask')}
          </a>
        )}
        {isPublic && (
          <a class="button quiet" href={urls.suggest(listing.slug)}>
            {t('own.suggest')}
          </a>
        )}
      </p>
    </section>
  );
}
