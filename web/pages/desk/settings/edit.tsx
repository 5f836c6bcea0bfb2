import {
  type HalfLifePreview,
  type SettingChange,
  type SettingItem,
  type SettingName,
  settingNames,
} from '../../../../api/contract/settings.ts';
import type { SignedIn } from '../../../../api/contract/viewer.ts';
import { DeskForm } from '../../../components/desk-form/desk-form.tsx';
import { FormErrors } from '../../../components/form-errors/form-errors.tsx';
import type { FormState } from '../../../components/open-form/open-form.tsx';
import type { Reader } from '../../../reader.ts';
import type { DeskFormPage } from '../../../server/desk-page.ts';
import type { PageData } from '../../../server/page-data.ts';
import { textsIn } from '../cover/cover-choices.ts';
import { sayWrong } from '../settings.tsx';
import { Changes } from './changes.tsx';
import { type FieldChoices, SettingFields } from './fields.tsx';
import { HalfLife } from './half-life.tsx';
import { JoinTopic } from './join-topic.tsx';
import { typedOf, valuesOf } from './setting-fields.ts';

interface EditProps extends FieldChoices {
  /** Null: there is no such thing. */
  setting: SettingName | null;
  /** Null: a new one. */
  item: SettingItem | null;
  changes: SettingChange[];
  form: FormState;
  /** Of a kind, before it is saved. */
  halfLife: HalfLifePreview | null;
}

/** One thing that stewards set, or a new one. */
export const editSettingPage: DeskFormPage<EditProps> = {
  async load(data, { params, query, form }, viewer) {
    const setting = settingIn(params.setting);
    const subject = params.subject ?? '';
    const isNew = subject === 'new';
    const [item] = setting && !isNew ? await data.desk.settings(viewer, { setting, subject }) : [];
    const nothing = { setting: null, item: null, changes: [], topics: [], areas: [], form, halfLife: null };
    if (!setting || (isNew ? !mayAdd(setting) : !item)) return nothing;
    const [topics, areas, changes, begun] = await Promise.all([
      data.desk.settings(viewer, { setting: 'topic' }),
      data.desk.areasFor(viewer, 'signpost.edit'),
      item ? data.desk.settingChanges(viewer, { setting, subject }) : [],
      isNew ? beginFrom(data, viewer, setting, textsIn(query).from) : typedOf(item?.state ?? {}),
    ]);
    const asked = setting === 'kind' && 'half_life_days' in query ? textsIn(query) : null;
    const days = Number(asked?.half_life_days);
    const halfLife = Number.isInteger(days) && days >= 1 ? await data.desk.previewHalfLife(viewer, { kind: subject, days }) : null;
    const typed = form.typed.form === 'save' ? form.typed : { ...begun, ...asked, ...form.typed };
    return { setting, item: item ?? null, changes, topics, areas, halfLife, form: { ...form, typed } };
  },
  async take(data, { params, typed, reader: { urls } }, viewer) {
    const setting = settingIn(params.setting);
    const subject = params.subject === 'new' ? null : (params.subject ?? null);
    if (!setting) return urls.settings();
    if (typed.form === 'join' && subject !== null) {
      const joined = await data.desk.changeSetting(viewer, { setting: 'join', subject, values: { into: typed.into ?? '' } });
      return 'wrong' in joined ? sayWrong(joined.wrong) : urls.settingList('topic', { saved: 'yes' });
    }
    const values = typed.form === 'remove' ? null : valuesOf(setting, typed);
    const saved = await data.desk.changeSetting(viewer, { setting, subject, values });
    if ('wrong' in saved) return sayWrong(saved.wrong);
    if (setting === 'texts') return urls.settings();
    const first = setting === 'phrase' ? (typed.phrases ?? '').trim().split('\n')[0]?.trim() : '';
    return urls.settingList(setting, { saved: 'yes', ...(first ? { q: first } : {}) });
  },
  title: (props, { t }) => titleOf(props, t),
  status: ({ setting }) => (setting ? 200 : 404),
  Body: (props) => {
    const { reader, setting, item, changes, form } = props;
    const { t, urls } = reader;
    return (
      <div class="wrap stack loose narrow">
        <div class="stack">
          <p>
            <a class="target" href={setting && setting !== 'texts' ? urls.settingList(setting) : urls.settings()}>
              {setting && setting !== 'texts' ? t(`settings.${setting}`) : t('settings.back')}
            </a>
          </p>
          <h1>{titleOf(props, t)}</h1>
        </div>
        {setting && <Edit {...props} setting={setting} />}
        {setting === 'topic' && item && <JoinTopic {...props} item={item} />}
        {setting && item && removable.has(setting) && (
          <DeskForm reader={reader} form={form} action={urls.setting(setting, item.subject)} name="remove">
            <p>
              <button class="button quiet" type="submit">
                {t('settings.remove')}
              </button>
            </p>
          </DeskForm>
        )}
        {item && <Changes reader={reader} form={{ ...form, errors: [] }} changes={changes} />}
      </div>
    );
  },
};

/** A kind's form is looked at first; all others are saved at once. */
function Edit(props: EditProps & { reader: Reader; setting: SettingName }) {
  const { reader, setting, item, form, halfLife } = props;
  const { t, urls } = reader;
  const action = urls.setting(setting, item?.subject ?? 'new');
  if (halfLife && form.errors.length === 0) return <HalfLife {...props} preview={halfLife} action={action} />;
  if (setting === 'kind')
    return (
      <form method="get" action={action} class="stack" novalidate>
        <FormErrors reader={reader} errors={form.errors} />
        <SettingFields {...props} />
        <p>
          <button class="button" type="submit">
            {t('settings.half-life-look')}
          </button>
        </p>
      </form>
    );
  return (
    <DeskForm reader={reader} form={form} action={action} name="save">
      {form.typed.replaces && <p class="said">{t('settings.hint.synonyms-replaces')}</p>}
      <SettingFields {...props} />
      <p>
        <button class="button" type="submit">
          {t('settings.save')}
        </button>
      </p>
    </DeskForm>
  );
}

/** What came with the program, to be set otherwise. */
async function beginFrom(
  data: PageData,
  viewer: SignedIn,
  setting: SettingName,
  from: string | undefined,
): Promise<Record<string, string>> {
  if (from === undefined || (setting !== 'phrase' && setting !== 'synonyms')) return setting === 'signpost' ? { status: 'published' } : {};
  const { phrases, synonyms } = await data.desk.shippedWords(viewer);
  if (setting === 'phrase') return typedOf(phrases.find((entry) => entry.phrases.includes(from)) ?? {});
  const row = synonyms.find(({ key }) => key === from);
  return row ? typedOf({ words: row.words, replaces: row.key }) : {};
}

const settingIn = (text: string | undefined): SettingName | null => settingNames.find((name) => name === text && name !== 'join') ?? null;
const removable: ReadonlySet<SettingName> = new Set(['topic', 'term', 'holiday', 'phrase', 'synonyms'] as const);
const mayAdd = (setting: SettingName) => setting === 'signpost' || removable.has(setting);

function titleOf({ setting, item }: EditProps, t: Reader['t']): string {
  if (item) return item.title;
  return setting === null || setting === 'kind' || setting === 'texts' || setting === 'join'
    ? t('desk.not-found-title')
    : t(`settings.add-${setting}`);
}
