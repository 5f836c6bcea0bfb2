import type { OwnListing } from '../../../api/contract/asset.ts';
import { Words } from '../../components/words/words.tsx';
import type { Reader } from '../../reader.ts';

/** Of which asset a form is, with the way back, and what it asks. */
export function FormHead({ reader, asset, title }: { reader: Reader; asset: OwnListing; title: string }) {
  return (
    <header class="stack tight">
      <p>
        <a class="target" href={reader.urls.asset(asset.slug)}>
          <Words reader={reader} en={asset.name} cy={asset.name_cy} />
        </a>
      </p>
      <h1>{title}</h1>
    </header>
  );
}
