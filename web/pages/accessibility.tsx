import { PlainPage } from '../components/plain-page/plain-page.tsx';
import type { Page } from '../server/page.ts';

export const accessibilityPage: Page<object> = {
  load: async () => ({}),
  title: (_props, { t }) => t('nav.accessibility'),
  Body: ({ reader }) => (
    <PlainPage
      reader={reader}
      title={reader.t('nav.accessibility')}
      sections={accessibilitySections.map(([heading, text]) => ({ heading: reader.t(heading), text: reader.t(text) }))}
    />
  ),
};

const accessibilitySections = [
  ['accessibility.works', 'accessibility.works-text'],
  ['accessibility.map', 'accessibility.map-text'],
  ['accessibility.places', 'accessibility.places-text'],
  ['accessibility.languages', 'accessibility.languages-text'],
  ['accessibility.tell', 'accessibility.tell-text'],
] as const;
