import { readProps } from '../browser/read-props.ts';

const restMs = 350;

/** Says what is understood of times while they are typed: the next dates, and what was not understood. */
export function typedTimes(element: HTMLElement): void {
  const box = element.querySelector('textarea');
  const place = element.querySelector<HTMLElement>('[data-understood]');
  if (!box || !place) return;
  const { ask } = readProps<{ ask: string }>(element);
  let timer = 0;
  let asked = 0;

  const look = async () => {
    const turn = ++asked;
    const answer = await askFor(`${ask}?words=${encodeURIComponent(box.value)}`);
    // An answer to what was typed before says nothing of what stands now.
    if (answer && turn === asked)
      place.replaceChildren(...answer.told.map((text) => line('said warn', text)), ...(answer.dates ? [line('soft', answer.dates)] : []));
  };
  box.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(look, restMs);
  });
}

async function askFor(address: string): Promise<{ told: string[]; dates: string | null } | null> {
  try {
    const response = await fetch(address, { headers: { accept: 'application/json' } });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

function line(className: string, text: string): HTMLElement {
  const made = document.createElement('p');
  made.className = className;
  made.textContent = text;
  return made;
}
