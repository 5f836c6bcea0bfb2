import type { WhatsOnItem } from '../../../api/contract/whats-on.ts';
import { capitalise, sayDate, sayDay } from '../../i18n/format.ts';
import { type Day, londonDay } from '../../i18n/london-day.ts';
import type { Reader } from '../../reader.ts';
import { OnList } from '../on-list/on-list.tsx';

/** A week at a glance: its days side by side where there is room, each by the clock. */
export function Week({ reader, items }: { reader: Reader; items: WhatsOnItem[] }) {
  return (
    <div class="week">
      {[...byDay(items)].map(([day, onThatDay]) => (
        <section class="day" aria-labelledby={`day-${day}`}>
          <h3 id={`day-${day}`}>
            {dayName(reader, day)} <small>{sayDate(reader.t, day, reader.now)}</small>
          </h3>
          <OnList reader={reader} items={onThatDay} />
        </section>
      ))}
    </div>
  );
}

const dayName = ({ t, now }: Reader, day: Day) => capitalise(sayDay(t, day, now));

function byDay(items: WhatsOnItem[]): Map<Day, WhatsOnItem[]> {
  const days = new Map<Day, WhatsOnItem[]>();
  for (const item of items) {
    const day = londonDay(item.occurrence.starts_at);
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return days;
}
