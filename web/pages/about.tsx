import { PlainPage } from '../components/plain-page/plain-page.tsx';
import type { Page } from '../server/page.ts';

export const aboutPage: Page<object> = {
  load: async () => ({}),
  title: (_props, { t }) => t('nav.about'),
  Body: ({ reader }) => (
    <PlainPage
      reader={reader}
      title={reader.t('nav.about')}
      sections={aboutSections.map(([heading, text]) => ({ heading: reader.t(heading), text: reader.t(text) }))}
    />
  ),
};

const aboutSections = [
  ['about.what', 'about.what-text'],
  ['about.coordinators', 'about.coordinators-text'],
  ['about.belongs', 'about.belongs-text'],
  ['about.checked', 'about.checked-text'],
  ['about.last', 'about.last-text'],
] as const;
