import type { OwnListing } from '../../../api/contract/asset.ts';
import { ConnectionKind, connectionKinds } from '../../../api/contract/connection.ts';
import type { UncheckedList } from '../../../api/contract/unchecked.ts';
import type { FormState } from '../../components/open-form/open-form.tsx';
import type { DeskFormPage } from '../../server/desk-page.ts';
import type { PageData } from '../../server/page-data.ts';
import { DoneNote } from './checks/done-note.tsx';
import { UncheckedCard } from './checks/unchecked-card.tsx';

const acts = ['checked', ...connectionKinds, 'taken-back', 'too-late'] as const;

/** What was just done, as the address says it: nothing is kept for taking it back. */
export interface Done {
  act: (typeof acts)[number];
  assetId: string;
  slug: string;
  /** The number of the check; empty: there is none. */
  check: string;
  /** Null: everyone sees it no more. */
  asset: OwnListing | null;
}

interface ChecksProps {
  list: UncheckedList;
  form: FormState;
  done: Done | null;
}

/** What wants a check in my patch, what does most harm first; one tap each, and the way back. */
export const checksPage: DeskFormPage<ChecksProps> = {
  async load(data, { query, form }, viewer) {
    const [list, done] = await Promise.all([data.desk.unchecked(viewer), readDone(data, query)]);
    return { list, form, done };
  },
  async take(data, { reader, typed }, viewer) {
    const { act, asset: assetId = '', slug = '', check = '' } = typed;
    const goOn = (done: Done['act'], its: number | null = null) =>
      `${reader.urls.at('/desk/checks')}?${new URLSearchParams({ done, asset: assetId, slug, check: String(its ?? '') })}`;
    if (act === 'checked') return goOn('checked', await data.desk.checkAsset(viewer, assetId));
    const what = ConnectionKind.safeParse(act === 'take-back' ? typed.what : act);
    if (act !== 'take-back')
      return what.success ? goOn(what.data, await data.desk.connect(viewer, { assetId, what: what.data })) : [unknownAct];
    const isBack = what.success
      ? await data.desk.disconnect(viewer, { assetId, what: what.data, check: check ? Number(check) : null })
      : await data.desk.takeBackCheck(viewer, { assetId, check: Number(check) });
    return goOn(isBack ? 'taken-back' : 'too-late');
  },
  title: (_props, { t }) => t('checks.title'),
  style: 'checks',
  Body: ({ reader, list, form, done }) => (
    <div class="wrap stack loose narrow">
      <header class="stack tight">
        <h1>{reader.t('checks.title')}</h1>
        <p class="soft">{reader.t('checks.count', { count: list.total })}</p>
      </header>
      {done && <DoneNote reader={reader} form={form} done={done} />}
      <ol class="stack">
        {list.items.map((item) => (
          <UncheckedCard reader={reader} form={form} item={item} />
        ))}
      </ol>
      {list.total > list.items.length && <p class="soft">{reader.t('checks.more', { count: list.total - list.items.length })}</p>}
    </div>
  ),
};

const unknownAct = { field: null, text: 'confirm.no-answer' } as const;

async function readDone(data: PageData, { done, asset, slug, check }: Record<string, unknown>): Promise<Done | null> {
  const act = acts.find((each) => each === done);
  if (!act || typeof slug !== 'string' || typeof asset !== 'string') return null;
  return {
    act,
    assetId: asset,
    slug,
    check: typeof check === 'string' && /^\d{1,15}$/.test(check) ? check : '',
    asset: await data.listing(slug).catch(() => null),
  };
}
