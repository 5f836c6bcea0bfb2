import type { AreaSummary } from '../../../api/contract/area.ts';
import type { Reader } from '../../reader.ts';
import { Words } from '../words/words.tsx';

/** The coordinators' areas, each with how much is around there. */
export function AreaList({ reader, areas }: { reader: Reader; areas: AreaSummary[] }) {
  return (
    <ul class="areas">
      {areas.map((area) => (
        <li class="card">
          <h3>
            <a href={reader.urls.area(area.slug)}>
              <Words reader={reader} en={area.name} cy={area.name_cy} />
            </a>
          </h3>
          {area.summary && (
            <p class="soft">
              <Words reader={reader} en={area.summary} cy={area.summary_cy} />
            </p>
          )}
          <p class="small soft">{reader.t('area.count', { count: area.assets })}</p>
        </li>
      ))}
    </ul>
  );
}
