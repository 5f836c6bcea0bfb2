import type { Page } from 'playwright-core';

/** Holds back the answers to an address, which are then given late. */
export async function holdAnswers(page: Page, url: string): Promise<{ letGo(): void; wereGiven: Promise<void> }> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let given = () => {};
  const wereGiven = new Promise<void>((resolve) => {
    given = resolve;
  });
  await page.route(url, async (route) => {
    await held;
    // The page may have taken its question back.
    await route.fallback().catch(() => {});
    given();
  });
  return { letGo: () => letGo(), wereGiven };
}
