import type { Reader } from '../../reader.ts';
import type { FindQuery } from '../../urls.ts';

export interface FilterOption {
  name: string;
  value: string;
  label: string;
  /** Said alone, where the label completes the group's title. */
  alone?: string;
  /** How many would be found with it; null where that is not counted. */
  count: number | null;
  chosen: boolean;
  /** The search without this choice. */
  without: FindQuery;
}

export interface FilterGroup {
  title: string;
  options: FilterOption[];
  /** One of them at most. */
  single?: boolean;
  /** A day of the reader's own choice. */
  date?: { name: string; label: string; value: string; earliest: string };
}

/** The filters: one button that unfolds on a phone, a row of menus where there is room. Plain checkboxes in the one form. */
export function FilterPanel({ reader: { t }, groups }: { reader: Reader; groups: FilterGroup[] }) {
  const chosen = groups.reduce((sum, group) => sum + chosenIn(group), 0);
  return (
    <details class="filters" id="filters">
      <summary class="button quiet">
        {t('filter.button')}
        {chosen > 0 && <b class="number">{chosen}</b>}
      </summary>
      <div class="menus">
        {groups.map((group) => (
          <FilterMenu group={group} show={t('filter.show')} />
        ))}
      </div>
    </details>
  );
}

function FilterMenu({ group, show }: { group: FilterGroup; show: string }) {
  const chosen = chosenIn(group);
  return (
    <details class="menu" name="menu">
      <summary class="chip">
        {group.title}
        {chosen > 0 && <b class="number">{chosen}</b>}
      </summary>
      <fieldset>
        <legend class="unseen">{group.title}</legend>
        <div class="options">
          {group.options.map((option) => (
            <label class={option.count === 0 && !option.chosen ? 'none' : undefined}>
              <input type={group.single ? 'radio' : 'checkbox'} name={option.name} value={option.value} checked={option.chosen} />
              {option.label}
              {option.count !== null && <small>{option.count}</small>}
            </label>
          ))}
        </div>
        {group.date && (
          <label class="own-date">
            {group.date.label}
            <input type="date" name={group.date.name} value={group.date.value} min={group.date.earliest} />
          </label>
        )}
        <button class="button" type="submit">
          {show}
        </button>
      </fieldset>
    </details>
  );
}

const chosenIn = ({ options, date }: FilterGroup) =>
  options.filter((option) => option.chosen && option.value).length + (date?.value ? 1 : 0);
