import { Words } from '../../components/words/words.tsx';
import type { Reader } from '../../reader.ts';
import type { DeskPage } from '../../server/desk-page.ts';

interface ExportProps {
  areas: { slug: string; name: string; name_cy: string | null }[];
}

/** Everything of one's patch as a file. */
export const exportPage: DeskPage<ExportProps> = {
  load: async (data, _request, viewer) => ({ areas: viewer.role === 'steward' ? (await data.areas()).items : viewer.areas }),
  title: (_props, { t }) => t('export.title'),
  style: 'runs',
  Body: ({ reader, areas }) => (
    <div class="wrap stack loose narrow">
      <header class="stack">
        <h1>{reader.t('export.title')}</h1>
        <p class="lead">{reader.t('export.lead')}</p>
        <p>{reader.t('export.care')}</p>
      </header>
      <ul class="stack tight">
        <li class="card stack tight">
          <h2>{reader.t('export.all')}</h2>
          <Files reader={reader} query="" />
        </li>
        {areas.length > 1 &&
          areas.map(({ slug, name, name_cy }) => (
            <li class="card stack tight">
              <h2>
                <Words reader={reader} en={name} cy={name_cy} />
              </h2>
              <Files reader={reader} query={`?area=${slug}`} />
            </li>
          ))}
      </ul>
    </div>
  ),
};

function Files({ reader: { t, urls }, query }: { reader: Reader; query: string }) {
  return (
    <p class="row">
      <a class="button quiet" href={urls.at(`/desk/export.csv${query}`)} download>
        {t('export.csv')}
      </a>
      <a class="button quiet" href={urls.at(`/desk/export.geojson${query}`)} download>
        {t('export.geojson')}
      </a>
    </p>
  );
}
