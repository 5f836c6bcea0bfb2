import type { Reader } from '../../reader.ts';
import type { ConfirmProps } from '../confirm.tsx';

/** The link does nothing any more; who does. */
export function NoLonger({ reader: { t, urls }, confirm }: ConfirmProps & { reader: Reader }) {
  const { coordinator, isPublic, listing, state } = confirm;
  return (
    <section class="stack">
      <p class="lead">{t(state === 'old' ? 'confirm.old-lead' : 'confirm.gone-lead')}</p>
      <p class="row">
        {isPublic && (
          <a class="button" href={urls.stillRight(listing.slug)}>
            {t('confirm.on-page')}
          </a>
        )}
        {coordinator ? (
          <a class="button quiet" href={urls.coordinator(coordinator.slug)}>
            {t('person.hello', { name: coordinator.first_name })}
          </a>
        ) : (
          <a class="button quiet" href={urls.areas()}>
            {t('nothing.ask')}
          </a>
        )}
      </p>
    </section>
  );
}
