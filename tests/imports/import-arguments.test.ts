import { describe, expect, test } from 'vitest';
import { importHelp, readImportArguments } from '../../api/imports/import-arguments.ts';
import { createImportProgress } from '../../api/imports/import-progress.ts';

describe('the command line of an import', () => {
  test('files need a mapping, a preset needs its folder and nothing else', () => {
    expect(readImportArguments(['a.csv', 'b.csv', '--map', 'm.json', '--dry-run'])).toMatchObject({
      files: ['a.csv', 'b.csv'],
      map: 'm.json',
      dry: true,
    });
    expect(readImportArguments(['--preset', 'trafford', '--from', 'x', '--keep-sample'])).toMatchObject({
      preset: 'trafford',
      from: 'x',
      keepSample: true,
    });
    for (const wrong of [
      [],
      ['a.csv'],
      ['--map', 'm.json'],
      ['--preset', 'trafford'],
      ['a.csv', '--preset', 'trafford', '--from', 'x'],
      ['--dryrun'],
    ]) {
      expect(() => readImportArguments(wrong)).toThrow(/--help/);
    }
  });

  test('help names every option', () => {
    for (const option of ['--map', '--preset', '--from', '--dry-run', '--report', '--keep-sample']) expect(importHelp).toContain(option);
    expect(readImportArguments(['--help']).help).toBe(true);
  });
});

describe('progress of an import', () => {
  const follow = (isTTY: boolean) => {
    let text = '';
    let now = 0;
    const progress = createImportProgress(
      {
        isTTY,
        write: (part) => {
          text += part;
        },
      },
      () => now,
    );
    return {
      progress,
      at: (ms: number) => {
        now = ms;
      },
      text: () => text,
    };
  };

  test('on a terminal counts in one line that is wiped before the next', () => {
    const seen = follow(true);
    seen.at(200);
    seen.progress.progress('a.csv', 500);
    seen.at(400);
    seen.progress.progress('a.csv', 1_000);
    seen.progress.line('done');
    expect(seen.text()).not.toContain('500 rows read\n');
    expect(seen.text()).toContain('1,000 rows read…');
    expect(seen.text().endsWith('\r\u001b[2Kdone\n')).toBe(true);
  });

  test('elsewhere tells plain lines, not more often than every five seconds and 5,000 rows', () => {
    const seen = follow(false);
    for (let second = 1; second <= 20; second++) {
      seen.at(second * 1_000);
      seen.progress.progress('a.csv', second * 2_000);
    }
    expect(seen.text()).toBe('a.csv: 12,000 rows read\na.csv: 22,000 rows read\na.csv: 32,000 rows read\n');
  });
});
