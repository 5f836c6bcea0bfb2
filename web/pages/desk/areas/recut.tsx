import { z } from 'zod';
import type { Outline, Recut, RecutDecision } from '../../../../api/contract/recut.ts';
import { DeskForm } from '../../../components/desk-form/desk-form.tsx';
import type { FormError } from '../../../components/form-errors/form-errors.tsx';
import { LineField } from '../../../components/line-field/line-field.tsx';
import type { FormState } from '../../../components/open-form/open-form.tsx';
import { ShapeEditor } from '../../../components/shape-editor/shape-editor.tsx';
import { sayFullDate } from '../../../i18n/format.ts';
import { londonDay } from '../../../i18n/london-day.ts';
import type { Reader } from '../../../reader.ts';
import type { DeskFormPage } from '../../../server/desk-page.ts';
import { BackToAreas } from './back-to-areas.tsx';
import { outlinesFor } from './outlines-for.ts';
import { RecutAreas } from './recut-areas.tsx';
import { RecutMoves } from './recut-moves.tsx';
import { saySize } from './say-area.ts';

interface RecutProps {
  recut: Recut;
  outlines: Outline[];
  form: FormState;
}

/** A change of boundaries is looked at, decided for a day, and undone until then. */
export const recutPage: DeskFormPage<RecutProps> = {
  async load(data, { params, form, reader }, viewer) {
    const id = params.id ?? '';
    const recut = await data.desk.recut(viewer, id);
    return { recut, outlines: outlinesFor(reader, await data.desk.recutOutlines(viewer, id)), form };
  },
  async take(data, { typed, params, reader }, viewer) {
    const id = params.id ?? '';
    const here = reader.urls.recut(id);
    if (typed.form === 'undo') {
      await data.desk.undoRecut(viewer, id);
      return here;
    }
    if (typed.form === 'back') {
      const back = await data.desk.drawRecutBack(viewer, id);
      return back ? reader.urls.recut(back) : [{ field: null, text: 'boundary.stale' }];
    }
    const { areas } = await data.desk.recut(viewer, id);
    const read = readDecision(typed, { id, areaIds: areas.map((area) => area.id), today: londonDay(reader.now) });
    if (Array.isArray(read)) return read;
    const decided = await data.desk.decideRecut(viewer, read);
    return decided === 'planned' || decided === 'asked' ? here : [{ field: null, text: `boundary.${decided}` }];
  },
  title: (_props, { t }) => t('boundary.change'),
  answer: ({ outlines }) => ({ outlines }),
  Body: ({ reader, recut, form }) => {
    const { t } = reader;
    const isOpen = recut.state === 'draft' || (recut.state === 'asked' && recut.mayDecide);
    return (
      <div class="wrap stack loose narrow">
        <div class="stack tight">
          <BackToAreas reader={reader} />
          <h1>{t('boundary.change')}</h1>
          <State reader={reader} recut={recut} />
        </div>
        <ShapeEditor reader={reader} mode="show" />
        {recut.openSquareMetres > 0 && (
          <p class="said warn">{t('boundary.leaves-open', { size: saySize(reader, recut.openSquareMetres) })}</p>
        )}
        {recut.state !== 'done' && recut.state !== 'stopped' && <RecutMoves reader={reader} moves={recut.moves} />}
        {isOpen && !recut.isStale ? (
          <Decide reader={reader} recut={recut} form={form} />
        ) : (
          <RecutAreas reader={reader} areas={recut.areas} form={null} />
        )}
        <Undo reader={reader} recut={recut} form={form} />
      </div>
    );
  },
};

/** Where it stands, and what may stand in its way. */
function State({ reader, recut }: { reader: Reader; recut: Recut }) {
  const { t, urls } = reader;
  const date = recut.startsOn ? sayFullDate(t, recut.startsOn) : '';
  return (
    <>
      <p class="lead">{t(`boundary.state-${recut.state}`, { date, name: recut.madeBy })}</p>
      {recut.state === 'asked' && !recut.mayDecide && <p class="said warn">{t('boundary.steward-asked')}</p>}
      {recut.isStale && <p class="said warn">{t('boundary.stale')}</p>}
      {recut.waitsFor && (
        <p class="said warn">
          {t('boundary.waits')}{' '}
          <a href={urls.recut(recut.waitsFor.id)}>{t('boundary.waits-for', { date: sayFullDate(t, recut.waitsFor.startsOn) })}</a>
        </p>
      )}
    </>
  );
}

function Decide({ reader, recut, form }: { reader: Reader; recut: Recut; form: FormState }) {
  const { t, urls, now } = reader;
  return (
    <DeskForm reader={reader} form={form} action={urls.recut(recut.id)} name="decide">
      <RecutAreas reader={reader} areas={recut.areas} form={form} />
      {!recut.mayDecide && <p class="said warn">{t('boundary.needs-steward')}</p>}
      <LineField
        reader={reader}
        form={form}
        name="from"
        type="date"
        label={t('boundary.from')}
        hint={t('boundary.from-hint')}
        value={recut.startsOn ?? londonDay(now)}
      />
      <p class="row">
        <button class="button" type="submit">
          {t(recut.mayDecide ? 'boundary.decide' : 'boundary.ask')}
        </button>
        <a class="target" href={urls.deskAreas()}>
          {t('boundary.leave')}
        </a>
      </p>
    </DeskForm>
  );
}

/** Until the day it is taken back at once; afterwards the way back is looked at like any other change. */
function Undo({ reader, recut, form }: { reader: Reader; recut: Recut; form: FormState }) {
  const { t, urls } = reader;
  if (recut.state === 'draft' && !recut.isStale) return null;
  const name = recut.state === 'done' ? 'back' : 'undo';
  if (recut.state !== 'done' && recut.state !== 'planned' && recut.state !== 'asked')
    return (
      <p>
        <a class="target" href={urls.deskAreas()}>
          {t('boundary.areas')}
        </a>
      </p>
    );
  return (
    <DeskForm reader={reader} form={form} action={urls.recut(recut.id)} name={name} class="row">
      <button class="button quiet" type="submit">
        {t(`boundary.${name}`)}
      </button>
      <a class="target" href={urls.deskAreas()}>
        {t('boundary.areas')}
      </a>
    </DeskForm>
  );
}

function readDecision(
  typed: Record<string, string>,
  { id, areaIds, today }: { id: string; areaIds: string[]; today: string },
): RecutDecision | FormError[] {
  const from = typed.from ?? '';
  const errors: FormError[] = [];
  if (!z.iso.date().safeParse(from).success) errors.push({ field: 'from', text: 'boundary.from-missing' });
  else if (from < today) errors.push({ field: 'from', text: 'boundary.from-past' });
  const people = areaIds.flatMap((areaId) => {
    const number = (typed[`people-${areaId}`] ?? '').replaceAll(/[\s,]/g, '');
    if (number === '') return [];
    const population = Number(number);
    const isNumber = Number.isInteger(population) && population >= 0 && population < 10_000_000;
    const source = (typed[`source-${areaId}`] ?? '').trim();
    if (!isNumber) errors.push({ field: `people-${areaId}`, text: 'boundary.people-wrong' });
    else if (source === '') errors.push({ field: `source-${areaId}`, text: 'boundary.source-missing' });
    return [{ areaId, population, source }];
  });
  return errors.length > 0 ? errors : { id, from, people };
}
