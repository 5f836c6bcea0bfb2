import type { AssetSearchPage } from '../../../api/contract/asset-query.ts';
import type { Reader } from '../../reader.ts';

type NoticeProps = Pick<AssetSearchPage, 'notice_code' | 'notice_about'> & { reader: Reader };

/** What a reader should know of what was found, in their own language. */
export function Notice({ reader: { t }, notice_code: code, notice_about: about }: NoticeProps) {
  return code && <p class="said warn">{t(`notice.${code}`, { about: about ?? '' })}</p>;
}
