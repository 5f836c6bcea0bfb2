import type { SignedIn } from '../../../api/contract/viewer.ts';
import type { Reader } from '../../reader.ts';
import type { ShownLink } from '../../server/desk-page.ts';
import { DoorMark } from '../door-mark/door-mark.tsx';

interface DeskHeaderProps {
  reader: Reader;
  viewer: SignedIn;
  links: ShownLink[];
  /** Of the form that signs out. */
  token: string;
}

/** The desk's own head: where to go, who is signed in, and the way out. */
export function DeskHeader({ reader: { t, urls }, viewer, links, token }: DeskHeaderProps) {
  return (
    <header class="top desk-top" data-island="desk">
      <div class="wrap">
        <a class="brand" href={urls.desk()}>
          <DoorMark open />
          <span>{t('desk.name')}</span>
        </a>
        <nav aria-label={t('desk.nav')}>
          {links
            .filter(({ inRow }) => inRow)
            .map(({ href, label, here }) => (
              <a href={href} aria-current={here === 'within' ? 'true' : (here ?? undefined)}>
                {label}
              </a>
            ))}
        </nav>
        <form
          method="post"
          action={urls.signOut()}
          class="who"
          data-desk-island="leave-desk"
          data-props={JSON.stringify({ ask: t('walk.leave-first') })}
        >
          <input type="hidden" name="token" value={token} />
          <span>{viewer.name}</span>
          <button type="submit" class="as-link">
            {t('desk.sign-out')}
          </button>
        </form>
      </div>
    </header>
  );
}
