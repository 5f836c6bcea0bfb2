import type { AlikeAtDesk } from '../../../../api/contract/desk-asset.ts';
import { StateMark } from '../../../components/state-mark/state-mark.tsx';
import { Words } from '../../../components/words/words.tsx';
import type { Reader } from '../../../reader.ts';

/** What is here already and may be the same; one press says that it is another. */
export function IsItOneOfThese({ reader, alike }: { reader: Reader; alike: AlikeAtDesk[] }) {
  const { t } = reader;
  if (alike.length === 0) return null;
  return (
    <section class="card stack tight" aria-labelledby="alike">
      <h2 id="alike" tabIndex={-1} autofocus>
        {t('add.alike')}
      </h2>
      <p>{t('new.alike-lead')}</p>
      <ul class="patch-list">
        {alike.map((each) => (
          <li>
            <One reader={reader} one={each} />
          </li>
        ))}
      </ul>
      <p>
        <button class="button" type="submit" name="do" value="another">
          {t('new.another')}
        </button>
      </p>
    </section>
  );
}

function One({ reader, one }: { reader: Reader; one: AlikeAtDesk }) {
  const { urls } = reader;
  const line = (
    <span class="patch-line">
      <strong>
        <Words reader={reader} en={one.name} cy={one.name_cy} />
      </strong>
      {one.state && <StateMark reader={reader} state={one.state} />}
      {one.summary && <span class="soft small">{one.summary}</span>}
    </span>
  );
  if (one.opens) return <a href={urls.editAsset(one.id)}>{line}</a>;
  return one.slug ? <a href={urls.asset(one.slug)}>{line}</a> : line;
}
