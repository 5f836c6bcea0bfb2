import type { ComponentChildren } from 'preact';

interface PartDiffProps {
  label: string;
  /** What stood, and what would stand; lines. Nothing said is a word of its own. */
  before: { label: string; lines: string[] };
  after: { label: string; lines: string[] };
  nothing: string;
  /** What may be chosen of it. */
  children?: ComponentChildren;
}

/** One thing that differs, told twice: with its words, marks for what goes and comes, and never by colour alone. */
export function PartDiff({ label, before, after, nothing, children }: PartDiffProps) {
  return (
    <div class="part-diff">
      <h3>{label}</h3>
      <div class="sides">
        <Side comes={false} {...before} nothing={nothing} />
        <Side comes {...after} nothing={nothing} />
      </div>
      {children}
    </div>
  );
}

function Side({ comes, label, lines, nothing }: { comes: boolean; label: string; lines: string[]; nothing: string }) {
  return (
    <div class={comes ? 'side ins' : 'side'}>
      <p class="soft small">{label}</p>
      {lines.length === 0 ? <p class="soft">{nothing}</p> : lines.map((line) => <p class="line">{line}</p>)}
    </div>
  );
}
