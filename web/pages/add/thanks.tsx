import type { Area } from '../../../api/contract/area.ts';
import { CoordinatorStrip } from '../../components/coordinator-strip/coordinator-strip.tsx';
import type { Reader } from '../../reader.ts';

/** What happens next, and by whom. */
export function Thanks({ reader, area }: { reader: Reader; area: Area | null }) {
  const { t, urls } = reader;
  const coordinator = area?.coordinators[0];
  return (
    <>
      <h1>{t('add.thanks')}</h1>
      <p class="lead">{coordinator ? t('add.thanks-next', { name: coordinator.first_name }) : t('add.thanks-nobody')}</p>
      {coordinator && <CoordinatorStrip reader={reader} coordinator={coordinator} />}
      <p>{t('add.kept')}</p>
      <p class="row">
        <a class="button" href={urls.add()}>
          {t('add.another')}
        </a>
        <a class="target" href={area ? urls.area(area.slug) : urls.find()}>
          {t('add.look-around')}
        </a>
      </p>
    </>
  );
}
