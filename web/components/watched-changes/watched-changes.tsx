import type { WatchedChange } from '../../../api/contract/desk-asset.ts';
import { sayDate, sayTime } from '../../i18n/format.ts';
import { londonDay } from '../../i18n/london-day.ts';
import type { Reader } from '../../reader.ts';
import { Words } from '../words/words.tsx';

/** What others changed of what somebody watches; nothing where nothing was. */
export function WatchedChanges({ reader, changes }: { reader: Reader; changes: WatchedChange[] }) {
  const { t, urls, now } = reader;
  if (changes.length === 0) return null;
  return (
    <section class="stack tight" aria-labelledby="watched">
      <h2 id="watched">{t('desk.watched')}</h2>
      <ul class="stack tight desk-links">
        {changes.map(({ id, name, name_cy, by, at }) => (
          <li>
            <a href={urls.assetHistory(id)}>
              <Words reader={reader} en={name} cy={name_cy} />
              <span class="soft">
                &nbsp;· {by ?? t('edit.somebody')}, {sayDate(t, londonDay(at), now)}, {sayTime(t, at)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
