import type { CoordinatorCard } from '../../../api/contract/coordinator.ts';
import type { Reader } from '../../reader.ts';
import { sayDoor } from '../coordinator-card/say-door.ts';
import { DoorTimes } from '../door-times/door-times.tsx';
import { Portrait } from '../portrait/portrait.tsx';

/** A coordinator in little: a face, when the door is next open, and the way to them. */
export function CoordinatorStrip({ reader, coordinator }: { reader: Reader; coordinator: CoordinatorCard }) {
  return (
    <div class="strip">
      <Portrait portrait={coordinator.portrait} size="small" />
      <div>
        <a class="target" href={reader.urls.coordinator(coordinator.slug)}>
          {sayDoor(reader, coordinator)}
        </a>
        {coordinator.open_doors.length > 0 && <DoorTimes reader={reader} doors={coordinator.open_doors} most={1} />}
      </div>
    </div>
  );
}
