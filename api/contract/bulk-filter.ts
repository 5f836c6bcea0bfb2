import { z } from 'zod';
import { assetStatuses } from './asset-state.ts';
import { Uuid } from './state-parts.ts';
import { AssetKind, Freshness } from './vocabulary.ts';

/** An empty box of a form asks for nothing. */
const asked = <T extends z.ZodType>(value: T) => z.preprocess((typed) => (typed === '' ? undefined : typed), value.optional());

/** Which assets of the viewer's patch are meant. What is not asked for does not narrow. */
export const BulkFilter = z.object({
  q: asked(z.string().trim().max(200)),
  /** A short name, or `none`: what lies in no area. */
  area: asked(z.string().max(80)),
  kind: asked(AssetKind),
  topic: asked(z.string().max(60)),
  status: asked(z.enum(assetStatuses)),
  freshness: asked(Freshness),
  source: asked(z.string().max(80)),
  run: asked(Uuid),
});
export type BulkFilter = z.infer<typeof BulkFilter>;

/** What a filter chose: how many, and some of them. */
export interface BulkChoice {
  count: number;
  sample: {
    id: string;
    name: string;
    name_cy: string | null;
    kind: AssetKind;
    status: (typeof assetStatuses)[number];
    area: string | null;
    area_cy: string | null;
    slug: string | null;
  }[];
}

/** What a filter may choose among. */
export interface BulkOptions {
  areas: { slug: string; name: string; name_cy: string | null }[];
  topics: { slug: string; label: string; label_cy: string | null }[];
  kinds: { slug: AssetKind; label: string; label_cy: string | null }[];
  sources: { slug: string; name: string }[];
}
