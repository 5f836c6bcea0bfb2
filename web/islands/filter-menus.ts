/**
 * The menus of filters over the list, where there is room for them: Escape shuts the open one and gives the focus back to its button, a
 * press beside it shuts it too, and one opened shuts the others, also in browsers that do not know `details[name]`. On a phone
 * they unfold in the page and cover nothing.
 */
export function filterMenus(form: HTMLFormElement): void {
  // Asked anew each time: the menus change with the search.
  const openMenus = () => [...form.querySelectorAll<HTMLDetailsElement>('.menu[open]')].filter(isOverPage);
  const shutOthers = ({ target }: Event) => {
    for (const menu of openMenus()) if (!(target instanceof Node && menu.contains(target))) menu.open = false;
  };
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    const [menu] = openMenus();
    if (!menu) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
  document.addEventListener('pointerdown', shutOthers);
  // Reached by the keyboard, what lies beneath an open menu would be hidden. A press on a label gives the focus to what is round it all.
  document.addEventListener('focusin', (event) => {
    if (!(event.target instanceof Node && event.target.contains(form))) shutOthers(event);
  });
  // It does not bubble.
  form.addEventListener(
    'toggle',
    (event) => event.target instanceof HTMLDetailsElement && event.target.matches('.menu[open]') && shutOthers(event),
    true,
  );
}

function isOverPage(menu: HTMLElement): boolean {
  const box = menu.querySelector('fieldset');
  return box !== null && getComputedStyle(box).position === 'absolute';
}
