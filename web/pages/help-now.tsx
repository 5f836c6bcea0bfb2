import type { Signpost } from '../../api/contract/signpost.ts';
import { SignpostList } from '../components/signpost-list/signpost-list.tsx';
import type { Page, PageSetting } from '../server/page.ts';

interface HelpNowProps {
  signposts: Signpost[];
}

/** Crisis lines first, then services for those with nobody else to turn to. */
export const helpNowPage: Page<HelpNowProps> = {
  load: async (data) => ({ signposts: (await data.signposts()).items }),
  title: (_props, { t }) => t('nav.help-now'),
  Body: HelpNowBody,
};

function HelpNowBody({ reader, signposts }: HelpNowProps & PageSetting) {
  const { t } = reader;
  return (
    <div class="wrap stack wide-gap">
      <header class="stack">
        <h1>{t('nav.help-now')}</h1>
        <p class="lead">{t('help.lead')}</p>
      </header>
      <section class="stack" aria-labelledby="crisis">
        <h2 id="crisis">{t('help.crisis')}</h2>
        <SignpostList reader={reader} items={signposts.filter((signpost) => signpost.crisis)} />
      </section>
      <section class="stack" aria-labelledby="services">
        <h2 id="services">{t('help.services')}</h2>
        <p>
          {t('help.first')}{' '}
          <a class="target" href={reader.urls.areas()}>
            {t('help.coordinator')}
          </a>
        </p>
        <SignpostList reader={reader} items={signposts.filter((signpost) => !signpost.crisis)} />
      </section>
    </div>
  );
}
