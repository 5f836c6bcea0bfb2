import type { AreaSummary } from '../../api/contract/area.ts';
import type { WeekSheet } from '../../api/contract/week-sheet.ts';
import { Island } from '../components/island/island.tsx';
import { inLocale } from '../i18n/locale.ts';
import { sayPlace } from '../i18n/say-place.ts';
import type { Reader } from '../reader.ts';
import type { Page, PageSetting } from '../server/page.ts';
import type { FindQuery, PrintQuery } from '../urls.ts';
import { withoutUnknown } from './find/load-find.ts';
import { readAddress } from './find/read-address.ts';
import { searchAnyway } from './find/search-anyway.ts';
import { FoldedSheet } from './print-week/folded-sheet.tsx';
import { OneSheet } from './print-week/one-sheet.tsx';
import { readSlugs } from './shortlist/read-slugs.ts';

interface PrintWeekProps {
  /** Null where the place means nothing to us: everything there is would be no answer, on paper least of all. */
  sheet: WeekSheet | null;
  lostPlace: string | null;
  /** What the address asks for, to be asked for in other shapes. */
  chosen: PrintQuery;
  fold: 'a5' | undefined;
  area: AreaSummary | null;
  /** Values in the address that mean nothing to us. */
  leftOut: string[];
}

/** A week on paper: of an area, a search, or what someone kept; one A4, or folded to A5. */
export const printWeekPage: Page<PrintWeekProps> = {
  async load(data, request) {
    const fold = request.query.fold === 'a5' ? 'a5' : undefined;
    const ids = readSlugs(request.query.ids);
    if (ids.length > 0) {
      const sheet = await data.weekSheet({ ids: ids.join(',') });
      return { sheet, lostPlace: null, chosen: { ids }, fold, area: null, leftOut: [] };
    }
    // As on find: what makes no sense in the address is left out, and said.
    const [topics, { items: areas }] = await Promise.all([data.topics(), data.areas()]);
    const { address, unknown } = withoutUnknown(readAddress(request.query), topics, areas);
    if (unknown.length > 0) await data.leadOnTopics(unknown);
    const { asked, lostPlace, leftOut } = await searchAnyway(data, request, address);
    const [only, ...others] = asked.area;
    const area = others.length === 0 ? (areas.find(({ slug }) => slug === only) ?? null) : null;
    const { per_page: _perPage, ...query } = asked;
    const sheet = lostPlace === null ? await data.weekSheet({ query: asked }) : null;
    return { sheet, lostPlace, chosen: query, fold, area, leftOut: [...unknown, ...leftOut] };
  },
  title: heading,
  feeds: ({ sheet, chosen: { ids, ...query } }, { urls }) => (ids || !sheet ? [] : [{ format: 'ics', href: urls.feed('ics', query) }]),
  style: 'takeaway',
  Body: PrintWeekBody,
};

function PrintWeekBody(props: PrintWeekProps & PageSetting) {
  const { reader, origin, sheet, chosen, fold, area, leftOut } = props;
  const { t, urls } = reader;
  const { ids, ...query } = chosen;
  if (!sheet) return <NothingToPrint {...props} />;
  const live = ids ? urls.shortlist(ids) : isOnlyArea(query) && area ? urls.area(area.slug) : urls.find(query);
  const parts = { reader, sheet, title: heading(props, reader), address: origin + live };
  return (
    <div class="wrap stack">
      <nav class="row on-screen" aria-label={t('take.title')}>
        <Island name="print-page" props={{}}>
          <button type="button" class="button needs-script">
            {t('sheet.print')}
          </button>
        </Island>
        <a class="target" href={urls.printWeek({ ...chosen, fold: fold ? undefined : 'a5' })}>
          {t(fold ? 'take.print' : 'take.fold')}
        </a>
        <a class="target" href={ids ? urls.shortlistCalendar(ids) : urls.feed('ics', query)}>
          {t('take.calendar')}
        </a>
        {!ids && (
          <a class="target" href={urls.feed('atom', query)}>
            {t('take.news')}
          </a>
        )}
        <a class="target" href={live}>
          {t('sheet.back')}
        </a>
      </nav>
      {leftOut.map((value) => (
        <p class="said warn on-screen">{t('find.left-out', { value })}</p>
      ))}
      {sheet.missing > 0 && <p class="said warn on-screen">{t('keep.missing', { count: sheet.missing })}</p>}
      {fold ? <FoldedSheet {...parts} /> : <OneSheet {...parts} />}
    </div>
  );
}

function NothingToPrint(props: PrintWeekProps & PageSetting) {
  const { reader, lostPlace, chosen } = props;
  const { t, urls } = reader;
  return (
    <div class="wrap stack narrow">
      <h1>{heading(props, reader)}</h1>
      <p class="lead">{t('sheet.lost-place', { place: lostPlace ?? '' })}</p>
      <p>
        <a class="target" href={urls.find({ q: chosen.q })}>
          {t('sheet.back')}
        </a>
      </p>
    </div>
  );
}

/** Words that would run over two lines are shortened: the list itself says the rest. */
const mostLetters = 40;
const shorten = (text: string) => (text.length > mostLetters ? `${text.slice(0, mostLetters - 1).trimEnd()}…` : text);

function heading({ sheet, chosen: { ids, q, near }, area }: PrintWeekProps, { t, locale }: Reader): string {
  if (ids) return t('sheet.title-kept');
  const place = sheet?.place && sayPlace(t, sheet.place);
  // As typed, days and place among them.
  if (q && near && place) return t('sheet.title-words-near', { words: shorten(q), place });
  if (q) return t('sheet.title-words', { words: shorten(q) });
  if (place) return t('sheet.title-around', { place });
  return area ? t('sheet.title-in', { place: inLocale(locale, area.name, area.name_cy).text }) : t('sheet.title');
}

const isOnlyArea = ({ area: _area, page: _page, sort: _sort, ...others }: FindQuery): boolean =>
  Object.values(others).every((value) => value === undefined || (Array.isArray(value) && value.length === 0));
