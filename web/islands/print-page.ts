/** The browser's own way to print, one press nearer. */
export function printPage(element: HTMLElement): void {
  element.addEventListener('click', () => print());
}
