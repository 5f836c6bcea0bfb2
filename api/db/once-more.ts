/** PostgreSQL's word for a statement that was cut off. */
const tooSlow = '57014';

/** Asks once more what took too long: the first time may have gone on reading from a disk what is in memory now. */
export async function onceMore<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (!isTooSlow(error)) throw error;
    return ask();
  }
}

export const isTooSlow = (error: unknown) => error instanceof Error && 'code' in error && error.code === tooSlow;
