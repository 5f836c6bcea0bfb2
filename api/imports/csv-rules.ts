/** One line of CSV. Cells that a spreadsheet would take for a formula begin with an apostrophe, so that nothing in a file of strangers runs. */
export const csvLine = (cells: (string | number)[]) => `${cells.map((cell) => quote(neutral(String(cell)))).join(',')}\r\n`;

const neutral = (text: string) => (/^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const quote = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
