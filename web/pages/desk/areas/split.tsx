import { ChoiceField } from '../../../components/choice-field/choice-field.tsx';
import { DeskForm } from '../../../components/desk-form/desk-form.tsx';
import { LineField } from '../../../components/line-field/line-field.tsx';
import { ShapeEditor } from '../../../components/shape-editor/shape-editor.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { inLocale } from '../../../i18n/locale.ts';
import type { DeskFormPage } from '../../../server/desk-page.ts';
import { BackToAreas } from './back-to-areas.tsx';
import { toFormError } from './fault-text.ts';
import { loadOutlined, type Outlined } from './load-outlined.ts';
import { LookFirst } from './look-first.tsx';

/** An area becomes two, along a line. */
export const splitPage: DeskFormPage<Outlined> = {
  load: loadOutlined,
  async take(data, { typed, params, reader }, viewer) {
    const drafted = await data.desk.draftRecut(viewer, {
      ...{ kind: 'split', slug: params.slug ?? '', line: typed.line ?? '' },
      ...{ name: (typed.name ?? '').trim(), nameCy: (typed.name_cy ?? '').trim() },
      newPart: typed.part === 'larger' ? 'larger' : 'smaller',
    });
    return typeof drafted === 'string' ? reader.urls.recut(drafted) : [toFormError(drafted)];
  },
  title: ({ area }, { t, locale }) => t('boundary.split-of', { name: inLocale(locale, area.name, area.name_cy).text }),
  answer: ({ outlines }) => ({ outlines }),
  Body: ({ reader, area, form }) => {
    const { t, urls, locale } = reader;
    return (
      <div class="wrap stack loose narrow">
        <div class="stack">
          <BackToAreas reader={reader} />
          <h1>{t('boundary.split-of', { name: inLocale(locale, area.name, area.name_cy).text })}</h1>
        </div>
        <DeskForm reader={reader} form={form} action={urls.boundary(area.slug, 'split')}>
          <ShapeEditor reader={reader} mode="line" field="line" />
          <TextField
            reader={reader}
            form={form}
            name="line"
            label={t('boundary.line')}
            hint={t('boundary.line-hint')}
            rows={3}
            maxLength={20_000}
          />
          <LineField reader={reader} form={form} name="name" label={t('boundary.new-name')} maxLength={80} />
          <LineField reader={reader} form={form} name="name_cy" label={t('boundary.new-name-cy')} maxLength={80} />
          <ChoiceField
            reader={reader}
            form={form}
            name="part"
            label={t('boundary.part')}
            choices={[
              { value: 'smaller', label: t('boundary.part-smaller') },
              { value: 'larger', label: t('boundary.part-larger') },
            ]}
          />
          <LookFirst reader={reader} />
        </DeskForm>
      </div>
    );
  },
};
