import type { CoordinatorCard } from '../../../api/contract/coordinator.ts';
import type { Reader } from '../../reader.ts';
import { CoordinatorStrip } from '../coordinator-strip/coordinator-strip.tsx';

interface CoordinatorStripsProps {
  reader: Reader;
  coordinators: CoordinatorCard[];
  /** Side by side where there is room. */
  across?: boolean;
}

/** Several coordinators in little. */
export function CoordinatorStrips({ reader, coordinators, across = false }: CoordinatorStripsProps) {
  return (
    <ul class={across ? 'strips across' : 'strips'}>
      {coordinators.map((coordinator) => (
        <li>
          <CoordinatorStrip reader={reader} coordinator={coordinator} />
        </li>
      ))}
    </ul>
  );
}
