import type { OwnLinkDesk } from '../../../api/contract/own-link.ts';
import type { SharePageProps } from '../../components/asset-actions/asset-actions.tsx';
import { DeskForm } from '../../components/desk-form/desk-form.tsx';
import type { FormState } from '../../components/open-form/open-form.tsx';
import { QrCode } from '../../components/qr-code/qr-code.tsx';
import { Words } from '../../components/words/words.tsx';
import { sayDate, sayFullDate } from '../../i18n/format.ts';
import { londonDay } from '../../i18n/london-day.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import type { Reader } from '../../reader.ts';
import type { DeskFormPage } from '../../server/desk-page.ts';

interface OwnLinkProps {
  own: OwnLinkDesk;
  form: FormState;
  /** A link that was just made: it is shown this once. */
  made: string | null;
  done: string | null;
}

const said: Record<string, MessageKey> = { sent: 'own-link.done-sent', stopped: 'own-link.done-stopped' };

/** "Let them keep it themselves": a link for the group, sent to it or shown once, and stopped at once. */
export const ownLinkPage: DeskFormPage<OwnLinkProps> = {
  async load(data, { params, query, form }, viewer) {
    const own = await data.desk.ownLink(viewer, params.id ?? '');
    return { own, form, made: form.typed.made ?? null, done: typeof query.done === 'string' ? query.done : null };
  },
  async take({ desk }, { typed, params, reader }, viewer) {
    const assetId = params.id ?? '';
    if (typed.do === 'stop') {
      await desk.stopOwnLink(viewer, assetId);
      return reader.urls.ownLink(assetId, 'stopped');
    }
    if (typed.do !== 'send' && typed.do !== 'show') return reader.urls.ownLink(assetId);
    const link = await desk.giveOwnLink(viewer, { assetId, send: typed.do === 'send' });
    return link === null ? reader.urls.ownLink(assetId, 'sent') : { shown: { made: link } };
  },
  title: (_props, { t }) => t('own-link.title'),
  style: 'desk-asset',
  Body: ({ reader, own, form, made, done }) => {
    const { t, urls } = reader;
    const text = done === null ? undefined : said[done];
    return (
      <div class="wrap stack loose narrow">
        <header class="stack tight">
          <p>
            <a class="target" href={urls.editAsset(own.asset.id)}>
              <Words reader={reader} en={own.asset.name} cy={own.asset.name_cy} />
            </a>
          </p>
          <h1>{t('own-link.title')}</h1>
          <p class="lead">{t('own-link.lead')}</p>
        </header>
        {text && (
          <p class="said" role="status">
            {t(text)}
          </p>
        )}
        {made && <JustMade reader={reader} link={made} />}
        {own.cannot && <p class="said warn">{t(`own-link.${own.cannot}`)}</p>}
        {own.link && <Standing reader={reader} link={own.link} />}
        {(own.link || !own.cannot) && (
          <DeskForm reader={reader} form={form} action={urls.ownLink(own.asset.id)}>
            {!own.cannot && own.link && <p class="soft">{t('own-link.again')}</p>}
            <p class="row">
              {!own.cannot && own.email && (
                <button class="button" type="submit" name="do" value="send">
                  {t('own-link.send', { email: own.email })}
                </button>
              )}
              {!own.cannot && (
                <button class={own.email ? 'button quiet' : 'button'} type="submit" name="do" value="show">
                  {t('own-link.show')}
                </button>
              )}
              {own.link && (
                <button class="button quiet" type="submit" name="do" value="stop">
                  {t('own-link.stop')}
                </button>
              )}
            </p>
          </DeskForm>
        )}
      </div>
    );
  },
};

/** To be copied or held up to a camera now: we keep no more of it than a mark to know it by. */
function JustMade({ reader: { t }, link }: { reader: Reader; link: string }) {
  const share: SharePageProps = { title: '', text: '', url: link, copied: t('share.copied') };
  return (
    <section class="card stack" aria-labelledby="just-made" data-island="share-page" data-props={JSON.stringify(share)}>
      <h2 id="just-made" tabIndex={-1} autofocus>
        {t('own-link.made')}
      </h2>
      <p>{t('own-link.made-lead')}</p>
      <div class="field">
        <label for="made">{t('own-link.address')}</label>
        <textarea id="made" class="whole-link" readonly rows={4}>
          {link}
        </textarea>
      </div>
      <p class="needs-script">
        <button class="button" type="button" data-copy>
          {t('share.copy')}
        </button>
      </p>
      <div class="own-qr">
        <QrCode address={link} />
      </div>
    </section>
  );
}

function Standing({ reader: { t, now }, link }: { reader: Reader; link: NonNullable<OwnLinkDesk['link']> }) {
  const made = sayDate(t, londonDay(link.at), now);
  return (
    <p class="said">
      {link.by ? t('own-link.made-by', { name: link.by, date: made }) : t('own-link.made-on', { date: made })}{' '}
      {link.usedOn ? t('own-link.used', { date: sayDate(t, link.usedOn, now) }) : t('own-link.unused')}{' '}
      {t('own-link.ends', { date: sayFullDate(t, link.endsOn) })}
    </p>
  );
}
