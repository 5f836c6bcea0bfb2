import { readProps } from '../browser/read-props.ts';

const restMs = 400;

/** Shows what we understand of times, and the first dates, once the words have rested a moment. Away from the server the form works without. */
export function plainTimes(element: HTMLElement): void {
  const { href } = readProps<{ href: string }>(element);
  const [box, shown] = [element.querySelector('textarea'), element.querySelector('[role=status]')];
  if (!box || !shown) return;
  let timer = 0;
  let asked = '';

  const show = async () => {
    const when = box.value.trim();
    if (when === asked) return;
    asked = when;
    const read = when === '' ? null : await fetchRead(`${href}?${new URLSearchParams({ when })}`);
    if (when === asked) shown.replaceChildren(...(read ? [read] : []));
  };
  box.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void show().catch(() => undefined), restMs);
  });
  void show().catch(() => undefined);
}

async function fetchRead(address: string): Promise<Node | null> {
  const answer = await fetch(address);
  if (!answer.ok) return null;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const read = page.querySelector('#times-read > *');
  return read && document.importNode(read, true);
}
