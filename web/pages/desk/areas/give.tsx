import type { DrawnArea } from '../../../../api/contract/recut.ts';
import { DeskForm } from '../../../components/desk-form/desk-form.tsx';
import type { FormState } from '../../../components/open-form/open-form.tsx';
import { inLocale } from '../../../i18n/locale.ts';
import type { DeskFormPage } from '../../../server/desk-page.ts';
import { BackToAreas } from './back-to-areas.tsx';
import { toFormError } from './fault-text.ts';
import { LookFirst } from './look-first.tsx';
import { LostField } from './lost-field.tsx';

/** An area joins another, or ends: its ground goes to others, or is left open in so many words. */
export const givePage: DeskFormPage<{ area: DrawnArea; form: FormState }> = {
  load: async (data, { params, form }, viewer) => ({ area: await data.desk.drawnArea(viewer, params.slug ?? ''), form }),
  async take(data, { typed, params, reader }, viewer) {
    const drafted = await data.desk.draftRecut(viewer, { kind: 'give', slug: params.slug ?? '', lost: typed.lost ?? '' });
    return typeof drafted === 'string' ? reader.urls.recut(drafted) : [toFormError(drafted)];
  },
  title: ({ area }, { t, locale }) => t('boundary.give-of', { name: inLocale(locale, area.name, area.name_cy).text }),
  Body: ({ reader, area, form }) => {
    const { t, urls, locale } = reader;
    const name = inLocale(locale, area.name, area.name_cy).text;
    return (
      <div class="wrap stack loose narrow">
        <div class="stack">
          <BackToAreas reader={reader} />
          <h1>{t('boundary.give-of', { name })}</h1>
        </div>
        <p class="lead">{t('boundary.give-lead', { name })}</p>
        <DeskForm reader={reader} form={form} action={urls.boundary(area.slug, 'give')}>
          <LostField reader={reader} form={form} others={area.others} label={t('boundary.give-to')} />
          <LookFirst reader={reader} />
        </DeskForm>
      </div>
    );
  },
};
