import type { Outline } from '../../../../api/contract/recut.ts';
import { DeskForm } from '../../../components/desk-form/desk-form.tsx';
import { LineField } from '../../../components/line-field/line-field.tsx';
import type { FormState } from '../../../components/open-form/open-form.tsx';
import { ShapeEditor } from '../../../components/shape-editor/shape-editor.tsx';
import type { DeskFormPage } from '../../../server/desk-page.ts';
import { BackToAreas } from './back-to-areas.tsx';
import { shapeBytes, shapeIn, toFormError } from './fault-text.ts';
import { LookFirst } from './look-first.tsx';
import { outlinesFor } from './outlines-for.ts';
import { ShapeFields } from './shape-fields.tsx';

/** A new area, on ground of others or of nobody. For stewards. */
export const newAreaPage: DeskFormPage<{ outlines: Outline[]; form: FormState }> = {
  load: async (data, { form, reader }, viewer) => ({ outlines: outlinesFor(reader, await data.desk.areaOutlines(viewer, null)), form }),
  bodyLimit: shapeBytes,
  async take(data, sent, viewer) {
    const { typed, reader } = sent;
    const name = (typed.name ?? '').trim();
    const drafted = await data.desk.draftRecut(viewer, { kind: 'add', shape: shapeIn(sent), name, nameCy: (typed.name_cy ?? '').trim() });
    return typeof drafted === 'string' ? reader.urls.recut(drafted) : [toFormError(drafted)];
  },
  title: (_props, { t }) => t('boundary.new'),
  answer: ({ outlines }) => ({ outlines }),
  Body: ({ reader, form }) => {
    const { t, urls } = reader;
    return (
      <div class="wrap stack loose narrow">
        <div class="stack">
          <BackToAreas reader={reader} />
          <h1>{t('boundary.new')}</h1>
        </div>
        <DeskForm reader={reader} form={form} action={urls.newArea()} files>
          <LineField reader={reader} form={form} name="name" label={t('boundary.name')} maxLength={80} />
          <LineField reader={reader} form={form} name="name_cy" label={t('boundary.name-cy')} maxLength={80} />
          <ShapeEditor reader={reader} mode="new" field="shape" />
          <ShapeFields reader={reader} form={form} shape="" />
          <LookFirst reader={reader} />
        </DeskForm>
      </div>
    );
  },
};
