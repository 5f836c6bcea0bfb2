import { DoorMark } from '../../components/door-mark/door-mark.tsx';
import { QrCode } from '../../components/qr-code/qr-code.tsx';
import { fitSheet, papers } from './fit-sheet.ts';
import type { SheetParts } from './one-sheet.tsx';
import { sayWeek } from './say-week.ts';
import { SheetDays, SheetEnd } from './sheet-days.tsx';
import { sheetEntries } from './sheet-entries.ts';
import { SheetPeople } from './sheet-people.tsx';

/** A4 on its side, both sides printed and folded once: covers outside, the week inside. */
export function FoldedSheet({ reader, sheet, title, address }: SheetParts) {
  const { t } = reader;
  const { entries, left } = fitSheet(sheetEntries(reader, sheet), papers.a5, 0);
  return (
    <article class="sheet fold">
      <div class="side covers">
        <section class="cover front">
          <p class="sheet-brand">
            <DoorMark /> {t('site.name')}
          </p>
          <h1>{title}</h1>
          <p class="sheet-dates">{sayWeek(t, sheet)}</p>
          <SheetPeople reader={reader} coordinators={sheet.coordinators} />
        </section>
        <section class="cover back">
          <h2>{t('sheet.back-title')}</h2>
          <p>{t('sheet.back-text')}</p>
          <QrCode address={address} />
          <SheetEnd reader={reader} left={left} address={address} />
          <p>{t('foot.promise')}</p>
        </section>
      </div>
      <div class="side inside">
        <SheetDays reader={reader} entries={entries} />
      </div>
    </article>
  );
}
