import type { Reader } from '../../reader.ts';
import type { FindQuery } from '../../urls.ts';
import type { FilterOption } from '../filter-panel/filter-panel.tsx';

interface ChosenFiltersProps {
  reader: Reader;
  chosen: FilterOption[];
  /** The search with none of them. */
  reset: FindQuery;
}

/** What is chosen, each taken off with one press, all with another. */
export function ChosenFilters({ reader: { t, urls }, chosen, reset }: ChosenFiltersProps) {
  if (chosen.length === 0) return null;
  return (
    <ul class="row chosen" aria-label={t('filter.chosen')}>
      {chosen.map((option) => (
        <li>
          <a class="chip on" href={urls.find(option.without)}>
            <span class="unseen">{t('filter.remove')} </span>
            {option.alone ?? option.label}
            <span aria-hidden="true">✕</span>
          </a>
        </li>
      ))}
      <li>
        <a class="target" href={urls.find(reset)}>
          {t('filter.reset')}
        </a>
      </li>
    </ul>
  );
}
