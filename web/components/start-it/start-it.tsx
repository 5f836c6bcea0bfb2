import type { CoordinatorCard } from '../../../api/contract/coordinator.ts';
import type { Reader } from '../../reader.ts';

/** What is not around here yet may be the start of something: the first steps, and who walks along. */
export function StartIt({ reader: { t, urls }, coordinator }: { reader: Reader; coordinator: CoordinatorCard }) {
  const { first_name: name } = coordinator;
  return (
    <section class="card start-it stack tight" aria-labelledby="start-it">
      <h2 id="start-it">{t('start.title')}</h2>
      <ol>
        <li>{t('start.hello', { name })}</li>
        <li>{t('start.two')}</li>
        <li>{t('start.once')}</li>
      </ol>
      <p>
        <a class="target" href={urls.coordinator(coordinator.slug)}>
          {t('start.tell', { name })}
        </a>
        <br />
        <a class="target" href={urls.add()}>
          {t('start.add')}
        </a>
      </p>
    </section>
  );
}
