import { type AssetPart, differingParts } from '../../../api/contract/asset-parts.ts';
import type { AssetHistory, HistoryEntry } from '../../../api/contract/desk-asset.ts';
import type { TopicNames } from '../../../api/contract/vocabulary.ts';
import { DeskForm } from '../../components/desk-form/desk-form.tsx';
import type { FormState } from '../../components/open-form/open-form.tsx';
import { PartDiff } from '../../components/part-diff/part-diff.tsx';
import { sayDate, sayTime } from '../../i18n/format.ts';
import { londonDay } from '../../i18n/london-day.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import type { Reader } from '../../reader.ts';
import type { DeskFormPage } from '../../server/desk-page.ts';
import { sayPart, type Telling } from './asset/say-part.ts';
import { PhotoChangeCard } from './photos/photo-change-card.tsx';

interface HistoryProps {
  history: AssetHistory;
  topics: TopicNames;
  form: FormState;
}

/** Every change of an asset, with who and when, and the way back to any of them. */
export const assetHistoryPage: DeskFormPage<HistoryProps> = {
  async load(data, { params, form }, viewer) {
    const [history, topics] = await Promise.all([data.desk.history(viewer, params.id ?? ''), data.topicNames()]);
    return { history, topics, form };
  },
  async take(data, { params, typed, reader }, viewer) {
    await data.desk.putBack(viewer, params.id ?? '', Number(typed.revision) || 0);
    return reader.urls.editAsset(params.id ?? '', 'put-back');
  },
  title: ({ history }, { t }) => t('history.title', { name: history.name }),
  style: 'desk-asset',
  Body: ({ reader, history, topics, form }) => {
    const { t, urls } = reader;
    const telling = { reader, names: history.names, topics };
    return (
      <div class="wrap stack loose narrow">
        <header class="stack tight">
          <p>
            <a class="target" href={urls.editAsset(history.id)}>
              {t('history.back', { name: history.name })}
            </a>
          </p>
          <h1>{t('history.title', { name: history.name })}</h1>
        </header>
        <ol class="stack">
          {inOrder(history).map((told) => (
            <li>
              {'what' in told ? (
                <PhotoChangeCard reader={reader} change={told} />
              ) : (
                <Change {...told} telling={telling} history={history} form={form} />
              )}
            </li>
          ))}
        </ol>
        {history.entries.length + history.photos.length === 0 && <p class="lead">{t('history.nothing')}</p>}
        <OwnLinks reader={reader} links={history.links} />
        {history.privateReads && history.privateReads.length > 0 && <PrivateReads reader={reader} reads={history.privateReads} />}
      </div>
    );
  },
};

/** What was written and what was done with photos, newest first. */
function inOrder({ entries, photos }: AssetHistory) {
  const written = entries.map((entry, at) => ({ at: entry.at, entry, before: entries[at + 1] ?? null, isLast: at === 0 }));
  return [...photos, ...written].sort((one, other) => other.at.localeCompare(one.at));
}

interface ChangeProps {
  entry: HistoryEntry;
  before: HistoryEntry | null;
  telling: Telling;
  isLast: boolean;
  history: AssetHistory;
  form: FormState;
}

function Change({ entry, before, telling, isLast, history, form }: ChangeProps) {
  const { reader } = telling;
  const { t, urls, now } = reader;
  const parts = before ? differingParts(before.state, entry.state) : [];
  return (
    <article class="card stack tight">
      <h2 class="lead">
        {sayWho(reader, entry.by)} · {sayDate(t, londonDay(entry.at), now)}, {sayTime(t, entry.at)}
      </h2>
      {before === null && <p class="soft">{t('history.first')}</p>}
      {before && parts.length === 0 && <p class="soft">{t('history.unseen')}</p>}
      {before && parts.map((part) => <Diff part={part} before={before.state} after={entry.state} telling={telling} />)}
      {!isLast && history.may.publish && (
        <DeskForm reader={reader} form={form} action={urls.assetHistory(history.id)} name={`back-${entry.id}`} class="row">
          <input type="hidden" name="revision" value={entry.id} />
          <button class="button quiet" type="submit">
            {t('history.put-back')}
          </button>
        </DeskForm>
      )}
    </article>
  );
}

function Diff({
  part,
  before,
  after,
  telling,
}: {
  part: AssetPart;
  before: HistoryEntry['state'];
  after: HistoryEntry['state'];
  telling: Telling;
}) {
  const { t } = telling.reader;
  return (
    <PartDiff
      label={t(`part.${part}`)}
      before={{ label: t('history.before'), lines: sayPart(part, before, telling) }}
      after={{ label: t('history.after'), lines: sayPart(part, after, telling) }}
      nothing={t('edit.nothing-said')}
    />
  );
}

function sayWho({ t }: Reader, by: HistoryEntry['by']): string {
  if (by.type === 'account') return by.name ?? t('edit.somebody');
  if (by.type === 'import') return t('history.by-import', { source: by.name });
  // "group: own link": by which way they came is told in front.
  return t(others[by.name.split(':')[0] ?? ''] ?? 'history.by-program');
}

const others: Record<string, MessageKey> = { group: 'history.by-group', resident: 'history.by-neighbour', before: 'history.by-before' };

/** Who gave the group a link to keep it themselves, and who stopped it. */
function OwnLinks({ reader: { t, now }, links }: { reader: Reader; links: AssetHistory['links'] }) {
  if (links.length === 0) return null;
  const day = (at: string) => sayDate(t, londonDay(at), now);
  return (
    <section class="card stack tight" aria-labelledby="links-title">
      <h2 id="links-title">{t('history.links')}</h2>
      <ul>
        {links.map(({ at, by, usedOn, stopped }) => (
          <li>
            {t('history.link-made', { name: by ?? t('edit.somebody'), date: day(at) })}{' '}
            {usedOn && t('own-link.used', { date: sayDate(t, usedOn, now) })}{' '}
            {stopped && t('history.link-stopped', { name: stopped.by ?? t('edit.somebody'), date: day(stopped.at) })}
          </li>
        ))}
      </ul>
    </section>
  );
}

function PrivateReads({ reader: { t, now }, reads }: { reader: Reader; reads: NonNullable<AssetHistory['privateReads']> }) {
  return (
    <section class="card stack tight" aria-labelledby="reads-title">
      <h2 id="reads-title">{t('history.reads')}</h2>
      <p class="soft">{t('history.reads-lead')}</p>
      <ul>
        {reads.map(({ at, by }) => (
          <li>
            {by} · {sayDate(t, londonDay(at), now)}, {sayTime(t, at)}
          </li>
        ))}
      </ul>
    </section>
  );
}
