import type { ComponentChild } from 'preact';

interface PhraseProps {
  /** A sentence with `{names}` in it, as `t.raw` gives it. */
  text: string;
  parts: Record<string, ComponentChild>;
}

/** A translated sentence that holds links or bold parts, in whatever order its language puts them. */
export function Phrase({ text, parts }: PhraseProps) {
  return <>{text.split(/\{(\w+)\}/).map((piece, index) => (index % 2 ? parts[piece] : piece))}</>;
}
