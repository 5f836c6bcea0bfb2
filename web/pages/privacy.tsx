import { PlainPage } from '../components/plain-page/plain-page.tsx';
import type { Page } from '../server/page.ts';

export const privacyPage: Page<object> = {
  load: async () => ({}),
  title: (_props, { t }) => t('nav.privacy'),
  Body: ({ reader }) => (
    <PlainPage
      reader={reader}
      title={reader.t('nav.privacy')}
      sections={privacySections.map(([heading, text]) => ({ heading: reader.t(heading), text: reader.t(text) }))}
    />
  ),
};

const privacySections = [
  ['privacy.you', 'privacy.you-text'],
  ['privacy.search', 'privacy.search-text'],
  ['privacy.keep', 'privacy.keep-text'],
  ['privacy.told', 'privacy.told-text'],
  ['privacy.looked', 'privacy.looked-text'],
  ['privacy.homes', 'privacy.homes-text'],
  ['privacy.leave', 'privacy.leave-text'],
] as const;
