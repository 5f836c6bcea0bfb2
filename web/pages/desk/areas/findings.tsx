import type { AreaFinding, DeskArea } from '../../../../api/contract/recut.ts';
import { sayList } from '../../../i18n/format.ts';
import { inLocale } from '../../../i18n/locale.ts';
import type { Reader } from '../../../reader.ts';
import { sayNumber, saySize } from './say-area.ts';

/** What wants a hand, each with what to do about it. */
export function Findings({ reader, findings, areas }: { reader: Reader; findings: AreaFinding[]; areas: DeskArea[] }) {
  const { t } = reader;
  if (findings.length === 0) return <p class="said">{t('boundary.all-well')}</p>;
  return (
    <section class="stack" aria-labelledby="findings">
      <h2 id="findings">{t('boundary.findings')}</h2>
      <ul class="stack tight">
        {findings.map((finding) => (
          <li class="card finding stack tight">
            <p>
              <strong>{sayFinding(reader, finding)}</strong>
            </p>
            <p class="soft">{t(`boundary.${finding.type}-do`)}</p>
            <p class="row">
              <WayOn reader={reader} finding={finding} areas={areas} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function sayFinding(reader: Reader, finding: AreaFinding): string {
  const { t, locale } = reader;
  const nameOf = ({ name, name_cy }: { name: string; name_cy: string | null }) => inLocale(locale, name, name_cy).text;
  if (finding.type === 'thin')
    return t('boundary.thin', { name: finding.name, people: sayNumber(finding.people), areas: sayList(t, finding.areas.map(nameOf)) });
  if (finding.type === 'nobody') return t('boundary.nobody', { area: nameOf(finding.area) });
  if (finding.type === 'open') return t('boundary.open', { size: saySize(reader, finding.squareMetres) });
  const [one, other] = finding.areas;
  const percent = finding.percent < 1 ? t('boundary.below-one') : Math.round(finding.percent);
  return t('boundary.overlap', { one: nameOf(one), other: nameOf(other), size: saySize(reader, finding.squareMetres), percent });
}

/** The likeliest answer, as a link. */
function WayOn({ reader: { t, urls, locale }, finding, areas }: { reader: Reader; finding: AreaFinding; areas: DeskArea[] }) {
  if (finding.type === 'nobody' || finding.type === 'thin')
    return (
      <a class="button quiet" href={finding.type === 'nobody' ? urls.handOver() : urls.cover()}>
        {t('boundary.cover')}
      </a>
    );
  const drawable = areas.filter(({ mayDraw }) => mayDraw);
  const near = finding.type === 'open' ? drawable.slice(0, 0) : drawable.filter(({ id }) => finding.areas.some((area) => area.id === id));
  if (near.length === 0)
    return finding.type === 'open' ? (
      <a class="button quiet" href={urls.newArea()}>
        {t('boundary.new')}
      </a>
    ) : null;
  return (
    <>
      {near.map((area) => (
        <a class="button quiet" href={urls.boundary(area.slug, 'shape')}>
          {t('boundary.shape-of', { name: inLocale(locale, area.name, area.name_cy).text })}
        </a>
      ))}
    </>
  );
}
