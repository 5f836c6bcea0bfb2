import { aboutPage } from '../pages/about.tsx';
import { accessibilityPage } from '../pages/accessibility.tsx';
import { addTimesPage } from '../pages/add/times.tsx';
import { addPage } from '../pages/add.tsx';
import { areaPage } from '../pages/area.tsx';
import { areasPage } from '../pages/areas.tsx';
import { stillRightPage } from '../pages/asset/still-right.tsx';
import { suggestPage } from '../pages/asset/suggest.tsx';
import { assetPage } from '../pages/asset.tsx';
import { confirmPage } from '../pages/confirm.tsx';
import { coordinatorPage } from '../pages/coordinator.tsx';
import { findPage } from '../pages/find.tsx';
import { helpNowPage } from '../pages/help-now.tsx';
import { homePage } from '../pages/home.tsx';
import { ownPage } from '../pages/own.tsx';
import { printWeekPage } from '../pages/print-week.tsx';
import { privacyPage } from '../pages/privacy.tsx';
import { qualityPage } from '../pages/quality.tsx';
import { sharedShortlistPage } from '../pages/shared-shortlist.tsx';
import { shortlistPage } from '../pages/shortlist.tsx';
import { whatsOnPage } from '../pages/whats-on.tsx';
import { type SitePage, sitePage } from './page.ts';

/** The site map, in order. Every page is also there under `/cy`. */
export const pages: SitePage[] = [
  sitePage('/', homePage, { kept: true }),
  sitePage('/find', findPage, { kept: true }),
  sitePage('/whats-on', whatsOnPage, { kept: true }),
  sitePage('/around/:slug', assetPage, { kept: true }),
  sitePage('/around/:slug/still-right', stillRightPage),
  sitePage('/around/:slug/suggest', suggestPage('change')),
  sitePage('/around/:slug/closed', suggestPage('closed')),
  sitePage('/add', addPage),
  sitePage('/add/times', addTimesPage),
  sitePage('/confirm/:token', confirmPage, { private: true }),
  sitePage('/our/:token', ownPage, { private: true, guessable: true }),
  sitePage('/areas', areasPage, { kept: true }),
  sitePage('/areas/:slug', areaPage, { kept: true }),
  sitePage('/coordinators/:slug', coordinatorPage, { kept: true }),
  sitePage('/shortlist', shortlistPage),
  sitePage('/s', sharedShortlistPage, { guessable: true }),
  sitePage('/s/:code', sharedShortlistPage, { guessable: true }),
  sitePage('/print/week', printWeekPage),
  sitePage('/help-now', helpNowPage, { kept: true }),
  sitePage('/about', aboutPage, { kept: true }),
  sitePage('/quality', qualityPage, { kept: true }),
  sitePage('/privacy', privacyPage, { kept: true }),
  sitePage('/accessibility', accessibilityPage, { kept: true }),
];
