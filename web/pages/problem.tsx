import type { Problem } from '../../api/contract/problem.ts';
import { AskBox } from '../components/ask-box/ask-box.tsx';
import type { MessageKey } from '../i18n/translate.ts';
import type { Reader } from '../reader.ts';

/** An error as a page: what happened, in plain words, and a way on. */
export function ProblemBody({ problem, reader }: { problem: Problem; reader: Reader }) {
  const { t, urls } = reader;
  return (
    <div class="wrap stack loose narrow">
      <h1>{problemTitle(problem, reader)}</h1>
      <p class="lead">{t(wordsFor(problem, 'text'))}</p>
      <search>
        <form action={urls.find()} method="get" class="stack tight">
          <label for="q">{t('problem.look')}</label>
          <AskBox reader={reader} />
          <p id="ask-hint" class="soft small">
            {t('home.hint')}
          </p>
        </form>
      </search>
      <p class="row">
        <a class="target" href={urls.home()}>
          {t('problem.home')}
        </a>
        <a class="target" href={urls.areas()}>
          {t('nothing.ask')}
        </a>
      </p>
    </div>
  );
}

export const problemTitle = (problem: Problem, { t }: Reader) => t(wordsFor(problem, 'title'));

function wordsFor({ status }: Problem, part: 'title' | 'text'): MessageKey {
  if (status === 403) return `problem.elsewhere-${part}`;
  if (status === 404) return `problem.not-found-${part}`;
  if (status === 413) return `problem.large-${part}`;
  if (status === 429) return `problem.too-many-${part}`;
  if (status === 503) return `problem.busy-${part}`;
  return status < 500 ? `problem.asked-${part}` : `problem.ours-${part}`;
}
