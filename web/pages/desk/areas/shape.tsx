import type { AreaVersion, DrawnArea } from '../../../../api/contract/recut.ts';
import { DeskForm } from '../../../components/desk-form/desk-form.tsx';
import { ShapeEditor } from '../../../components/shape-editor/shape-editor.tsx';
import { sayFullDate } from '../../../i18n/format.ts';
import { inLocale } from '../../../i18n/locale.ts';
import type { Reader } from '../../../reader.ts';
import type { DeskFormPage } from '../../../server/desk-page.ts';
import { BackToAreas } from './back-to-areas.tsx';
import { shapeBytes, shapeIn, toFormError } from './fault-text.ts';
import { loadOutlined, type Outlined } from './load-outlined.ts';
import { LookFirst } from './look-first.tsx';
import { LostField } from './lost-field.tsx';
import { sayPeople, saySize } from './say-area.ts';
import { ShapeFields } from './shape-fields.tsx';

/** A boundary is drawn anew: on the map, as a file, or as corners. Nothing changes before it was looked at. */
export const shapePage: DeskFormPage<Outlined> = {
  load: loadOutlined,
  bodyLimit: shapeBytes,
  async take(data, sent, viewer) {
    const { typed, params, reader } = sent;
    const edit = { kind: 'reshape', slug: params.slug ?? '', shape: shapeIn(sent), lost: typed.lost ?? 'beside' } as const;
    const drafted = await data.desk.draftRecut(viewer, edit);
    return typeof drafted === 'string' ? reader.urls.recut(drafted) : [toFormError(drafted)];
  },
  title: ({ area }, { t, locale }) => t('boundary.shape-of', { name: inLocale(locale, area.name, area.name_cy).text }),
  answer: ({ outlines }) => ({ outlines }),
  Body: ({ reader, area, form }) => {
    const { t, urls, locale } = reader;
    const name = inLocale(locale, area.name, area.name_cy).text;
    return (
      <div class="wrap stack loose narrow">
        <div class="stack">
          <BackToAreas reader={reader} />
          <h1>{t('boundary.shape-of', { name })}</h1>
        </div>
        <DeskForm reader={reader} form={form} action={urls.boundary(area.slug, 'shape')} files>
          <ShapeEditor reader={reader} mode="shape" field="shape" />
          <ShapeFields reader={reader} form={form} shape={JSON.stringify(tidied(area.geometry))} />
          <LostField reader={reader} form={form} others={area.others} label={t('boundary.lost')} />
          <LookFirst reader={reader} />
        </DeskForm>
        <Versions reader={reader} versions={area.versions} />
      </div>
    );
  },
};

/** From which day to which it was how large, with how many people: figures of those days count by it. */
function Versions({ reader, versions }: { reader: Reader; versions: AreaVersion[] }) {
  const { t } = reader;
  return (
    <section class="stack tight" aria-labelledby="versions">
      <h2 id="versions">{t('boundary.versions')}</h2>
      <ul class="stack tight">
        {versions.map((version) => (
          <li>
            <strong>
              {t(version.endsOn ? 'boundary.from-to' : 'boundary.since', {
                from: sayFullDate(t, version.startsOn),
                to: version.endsOn ? sayFullDate(t, version.endsOn) : '',
              })}
            </strong>{' '}
            {saySize(reader, version.squareMetres)}, {sayPeople(reader, { ...version, populationGuessed: false })}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Six decimals are a tenth of a metre, and known corners find back to their last digit. */
const tidied = ({ type, coordinates }: DrawnArea['geometry']) => ({
  type,
  coordinates: coordinates.map((polygon) => polygon.map((ring) => ring.map((corner) => corner.map((each) => Number(each.toFixed(6)))))),
});
