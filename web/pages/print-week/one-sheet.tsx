import type { WeekSheet } from '../../../api/contract/week-sheet.ts';
import { DoorMark } from '../../components/door-mark/door-mark.tsx';
import { QrCode } from '../../components/qr-code/qr-code.tsx';
import type { Reader } from '../../reader.ts';
import { countLines, fitSheet, papers } from './fit-sheet.ts';
import { sayWeek } from './say-week.ts';
import { SheetDays, SheetEnd } from './sheet-days.tsx';
import { sheetEntries } from './sheet-entries.ts';
import { mostDoors, mostPeople, SheetPeople } from './sheet-people.tsx';

export interface SheetParts {
  reader: Reader;
  sheet: WeekSheet;
  title: string;
  /** Of the living list, whole. */
  address: string;
}

/** A4: who, what and when on the one side of one sheet. */
export function OneSheet({ reader, sheet, title, address }: SheetParts) {
  const all = sheetEntries(reader, sheet);
  const { entries, left } = fitSheet(all, papers.a4, linesTaken(title, sheet));
  return (
    <article class="sheet a4">
      <header class="sheet-head">
        <div>
          <p class="sheet-brand">
            <DoorMark /> {reader.t('site.name')}
          </p>
          <h1>{title}</h1>
          <p class="sheet-dates">{sayWeek(reader.t, sheet)}</p>
        </div>
        <QrCode address={address} />
      </header>
      <SheetPeople reader={reader} coordinators={sheet.coordinators} />
      <SheetDays reader={reader} entries={entries} />
      <SheetEnd reader={reader} left={left} address={address} />
    </article>
  );
}

const columns = 2;
const usualPeopleLines = 3;
const titleLetters = 31;
/** A line of the title is that much higher. */
const titleLine = 1.7;
/** Beside a face: alone, or one of two. */
const peopleLetters = [74, 30] as const;

/** What a long title, a second person or a long place of an open door takes from the days: off each column. */
function linesTaken(title: string, { coordinators }: WeekSheet): number {
  const letters = peopleLetters[coordinators.length > 1 ? 1 : 0];
  const people = coordinators.slice(0, mostPeople).map(({ name, phone, open_doors: doors }) => {
    const places = doors.slice(0, mostDoors).map(({ venue }) => countLines(`Wed 10.30am to 12.30pm, ${venue?.name ?? ''}`, letters));
    return (
      countLines(`${name} ${phone ?? ''}`, letters) +
      Math.max(
        1,
        places.reduce((sum, lines) => sum + lines, 0),
      )
    );
  });
  const extraPeople = Math.max(0, ...people) - usualPeopleLines;
  return columns * (extraPeople + (countLines(title, titleLetters) - 1) * titleLine);
}
