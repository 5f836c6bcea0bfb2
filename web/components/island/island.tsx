import type { ComponentChildren } from 'preact';

interface IslandProps {
  /** The module in web/islands that takes over. */
  name: string;
  /** Serialisable. */
  props: object;
  children: ComponentChildren;
}

/** A part of the page that script may improve: complete as it stands. */
export function Island({ name, props, children }: IslandProps) {
  return (
    <div data-island={name} data-props={JSON.stringify(props)}>
      {children}
    </div>
  );
}
