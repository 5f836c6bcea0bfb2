import type { DeskArea, DeskAreas, Outline } from '../../../api/contract/recut.ts';
import { ShapeEditor } from '../../components/shape-editor/shape-editor.tsx';
import { Words } from '../../components/words/words.tsx';
import { inLocale } from '../../i18n/locale.ts';
import type { Reader } from '../../reader.ts';
import type { DeskPage } from '../../server/desk-page.ts';
import { Findings } from './areas/findings.tsx';
import { outlinesFor } from './areas/outlines-for.ts';
import { sayKeepers, sayPeople, sayRecut } from './areas/say-area.ts';

interface AreasProps extends DeskAreas {
  outlines: Outline[];
  isSteward: boolean;
}

/** Areas with who looks after them, what wants a hand, and what is to change. */
export const deskAreasPage: DeskPage<AreasProps> = {
  async load(data, { reader }, viewer) {
    const [listed, outlines] = await Promise.all([data.desk.areas(viewer), data.desk.areaOutlines(viewer, null)]);
    const isSteward = viewer.role === 'steward';
    const marked = isSteward ? outlines : outlines.map((outline) => markMine(outline, listed.areas));
    return { ...listed, outlines: outlinesFor(reader, marked), isSteward };
  },
  title: (_props, { t }) => t('boundary.areas'),
  answer: ({ outlines }) => ({ outlines }),
  Body: ({ reader, areas, findings, recuts, isSteward }) => {
    const { t, urls } = reader;
    return (
      <div class="wrap stack loose narrow">
        <h1>{t('boundary.areas')}</h1>
        <Findings reader={reader} findings={findings} areas={areas} />
        {recuts.length > 0 && (
          <section class="stack" aria-labelledby="changes">
            <h2 id="changes">{t('boundary.changes')}</h2>
            <ul class="stack tight desk-links">
              {recuts.map((recut) => (
                <li>
                  <a href={urls.recut(recut.id)}>{sayRecut(reader, recut)}</a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <ShapeEditor reader={reader} mode="show" />
        <ul class="stack">
          {areas.map((area) => (
            <AreaCard reader={reader} area={area} isSteward={isSteward} />
          ))}
        </ul>
        <p class="row">
          {isSteward && (
            <a class="button" href={urls.newArea()}>
              {t('boundary.new')}
            </a>
          )}
          <a class="target" href={urls.cover()}>
            {t('boundary.cover')}
          </a>
        </p>
      </div>
    );
  },
};

/** Those that the list tells of, for who does not look after everything. */
const markMine = (outline: Outline, areas: DeskArea[]): Outline =>
  outline.how === 'stands' && areas.some(({ name }) => name === outline.name) ? { ...outline, how: 'mine' } : outline;

function AreaCard({ reader, area, isSteward }: { reader: Reader; area: DeskArea; isSteward: boolean }) {
  const { t, urls, locale } = reader;
  const name = inLocale(locale, area.name, area.name_cy).text;
  return (
    <li class="card stack tight">
      <h2 class="lead">
        <Words reader={reader} en={area.name} cy={area.name_cy} />
      </h2>
      <p>{[sayPeople(reader, area), t('boundary.assets', { count: area.assets })].join(' · ')}</p>
      <p class="soft">{area.keepers.length > 0 ? sayKeepers(reader, area.keepers) : t('boundary.no-keeper')}</p>
      {area.mayDraw && (
        <p class="row">
          <a class="target" href={urls.boundary(area.slug, 'shape')} aria-label={t('boundary.which', { text: t('boundary.shape'), name })}>
            {t('boundary.shape')}
          </a>
          <a class="target" href={urls.boundary(area.slug, 'split')} aria-label={t('boundary.which', { text: t('boundary.split'), name })}>
            {t('boundary.split')}
          </a>
          <a class="target" href={urls.boundary(area.slug, 'give')} aria-label={t('boundary.which', { text: t('boundary.give'), name })}>
            {t('boundary.give')}
          </a>
          {isSteward && (
            <a class="target" href={urls.area(area.slug)} aria-label={t('boundary.which', { text: t('boundary.public'), name })}>
              {t('boundary.public')}
            </a>
          )}
        </p>
      )}
    </li>
  );
}
