import type { Page } from 'playwright-core';

/** Within a moment of one another: on a busy machine, three presses sent one by one from here take longer than the page allows. */
export async function pressShiftThrice(page: Page): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const shift = { key: 'Shift', code: 'ShiftLeft', windowsVirtualKeyCode: 16 };
  const presses = [1, 2, 3].flatMap(() => [
    client.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...shift }),
    client.send('Input.dispatchKeyEvent', { type: 'keyUp', ...shift }),
  ]);
  // The last may find the page gone.
  await Promise.allSettled(presses);
}
