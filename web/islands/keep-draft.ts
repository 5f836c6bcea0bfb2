import { readProps } from '../browser/read-props.ts';

interface KeepDraftProps {
  kept: string;
  failed: string;
}

/** After the last letter: long enough not to save half words, short enough to lose little. */
const restMs = 4000;

/** Puts an edit aside while it is written, so that a lost signal or a closed page loses nothing. Publishing and leaving are the form's own. */
export function keepDraft(element: HTMLElement): void {
  const form = element.querySelector('form');
  const status = element.querySelector<HTMLElement>('[data-kept]');
  if (!form || !status) return;
  const words = readProps<KeepDraftProps>(element);
  let timer = 0;
  let isSent = false;

  const keep = async () => {
    if (isSent) return;
    const boxes = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') boxes.append(name, value);
    boxes.set('do', 'later');
    status.textContent = (await sendQuietly(form.action, boxes)) ? words.kept.replace('{time}', clockNow()) : words.failed;
  };
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(keep, restMs);
  });
  form.addEventListener('submit', () => {
    isSent = true;
    clearTimeout(timer);
  });
}

async function sendQuietly(address: string, body: URLSearchParams): Promise<boolean> {
  try {
    return (await fetch(address, { method: 'POST', body, headers: { accept: 'application/json' } })).ok;
  } catch {
    return false;
  }
}

const clockNow = () =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' }).format(new Date());
