import type { MapPoint } from '../components/map-place/map-place.tsx';

/** A pin and its place in the list light up together, whichever the reader points at or tabs to. */
export function pairWithList(point: MapPoint, pin: HTMLElement, lightPin: (lit: boolean) => void): void {
  const item = listItem(point);
  const light = (lit: boolean) => () => {
    lightPin(lit);
    item?.classList.toggle('lit', lit);
  };
  for (const element of item ? [pin, item] : [pin]) {
    element.addEventListener('pointerenter', light(true));
    element.addEventListener('pointerleave', light(false));
    element.addEventListener('focusin', light(true));
    element.addEventListener('focusout', light(false));
  }
}

/** `data-id` where the list has it, else the item with the pin's number. */
function listItem({ id, n }: MapPoint): HTMLElement | null {
  return document.querySelector<HTMLElement>(`#results [data-id="${CSS.escape(id)}"]`) ?? document.getElementById(`found-${n}`);
}
