/** The mark: a door that stands ajar, and wide open on a coordinator's page. */
export function DoorMark({ open = false }: { open?: boolean }) {
  return (
    <svg class="door-mark" viewBox="0 0 32 32" aria-hidden="true">
      <path class="door-light" d="M6 29V4h20v25z" />
      <path class="door-frame" d="M6 29V4h20v25" />
      <path class="door-leaf" d={open ? 'M6 29V4l5 4.5V31z' : 'M6 29V4l12 4v25z'} />
      {!open && <circle class="door-knob" cx="15" cy="19" r="1.6" />}
    </svg>
  );
}
