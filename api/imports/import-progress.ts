import type { ImportListener } from './run-import.ts';

interface Output {
  write(text: string): unknown;
  isTTY?: boolean;
}

const lineEveryMs = 5_000;
const lineEveryRows = 5_000;
const drawEveryMs = 100;

/** On a terminal one line that counts up; elsewhere a plain line every five seconds or 5,000 rows, whichever is later. */
export function createImportProgress(output: Output, clockMs: () => number = Date.now): ImportListener & { finish(): void } {
  let drawn = false;
  let toldAt = clockMs();
  let toldRows = 0;
  let lastFile = '';
  const wipe = () => {
    if (drawn) output.write('\r\u001b[2K');
    drawn = false;
  };
  return {
    line(text) {
      wipe();
      output.write(`${text}\n`);
    },
    progress(file, read) {
      const now = clockMs();
      if (file !== lastFile) {
        lastFile = file;
        toldAt = now;
        toldRows = 0;
      }
      const text = `${file}: ${read.toLocaleString('en-GB')} rows read`;
      if (output.isTTY) {
        if (now - toldAt < drawEveryMs) return;
        output.write(`\r\u001b[2K${text}…`);
        drawn = true;
        toldAt = now;
      } else if (now - toldAt >= lineEveryMs && read - toldRows >= lineEveryRows) {
        output.write(`${text}\n`);
        toldAt = now;
        toldRows = read;
      }
    },
    finish: wipe,
  };
}
