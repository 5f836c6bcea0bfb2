import type { Reader } from '../../reader.ts';
import { Words } from '../words/words.tsx';

interface AssetHeadingProps {
  reader: Reader;
  asset: { id: string; name: string; name_cy: string | null };
}

/** The head of a card of the desk: what it is about, and the way to its page there. */
export const AssetHeading = ({ reader, asset }: AssetHeadingProps) => (
  <h2 class="lead">
    <a href={reader.urls.editAsset(asset.id)}>
      <Words reader={reader} en={asset.name} cy={asset.name_cy} />
    </a>
  </h2>
);
