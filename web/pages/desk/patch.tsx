import type { TwoNames } from '../../../api/contract/desk-asset.ts';
import { type PatchAsset, type PatchPage, type PatchQuery, type PatchState, patchStates } from '../../../api/contract/desk-asset.ts';
import { isUuid } from '../../../api/contract/state-parts.ts';
import { StateMark } from '../../components/state-mark/state-mark.tsx';
import { Words } from '../../components/words/words.tsx';
import { sayCheck } from '../../i18n/format.ts';
import { inLocale } from '../../i18n/locale.ts';
import type { Reader } from '../../reader.ts';
import type { DeskPage } from '../../server/desk-page.ts';

interface PatchProps {
  query: PatchQuery;
  page: PatchPage;
  areas: (TwoNames & { slug: string })[];
}

/** "My patch": everything in my areas by name, shown to the public or not. */
export const patchPage: DeskPage<PatchProps> = {
  async load(data, { query: raw }, viewer) {
    const query = readQuery(raw);
    const [page, all] = await Promise.all([
      data.desk.listPatch(viewer, query),
      viewer.role === 'steward' ? data.areas().then(({ items }) => items) : viewer.areas,
    ]);
    return { query, page, areas: [...all] };
  },
  title: (_props, { t }) => t('patch.title'),
  style: 'desk-asset',
  Body: ({ reader, query, page, areas }) => (
    <div class="wrap stack narrow">
      <header class="row patch-head">
        <h1>{reader.t('patch.title')}</h1>
        <a class="button" href={reader.urls.newAsset()}>
          {reader.t('new.title')}
        </a>
      </header>
      <PatchForm reader={reader} query={query} areas={areas} />
      <PatchList reader={reader} page={page} />
      {page.next && (
        <p>
          <a class="button quiet" href={reader.urls.patch({ ...addressOf(query), after: page.next })}>
            {reader.t('patch.more')}
          </a>
        </p>
      )}
    </div>
  ),
};

function readQuery(raw: Record<string, unknown>): PatchQuery {
  const text = (name: string) => (typeof raw[name] === 'string' ? raw[name].trim() : '');
  return {
    words: text('q').slice(0, 80),
    state: patchStates.find((state) => state === raw.state) ?? null,
    area: /^[a-z0-9-]{1,120}$/.test(text('area')) ? text('area') : null,
    after: isUuid(text('after')) ? text('after') : null,
  };
}

const addressOf = ({ words, state, area }: PatchQuery) => ({ q: words, state: state ?? '', area: area ?? '' });

function PatchForm({ reader, query, areas }: { reader: Reader } & Pick<PatchProps, 'query' | 'areas'>) {
  const { t, urls } = reader;
  return (
    <form class="patch-ask" action={urls.patch()}>
      <div class="field">
        <label for="q">{t('patch.by-name')}</label>
        <input id="q" name="q" type="search" value={query.words} maxLength={80} autocomplete="off" enterkeyhint="search" />
      </div>
      <Choose name="state" label={t('patch.by-state')} chosen={query.state ?? ''}>
        {[
          { value: '', label: t('patch.any-state') },
          ...patchStates.map((state: PatchState) => ({ value: state, label: t(`patch.state-${state}`) })),
        ]}
      </Choose>
      {areas.length > 1 && (
        <Choose name="area" label={t('patch.by-area')} chosen={query.area ?? ''}>
          {[
            { value: '', label: t('patch.any-area') },
            ...areas.map(({ slug, name, name_cy }) => ({ value: slug, label: inLocale(reader.locale, name, name_cy).text })),
          ]}
        </Choose>
      )}
      <button class="button" type="submit">
        {t('patch.look')}
      </button>
    </form>
  );
}

function Choose({
  name,
  label,
  chosen,
  children,
}: {
  name: string;
  label: string;
  chosen: string;
  children: { value: string; label: string }[];
}) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        {children.map(({ value, label }) => (
          <option value={value} selected={value === chosen}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

function PatchList({ reader, page }: { reader: Reader; page: PatchPage }) {
  if (page.items.length === 0) return <p class="lead">{reader.t('patch.nothing')}</p>;
  return (
    <ol class="patch-list">
      {page.items.map((asset) => (
        <li>
          {asset.opens ? (
            <a href={reader.urls.editAsset(asset.id)}>
              <Line reader={reader} asset={asset} />
            </a>
          ) : (
            <Line reader={reader} asset={asset} />
          )}
        </li>
      ))}
    </ol>
  );
}

function Line({ reader, asset }: { reader: Reader; asset: PatchAsset }) {
  const { t, now } = reader;
  const said = asset.checked && sayCheck(t, { ...asset.checked, freshness: 'fresh' }, now);
  return (
    <span class="patch-line">
      <strong>
        <Words reader={reader} en={asset.name} cy={asset.name_cy} />
      </strong>
      <StateMark reader={reader} state={asset.state} />
      <span class="soft small">
        {asset.area ? <Words reader={reader} en={asset.area.name} cy={asset.area.name_cy} /> : t('patch.no-area')}
        {' · '}
        {asset.opens ? (said ?? t('check.never')) : t('patch.kept-by-coordinator')}
      </span>
    </span>
  );
}
