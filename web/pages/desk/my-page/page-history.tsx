import type { CoordinatorPage, OpenedCoordinatorPage } from '../../../../api/contract/coordinator-page.ts';
import { DeskForm } from '../../../components/desk-form/desk-form.tsx';
import { PartDiff } from '../../../components/part-diff/part-diff.tsx';
import { sayDate, sayTime } from '../../../i18n/format.ts';
import { inLocale } from '../../../i18n/locale.ts';
import { londonDay } from '../../../i18n/london-day.ts';
import type { Reader } from '../../../reader.ts';
import { saySession } from '../asset/boxes-of.ts';
import type { MyPageProps } from '../my-page.tsx';

type Props = Omit<MyPageProps, 'opened'> & { opened: OpenedCoordinatorPage; reader: Reader };

/** Every change, with who and when, and the way back to each. */
export function PageHistory({ reader, opened, form, who }: Props) {
  const { t, urls, now } = reader;
  if (opened.history.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="history-title">
      <h2 id="history-title">{t('edit.history')}</h2>
      <ol class="stack">
        {opened.history.map((entry, at) => (
          <li class="card stack tight">
            <h3>
              {entry.by ?? t('history.by-before')} · {sayDate(t, londonDay(entry.at), now)}, {sayTime(t, entry.at)}
            </h3>
            <Changes reader={reader} opened={opened} before={opened.history[at + 1]?.page ?? null} after={entry.page} />
            {at > 0 && (
              <DeskForm reader={reader} form={form} action={urls.myPage(who ?? undefined)} name="back" class="row">
                <input type="hidden" name="revision" value={entry.id} />
                <button class="button quiet" type="submit">
                  {t(at === 1 ? 'my-page.undo' : 'history.put-back')}
                </button>
              </DeskForm>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Changes({
  reader,
  opened,
  before,
  after,
}: {
  reader: Reader;
  opened: OpenedCoordinatorPage;
  before: CoordinatorPage | null;
  after: CoordinatorPage;
}) {
  const { t } = reader;
  if (before === null) return <p class="soft">{t('history.first')}</p>;
  const parts = (['about', 'about_cy', 'phone', 'doors'] as const).map((part) => ({
    part,
    was: linesOf(part, before, { reader, opened }),
    is: linesOf(part, after, { reader, opened }),
  }));
  return parts
    .filter(({ was, is }) => was.join('\n') !== is.join('\n'))
    .map(({ part, was, is }) => (
      <PartDiff
        label={t(`my-page.${part}`)}
        before={{ label: t('history.before'), lines: was }}
        after={{ label: t('history.after'), lines: is }}
        nothing={t('edit.nothing-said')}
      />
    ));
}

function linesOf(
  part: 'about' | 'about_cy' | 'phone' | 'doors',
  page: CoordinatorPage,
  { reader, opened }: { reader: Reader; opened: OpenedCoordinatorPage },
): string[] {
  if (part !== 'doors') return page[part] === null ? [] : [page[part]];
  return page.doors.map((door) => {
    const venue = door.venue_id === null ? undefined : opened.venues[door.venue_id];
    const place = venue && inLocale(reader.locale, venue.name, venue.name_cy).text;
    return [saySession(door, reader), place, door.note].filter(Boolean).join(', ');
  });
}
