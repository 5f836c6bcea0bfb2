import type { Reader } from '../../reader.ts';

interface PlainPageProps {
  reader: Reader;
  title: string;
  /** Paragraphs are parted by blank lines. */
  sections: { heading: string; text: string }[];
}

/** A page of plain words, ending with someone to ask. */
export function PlainPage({ reader: { t, urls }, title, sections }: PlainPageProps) {
  return (
    <div class="wrap stack loose prose">
      <h1>{title}</h1>
      {sections.map(({ heading, text }) => (
        <section class="stack tight">
          <h2>{heading}</h2>
          {text.split('\n\n').map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </section>
      ))}
      <p>
        <a class="target" href={urls.areas()}>
          {t('plain.ask')}
        </a>
      </p>
    </div>
  );
}
