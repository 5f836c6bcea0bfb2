/** "4KD 7PX": in two breaths, as one reads it out. */
export const sayCode = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`;
