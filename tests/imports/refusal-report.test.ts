import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StartError } from '../../api/errors.ts';
import { createRefusalReport } from '../../api/imports/refusal-report.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'open-door-report-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const record = { line: 2, cells: { name: '=HYPERLINK()', about: '' }, geometry: null };

describe('the report of refused rows', () => {
  test('tells file, line, reason and values, in place of what stood there', async () => {
    const path = join(folder, 'new', 'refused.csv');
    for (const reason of ['no name', 'no place']) {
      const report = createRefusalReport(path);
      report.add('clubs.csv', record, reason);
      expect(await report.close()).toBe(path);
      expect(readFileSync(path, 'utf8')).toBe(`file,line,reason,values\r\nclubs.csv,2,${reason},name: =HYPERLINK()\r\n`);
    }
  });

  test('leaves no file where nothing was refused, and one that was there as it was', async () => {
    const path = join(folder, 'refused.csv');
    expect(await createRefusalReport(path).close()).toBeNull();
    expect(existsSync(path)).toBe(false);
    writeFileSync(path, 'of last week');
    expect(await createRefusalReport(path).close()).toBeNull();
    expect(readFileSync(path, 'utf8')).toBe('of last week');
  });

  test('refuses at once, in one sentence, a place where no file can be', () => {
    writeFileSync(join(folder, 'a-file'), '');
    for (const path of [folder, join(folder, 'a-file', 'refused.csv')]) {
      expect(() => createRefusalReport(path)).toThrow(StartError);
      expect(() => createRefusalReport(path)).toThrow(
        /^The report of refused rows cannot be written to .* \([A-Z]+: [^',]*\); please name another file/,
      );
    }
  });
});
