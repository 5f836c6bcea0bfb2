import type { QualityFigures } from './quality.ts';

/** How much there is of a kind or topic. Counts are null where they are too few to tell (`fewestTold`). */
export interface Coverage {
  slug: string;
  label: string;
  label_cy: string | null;
  count: number | null;
  /** To one decimal; null too where nobody knows how many live there. */
  perThousand: number | null;
}

/** A patch in figures: of things, never of people. */
export interface Insight {
  /** YYYY-MM. */
  month: string;
  /** Where this viewer may look, by name. */
  areas: { slug: string; name: string; name_cy: string | null }[];
  /** Slug of the one looked at; null: all of them together. */
  area: string | null;
  population: number | null;
  kinds: Coverage[];
  topics: Coverage[];
  freshness: QualityFigures;
  gaps: { term: string; looks: number }[];
  connections: {
    told: number | null;
    walkedAlong: number | null;
    introduced: number | null;
    /** In percent of all: to what neighbours run, rather than to institutions. Null: too few to tell. */
    neighbourly: number | null;
  };
  /** Opened often in the last 30 days, and not checked for long. */
  viewedButStale: { slug: string; name: string; name_cy: string | null; views: number }[];
}
