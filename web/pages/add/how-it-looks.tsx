import { KindPin } from '../../components/kind-pin/kind-pin.tsx';
import { TimesRead } from '../../components/times-read/times-read.tsx';
import { Words } from '../../components/words/words.tsx';
import { inLocale } from '../../i18n/locale.ts';
import type { PreviewProps } from './add-preview.tsx';

/** As neighbours would see it. */
export function HowItLooks({ reader, proposal, preview, topics }: PreviewProps) {
  const { t, locale } = reader;
  const kind = topics.kinds.find(({ slug }) => slug === preview.kind);
  const contact = [proposal.contact_name, proposal.contact].filter(Boolean).join(', ');
  return (
    <section class="card stack tight looks" aria-labelledby="looks">
      <p class="soft" id="looks">
        {t('add.looks')}
      </p>
      <h2>
        <KindPin kind={preview.kind} mark={kind?.letter ?? ''} /> {proposal.name}{' '}
        {kind && <small class={`kind-${preview.kind}`}>{inLocale(locale, kind.label, kind.label_cy).text}</small>}
      </h2>
      {proposal.happens.split('\n').map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      {proposal.when ? <TimesRead reader={reader} times={preview.times} /> : <p class="soft">{t('add.no-times')}</p>}
      <Where reader={reader} proposal={proposal} preview={preview} />
      {proposal.join && <p>{t('add.join-read', { words: proposal.join })}</p>}
      {contact && <p>{t(proposal.may_show === 'yes' ? 'add.contact-shown' : 'add.contact-hidden', { contact })}</p>}
    </section>
  );
}

function Where({ reader, proposal, preview: { place, area } }: Pick<PreviewProps, 'reader' | 'proposal' | 'preview'>) {
  const { t } = reader;
  const typed = proposal.place;
  return (
    <>
      <p class={typed ? undefined : 'soft'}>
        {typed ? t(place ? 'add.place-read' : 'add.place-written', { place: place?.label ?? typed }) : t('add.place-none')}
        {area && (
          <>
            {' · '}
            <Words reader={reader} en={area.name} cy={area.name_cy} />
          </>
        )}
      </p>
      {proposal.home && <p class="soft">{t('add.place-home')}</p>}
    </>
  );
}
