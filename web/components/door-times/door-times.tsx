import type { Occurrence } from '../../../api/contract/session.ts';
import { capitalise, sayWhen } from '../../i18n/format.ts';
import type { Reader } from '../../reader.ts';
import { sayChange } from '../date-list/say-change.ts';
import { Words } from '../words/words.tsx';

interface DoorTimesProps {
  reader: Reader;
  doors: Occurrence[];
  /** How many to show. */
  most?: number;
  notes?: boolean;
}

/** When a coordinator can simply be met, and where. */
export function DoorTimes({ reader, doors, most = 2, notes = false }: DoorTimesProps) {
  const { t, now } = reader;
  return (
    <ul class="door-times">
      {doors.slice(0, most).map((door) => (
        <li class={door.status}>
          <strong>{capitalise(sayWhen(t, door, now))}</strong>{' '}
          {door.venue && <Words reader={reader} en={door.venue.name} cy={door.venue.name_cy} />}
          {door.status !== 'on' && <em> {sayChange(reader, door)}</em>}
          {notes && door.note && (
            <p class="soft">
              <Words reader={reader} en={door.note} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
