import { walkSteps } from '../../../api/contract/walks.ts';
import { capitalise, walkMetres, walkMinutes } from '../../i18n/format.ts';
import { inLocale } from '../../i18n/locale.ts';
import { addDays, londonDay } from '../../i18n/london-day.ts';
import { isPoint, sayPlace } from '../../i18n/say-place.ts';
import type { Reader } from '../../reader.ts';
import { queryString } from '../../urls.ts';
import { inPeriod } from './in-period.ts';
import type { WhatsOnProps } from './load-whats-on.ts';

const easyWalk = 15;
/** Dates are known for so long ahead. */
const knownDays = 120;

/** From where and how far; folded beneath it which day, which area and whether it is free. */
export function NearForm({ reader, query, period, areas, lostPlace }: WhatsOnProps & { reader: Reader }) {
  const { t, urls, locale, now } = reader;
  const today = londonDay(now);
  const distances = [...new Set([...walkSteps, ...(query.within ? [query.within] : [])])].sort((a, b) => a - b);
  const chosenWalk = query.near ? query.within : walkMetres(easyWalk);
  const point = query.near && isPoint(query.near) ? query.near : undefined;
  const only = query.area?.length === 1 ? query.area[0] : undefined;
  return (
    <form action={urls.whatsOn()} method="get" class="stack tight on-form">
      <div class="ask two">
        <div>
          <label for="near">{t('ask.where')}</label>
          <input
            id="near"
            name="near"
            value={lostPlace ?? (point ? '' : query.near)}
            maxLength={80}
            autocomplete="postal-code"
            enterkeyhint="search"
            placeholder={point ? sayPlace(t, point) : t('ask.where-hint')}
          />
        </div>
        <div>
          <label for="within">{t('filter.within')}</label>
          <select id="within" name="within">
            <option value="">{t('filter.any-distance')}</option>
            {distances.map((metres) => (
              <option value={metres} selected={metres === chosenWalk}>
                {capitalise(t('said.within-walk', { count: walkMinutes(metres) }))}
              </option>
            ))}
          </select>
        </div>
        <button class="button" type="submit">
          {t('ask.look')}
        </button>
      </div>
      <details class="filters">
        <summary class="button quiet">{t('whats-on.more')}</summary>
        <div class="row fields">
          <p>
            <label for="on">{t('whats-on.a-day')}</label>
            <input
              id="on"
              name="on"
              type="date"
              min={today}
              max={addDays(today, knownDays)}
              value={period.name === 'day' ? period.from : undefined}
            />
          </p>
          <p>
            <label for="area">{t('filter.area')}</label>
            <select id="area" name="area">
              <option value="">{t('whats-on.everywhere')}</option>
              {areas.map((area) => (
                <option value={area.slug} selected={area.slug === only}>
                  {inLocale(locale, area.name, area.name_cy).text}
                </option>
              ))}
            </select>
          </p>
          <label class="tick">
            <input type="checkbox" name="cost" value="free" checked={query.cost?.includes('free')} />
            {t('whats-on.free')}
          </label>
          <button class="button" type="submit">
            {t('filter.show')}
          </button>
        </div>
      </details>
      {point && <input type="hidden" name="near" value={point} />}
      <Kept query={{ ...query, ...(period.name === 'day' ? {} : inPeriod(period)) }} />
    </form>
  );
}

const asked = ['near', 'within', 'on', 'area', 'cost', 'page'];

/** What the form has no box for, kept when it is sent. */
function Kept({ query }: { query: Parameters<typeof queryString>[0] }) {
  const kept = [...new URLSearchParams(queryString(query))].filter(([name]) => !asked.includes(name));
  return (
    <>
      {kept.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
