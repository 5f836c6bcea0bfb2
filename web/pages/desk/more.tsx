import type { DeskPage, ShownLink } from '../../server/desk-page.ts';

/** Everything of the desk that the row has no room for. */
export const deskMorePage: DeskPage<{ links: ShownLink[] }> = {
  load: async (_data, { links }) => ({ links: links.filter(({ inRow }) => !inRow) }),
  title: (_props, { t }) => t('desk.more'),
  Body: ({ reader: { t }, links }) => (
    <div class="wrap stack narrow">
      <h1>{t('desk.more')}</h1>
      <ul class="stack tight desk-links">
        {links.map(({ href, label }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </div>
  ),
};
