/**
 * One line of CSV. Texts that a spreadsheet would take for a formula begin with an apostrophe, so that nothing in a file of strangers runs; numbers
 * stay numbers.
 */
export const csvLine = (cells: (string | number)[]) =>
  `${cells.map((cell) => quote(typeof cell === 'number' ? String(cell) : neutral(cell))).join(',')}\r\n`;

/** What a cell said before it was made harmless. */
export const plainCell = (cell: string) => (/^'+\s*[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

/** A text that looks harmless already gets one more, so that it can be told apart. */
const neutral = (text: string) => (/^'*\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const quote = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
