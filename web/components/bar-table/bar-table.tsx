import type { ComponentChildren } from 'preact';

interface BarTableProps {
  caption: string;
  /** Of the first column, then of each figure; the bar shows the first of these. */
  heads: string[];
  rows: BarRow[];
  /** What fills the whole width; the largest there is, unless told. */
  whole?: number;
}

export interface BarRow {
  label: ComponentChildren;
  /** A quiet word below it. */
  more?: string;
  /** Null: nothing that may be told. */
  bar: number | null;
  /** In words, one a column. */
  figures: string[];
}

/** A small chart and its table in one: each row has its bar beside its figures, so that nobody needs the picture. */
export function BarTable({ caption, heads, rows, whole = Math.max(1, ...rows.map(({ bar }) => bar ?? 0)) }: BarTableProps) {
  return (
    // Where letters are large it scrolls sideways, and must do so by keyboard in every browser.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <section class="bars-room" aria-label={caption} tabIndex={0}>
      <table class="bars">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {heads.map((head, at) => (
              <th scope="col" class={at > 0 ? 'figure' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, more, bar, figures }) => (
            <tr>
              <th scope="row">
                {label}
                {more && <small>{more}</small>}
                <Bar value={bar} whole={whole} />
              </th>
              {figures.map((figure) => (
                <td class="figure">{figure}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Bar({ value, whole }: { value: number | null; whole: number }) {
  return (
    <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect class="track" width="100" height="4" />
      {value !== null && <rect class="filled" width={Math.round((1000 * value) / whole) / 10} height="4" />}
    </svg>
  );
}
