import type { Reader } from '../../reader.ts';
import { Words } from '../words/words.tsx';

interface KeepButtonProps {
  reader: Reader;
  asset: { slug: string; name: string; name_cy: string | null };
  /** What the address says is kept already, for readers without script. */
  kept: string[];
}

/** Leads to the shortlist with this on it; with script it keeps on the spot (island `keep`). */
export function KeepButton({ reader, asset, kept }: KeepButtonProps) {
  const slugs = [...kept.filter((slug) => slug !== asset.slug), asset.slug];
  return (
    <a class="button quiet keep" data-keep={asset.slug} href={reader.urls.shortlist(slugs)}>
      {reader.t('keep.keep')}{' '}
      <span class="unseen">
        <Words reader={reader} en={asset.name} cy={asset.name_cy} />
      </span>
    </a>
  );
}
