import type { ComponentChildren } from 'preact';

/** Boxes that belong together, as a person would ask for them. */
export function Group({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="card stack" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}

/** Two boxes side by side where there is room. */
export const Pair = ({ children }: { children: ComponentChildren }) => <div class="pair">{children}</div>;
