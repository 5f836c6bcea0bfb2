import { type AssetPart, assetPartNames, differingParts } from '../../../api/contract/asset-parts.ts';
import type { PublishedChange, PublishedList } from '../../../api/contract/desk-review.ts';
import { isUuid } from '../../../api/contract/state-parts.ts';
import type { Topics } from '../../../api/contract/vocabulary.ts';
import { AssetHeading } from '../../components/asset-heading/asset-heading.tsx';
import { DeskForm } from '../../components/desk-form/desk-form.tsx';
import type { FormState } from '../../components/open-form/open-form.tsx';
import { PartDiff } from '../../components/part-diff/part-diff.tsx';
import { capitalise, sayAgo, sayList } from '../../i18n/format.ts';
import { daysBetween, londonDay } from '../../i18n/london-day.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import type { DeskFormPage } from '../../server/desk-page.ts';
import { sayPart, type Telling } from './asset/say-part.ts';

interface PublishedProps {
  published: PublishedList;
  topics: Topics;
  form: FormState;
  done: string | null;
}

const said: Record<string, MessageKey> = { well: 'published.done-well', back: 'published.done-back', pause: 'edit.done-pause' };

/** What builders and groups published by themselves: one card an asset, what stood beside what stands, one press each. */
export const publishedPage: DeskFormPage<PublishedProps> = {
  async load(data, { form, query }, viewer) {
    const [published, topics] = await Promise.all([data.desk.listPublished(viewer), data.topics()]);
    return { published, topics, form, done: typeof query.done === 'string' ? query.done : null };
  },
  async take({ desk }, { typed, reader, problemOf }, viewer) {
    const [assetId, revisionId, before] = [typed.asset ?? '', Number(typed.revision) || 0, Number(typed.before) || 0];
    if (!isUuid(assetId)) return reader.urls.published();
    try {
      if (typed.do === 'pause') await desk.takeStep(viewer, assetId, 'pause');
      if (typed.do === 'back') await desk.putPublishedBack(viewer, { assetId, revisionId, before });
      else await desk.lookOver(viewer, { assetId, revisionId });
    } catch (error) {
      if (problemOf(error).type !== '/problems/edited-meanwhile') throw error;
      return [{ field: null, text: 'review.changed-since' }];
    }
    return reader.urls.published(typed.do);
  },
  title: (_props, { t }) => t('published.title'),
  style: 'desk-asset',
  Body: ({ reader, published, topics, form, done }) => {
    const { t, urls } = reader;
    const text = done === null ? undefined : said[done];
    return (
      <div class="wrap stack narrow">
        <header class="stack tight">
          <p>
            <a class="target" href={urls.review()}>
              {t('review.title')}
            </a>
          </p>
          <h1>{t('published.title')}</h1>
          <p class="soft">{t('published.lead')}</p>
        </header>
        {text && (
          <p class="said" role="status">
            {t(text)}
          </p>
        )}
        {published.items.length === 0 && <p class="lead">{t('published.nothing')}</p>}
        <ol class="stack">
          {published.items.map((change) => (
            <ChangeCard telling={{ reader, names: published.names, topics }} form={form} change={change} />
          ))}
        </ol>
      </div>
    );
  },
};

function ChangeCard({ telling, form, change }: { telling: Telling; form: FormState; change: PublishedChange }) {
  const { reader } = telling;
  const { t, urls, now } = reader;
  const { asset, by, byGroup, at, lastRevision, before, standing } = change;
  const names = sayList(t, [...by, ...(byGroup ? [t('published.the-group')] : [])]);
  return (
    <li class="card stack tight">
      <p class="small soft">
        {capitalise(t(before ? 'published.changed' : 'published.added', { names }))} ·{' '}
        {sayAgo(t, daysBetween(londonDay(at), londonDay(now)))}
      </p>
      <AssetHeading reader={reader} asset={asset} />
      {before ? <Changed telling={telling} before={before.state} standing={standing} /> : <Added telling={telling} standing={standing} />}
      <DeskForm reader={reader} form={form} action={urls.published()} name={`published-${asset.id}`} class="row">
        <input type="hidden" name="asset" value={asset.id} />
        <input type="hidden" name="revision" value={lastRevision} />
        {before && <input type="hidden" name="before" value={before.revision} />}
        <button class="button" type="submit" name="do" value="well">
          {t('published.well')}
        </button>
        <button class="button quiet" type="submit" name="do" value={before ? 'back' : 'pause'}>
          {t(before ? 'published.back' : 'edit.pause')}
        </button>
      </DeskForm>
    </li>
  );
}

function Changed({
  telling,
  before,
  standing,
}: {
  telling: Telling;
  before: PublishedChange['standing'];
  standing: PublishedChange['standing'];
}) {
  const { t } = telling.reader;
  return differingParts(before, standing).map((part) => (
    <PartDiff
      label={t(`part.${part}`)}
      before={{ label: t('history.before'), lines: sayPart(part, before, telling) }}
      after={{ label: t('edit.theirs'), lines: sayPart(part, standing, telling) }}
      nothing={t('edit.nothing-said')}
    />
  ));
}

const untold: AssetPart[] = ['status', 'name', 'languages'];

function Added({ telling, standing }: { telling: Telling; standing: PublishedChange['standing'] }) {
  const { t } = telling.reader;
  const told = assetPartNames
    .filter((part) => !untold.includes(part))
    .map((part) => ({ part, lines: sayPart(part, standing, telling) }))
    .filter(({ lines }) => lines.length > 0);
  return (
    <dl class="told">
      {told.map(({ part, lines }) => (
        <>
          <dt class="small soft">{t(`part.${part}`)}</dt>
          <dd class="line">{lines.join('; ')}</dd>
        </>
      ))}
    </dl>
  );
}
