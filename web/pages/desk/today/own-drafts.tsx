import type { OwnDraft } from '../../../../api/contract/desk-asset.ts';
import { Words } from '../../../components/words/words.tsx';
import { sayDate, sayTime } from '../../../i18n/format.ts';
import { londonDay } from '../../../i18n/london-day.ts';
import type { Reader } from '../../../reader.ts';

/** What they began and did not finish: quiet, and last. */
export function OwnDrafts({ reader, drafts }: { reader: Reader; drafts: OwnDraft[] }) {
  const { t, urls, now } = reader;
  if (drafts.length === 0) return null;
  return (
    <section class="stack tight" aria-labelledby="own-drafts">
      <h2 id="own-drafts" class="lead">
        {t('desk.drafts')}
      </h2>
      <ul class="stack tight desk-links">
        {drafts.map(({ id, name, name_cy, isNew, at }) => (
          <li>
            <a href={urls.editAsset(id)}>
              <Words reader={reader} en={name} cy={name_cy} />
              <span class="soft">
                &nbsp;· {isNew && `${t('patch.state-draft')}, `}
                {sayDate(t, londonDay(at), now)}, {sayTime(t, at)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
