import type { Problem } from '../../../api/contract/problem.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import type { Reader } from '../../reader.ts';

/** An error on the desk: what happened, in plain words, and the way back. */
export function DeskProblem({ problem, reader }: { problem: Problem; reader: Reader }) {
  const { t, urls } = reader;
  return (
    <div class="wrap stack narrow">
      <h1>{deskProblemTitle(problem, reader)}</h1>
      <p class="lead">{t(wordsFor(problem, 'text'))}</p>
      <p>
        <a class="button" href={urls.desk()}>
          {t('desk.back')}
        </a>
      </p>
    </div>
  );
}

export const deskProblemTitle = (problem: Problem, { t }: Reader) => t(wordsFor(problem, 'title'));

function wordsFor({ status, type }: Problem, part: 'title' | 'text'): MessageKey {
  if (type === '/problems/not-yours') return `desk.not-yours-${part}`;
  if (status === 403) return `problem.elsewhere-${part}`;
  if (status === 404) return `desk.not-found-${part}`;
  if (status === 413) return `desk.large-${part}`;
  if (status === 429) return `problem.too-many-${part}`;
  if (status === 503) return `problem.busy-${part}`;
  return status < 500 ? `desk.asked-${part}` : `problem.ours-${part}`;
}
