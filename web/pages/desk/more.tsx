import { type DeskPage, linkGroups, type ShownLink } from '../../server/desk-page.ts';

/** Everything of the desk that the row has no room for. */
export const deskMorePage: DeskPage<{ links: ShownLink[] }> = {
  load: async (_data, { links }) => ({ links: links.filter(({ inRow }) => !inRow) }),
  title: (_props, { t }) => t('desk.more'),
  Body: ({ reader: { t }, links }) => (
    <div class="wrap stack loose narrow">
      <h1>{t('desk.more')}</h1>
      {linkGroups
        .map((group) => ({ group, its: links.filter((link) => link.group === group) }))
        .filter(({ its }) => its.length > 0)
        .map(({ group, its }) => (
          <section class="stack tight" aria-labelledby={group}>
            <h2 id={group}>{t(`desk.more-${group}`)}</h2>
            <ul class="stack tight desk-links">
              {its.map(({ href, label, about }) => (
                <li>
                  <a href={href}>
                    <span>{label}</span>
                    <small class="soft">{about}</small>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  ),
};
