import { type SettingChange, type SettingName, settingNames, type WrongField } from '../../../api/contract/settings.ts';
import type { FormError } from '../../components/form-errors/form-errors.tsx';
import { FormErrors } from '../../components/form-errors/form-errors.tsx';
import type { FormState } from '../../components/open-form/open-form.tsx';
import type { DeskFormPage } from '../../server/desk-page.ts';
import { Changes } from './settings/changes.tsx';

/** What is the same for the whole place, and who changed it last. Every undo of these pages comes here. */
export const settingsPage: DeskFormPage<{ changes: SettingChange[]; form: FormState }> = {
  load: async (data, { form }, viewer) => ({ changes: await data.desk.settingChanges(viewer, {}), form }),
  async take(data, { typed, reader }, viewer) {
    const undone = await data.desk.undoSetting(viewer, /^\d{1,15}$/.test(typed.id ?? '') ? Number(typed.id) : 0);
    if ('wrong' in undone) return sayWrong(undone.wrong);
    const setting = listedAs(settingNames.find((name) => name === typed.setting) ?? 'topic');
    return setting === 'texts' ? reader.urls.settings() : reader.urls.settingList(setting, { saved: 'undone' });
  },
  title: (_props, { t }) => t('settings.title'),
  Body: ({ reader, form, changes }) => {
    const { t, urls } = reader;
    return (
      <div class="wrap stack loose narrow">
        <div class="stack tight">
          <h1>{t('settings.title')}</h1>
          <p class="lead">{t('settings.lead')}</p>
          <FormErrors reader={reader} errors={form.errors} />
        </div>
        <ul class="stack tight desk-links">
          {listed.map((name) => (
            <li>
              <a href={name === 'texts' ? urls.setting(name, 'district') : urls.settingList(name)}>
                <span>{t(`settings.${name}`)}</span>
                <small class="soft">{t(`settings.${name}-about`)}</small>
              </a>
            </li>
          ))}
        </ul>
        <Changes reader={reader} form={{ ...form, errors: [] }} changes={changes} />
      </div>
    );
  },
};

const listed = ['signpost', 'phrase', 'synonyms', 'topic', 'kind', 'texts', 'term', 'holiday'] as const;

/** Topics put together are told of among the topics. */
export const listedAs = (setting: SettingName): (typeof listed)[number] => (setting === 'join' ? 'topic' : setting);

export const sayWrong = (wrong: WrongField[]): FormError[] =>
  wrong.map((each) => ({ field: each.field, text: `settings.wrong.${each.wrong}` }));
