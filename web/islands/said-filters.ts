/**
 * What the words in the box chose ("choir sunday": Sunday) is chosen in the filters too, but the words still stand in the box. While they are
 * typed on, the words decide: such choices are left out, and the server reads them anew. Once the reader chooses something, they are the
 * reader's own, and the box says only what is left.
 */
const marked = () => document.querySelector<HTMLElement>('[data-said]');
const boxesOf = (form: HTMLFormElement) => [...form.querySelectorAll<HTMLInputElement>('#q, #near')];

/** Whether the words chose that, not the reader. */
export function isSaid(name: string, value: string): boolean {
  const said: unknown = JSON.parse(marked()?.dataset.said ?? '[]');
  return Array.isArray(said) && said.includes(`${name}=${value}`);
}

/** From now on they are the reader's own. */
export function acceptSaid(): void {
  delete marked()?.dataset.said;
}

/** After a page came: do the boxes hold what it says, or the words that it was asked with? */
export function compareBoxes(form: HTMLFormElement, next: Document): void {
  const settled = boxesOf(form).map((box) => ({ box, text: next.getElementById(box.id)?.getAttribute('value') ?? '' }));
  const isAsked = boxesOf(form)[0]?.value.trim() === marked()?.dataset.typed;
  forgetSettled(form);
  if (settled.every(({ box, text }) => box.value.trim() === text)) acceptSaid();
  else if (isAsked) for (const { box, text } of settled) box.dataset.settled = text;
}

/** Typed on: what the page said of the boxes holds no more. */
export function forgetSettled(form: HTMLFormElement): void {
  for (const box of boxesOf(form)) delete box.dataset.settled;
}

/** Something is chosen: the boxes say what is left of the words, and what these chose stays chosen. */
export function settle(form: HTMLFormElement): void {
  const settled = boxesOf(form).filter((box) => box.dataset.settled !== undefined);
  for (const box of settled) box.value = box.dataset.settled ?? '';
  if (settled.length > 0) acceptSaid();
  forgetSettled(form);
}
