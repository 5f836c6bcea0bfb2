import type { Asset } from '../../../api/contract/asset.ts';
import { Words } from '../../components/words/words.tsx';
import type { Reader } from '../../reader.ts';

/** The next step, and a first name to ask for. */
export function HowToJoin({ reader, asset }: { reader: Reader; asset: Asset }) {
  const { t, urls } = reader;
  const { contact, coordinator } = asset;
  const viaCoordinator = !contact && coordinator !== null;
  if (!asset.join && !contact && !viaCoordinator) return null;
  return (
    <section class="stack tight" aria-labelledby="join">
      <h2 id="join">{t(asset.kind === 'place' || asset.kind === 'story' ? 'join.title-place' : 'join.title')}</h2>
      {asset.join && (
        <p>
          <Words reader={reader} en={asset.join} />
        </p>
      )}
      {viaCoordinator && (
        <p>
          {t('join.through', { name: coordinator.first_name })}{' '}
          <a class="target on-screen" href={urls.coordinator(coordinator.slug)}>
            {t('person.hello', { name: coordinator.first_name })}
          </a>
        </p>
      )}
      {contact && (
        <p class="row">
          {contact.name && <span>{t('join.ask', { name: contact.name })}</span>}
          {contact.phone && (
            <a class="button" href={`tel:${contact.phone.replaceAll(' ', '')}`}>
              {contact.phone}
            </a>
          )}
          {contact.email && (
            <a class="target" href={`mailto:${contact.email}`}>
              {contact.email}
            </a>
          )}
          {contact.web && (
            <a class="target" href={contact.web} rel="noreferrer">
              {t('join.web')}
            </a>
          )}
        </p>
      )}
    </section>
  );
}
