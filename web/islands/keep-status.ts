/** What keeping has to say: in one polite live region, the first thing in the page's main part, so that its button is the next to reach. */
export interface KeepStatus {
  /** Spoken, and shown only where the button itself does not show it. */
  say(text: string, how?: { seen: boolean }): void;
  offer(text: string, way: { label: string; take: () => void }): void;
}

/** There before it says anything, so that it is read out. */
export function addStatus(): KeepStatus {
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  document.getElementById('main')?.prepend(status);
  const say = (text: string, { seen } = { seen: false }) => {
    status.className = seen ? 'keep-status' : 'unseen';
    status.textContent = text;
  };
  say('');
  return {
    say,
    offer(text, { label, take }) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'button quiet';
      button.textContent = label;
      button.addEventListener('click', take);
      say(text, { seen: true });
      status.append(' ', button);
    },
  };
}
