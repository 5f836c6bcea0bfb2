import { readProps } from '../browser/read-props.ts';
import type { RunProgressProps } from '../pages/desk/run/run-progress.tsx';

interface Progress {
  atWork: boolean;
  done: number;
  total: number;
  says: string;
}

const everyMs = 700;
/** When the server cannot be reached: it may just be starting again, and goes on where it was. */
const patientMs = 3_000;

/** Counts along while work goes on; when it is over the page is fetched anew, and tells. */
export function runProgress(element: HTMLElement): void {
  const { address } = readProps<RunProgressProps>(element);
  const bar = element.querySelector('progress');
  const said = element.querySelector('#progress-said');
  const look = async () => {
    const answer = await fetch(address, { headers: { accept: 'application/json' } }).catch(() => null);
    const progress: Progress | null = answer?.ok ? await answer.json() : null;
    if (progress && !progress.atWork) return location.reload();
    if (progress && bar && said) {
      bar.max = Math.max(1, progress.total);
      bar.value = Math.min(progress.done, progress.total);
      said.textContent = progress.says;
    }
    setTimeout(() => void look(), progress ? everyMs : patientMs);
  };
  setTimeout(() => void look(), everyMs);
}
