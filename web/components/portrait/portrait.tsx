import { DoorMark } from '../door-mark/door-mark.tsx';

/** A coordinator's face; a door where there is no picture. Beside their name, so it needs no text of its own. */
export function Portrait({ portrait, size }: { portrait: string | null; size: 'small' | 'middle' | 'big' }) {
  return <span class={`face ${size}`}>{portrait ? <img src={portrait} alt="" width="80" height="80" /> : <DoorMark open />}</span>;
}
