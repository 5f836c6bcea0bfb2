import { readProps } from '../browser/read-props.ts';

/** What the browser's own dialogue is to be given; asked for once the button was pressed. */
export async function askForOptions<Options>(form: HTMLFormElement, what: string): Promise<Options> {
  const sent = new URLSearchParams([...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)]));
  sent.set('form', what);
  const answer = await fetch(form.action, { method: 'POST', body: sent, headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`asked for a passkey: ${answer.status}`);
  return answer.json();
}

/** Sends the form as any other, with what the dialogue answered. */
export function sendAnswer(form: HTMLFormElement, answer: object): void {
  const box = form.elements.namedItem('answer');
  if (box instanceof HTMLInputElement) box.value = JSON.stringify(answer);
  form.submit();
}

export function sayProblem(element: HTMLElement, form: HTMLFormElement): void {
  const line = form.querySelector('[role=alert]');
  if (line) line.textContent = readProps<{ failed: string }>(element).failed;
}
