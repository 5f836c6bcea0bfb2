import { givePage } from '../pages/desk/areas/give.tsx';
import { newAreaPage } from '../pages/desk/areas/new-area.tsx';
import { recutPage } from '../pages/desk/areas/recut.tsx';
import { shapePage } from '../pages/desk/areas/shape.tsx';
import { splitPage } from '../pages/desk/areas/split.tsx';
import { deskAreasPage } from '../pages/desk/areas.tsx';
import { assetHistoryPage } from '../pages/desk/asset-history.tsx';
import { bulkPage } from '../pages/desk/bulk.tsx';
import { checksPage } from '../pages/desk/checks.tsx';
import { coverPage } from '../pages/desk/cover.tsx';
import { duplicatesPage } from '../pages/desk/duplicates.tsx';
import { editAssetPage } from '../pages/desk/edit-asset.tsx';
import { exportPage } from '../pages/desk/export.tsx';
import { handOverPage } from '../pages/desk/hand-over.tsx';
import { newImportPage } from '../pages/desk/import-new.tsx';
import { importsPage } from '../pages/desk/imports.tsx';
import { insightPage } from '../pages/desk/insight.tsx';
import { mePage } from '../pages/desk/me.tsx';
import { mergePairPage } from '../pages/desk/merge-pair.tsx';
import { deskMorePage } from '../pages/desk/more.tsx';
import { myPagePage } from '../pages/desk/my-page.tsx';
import { newAssetPage } from '../pages/desk/new-asset.tsx';
import { ownLinkPage } from '../pages/desk/own-link.tsx';
import { patchPage } from '../pages/desk/patch.tsx';
import { changeAccountPage } from '../pages/desk/people/change.tsx';
import { invitePage } from '../pages/desk/people/invite.tsx';
import { peoplePage } from '../pages/desk/people.tsx';
import { photosPage } from '../pages/desk/photos.tsx';
import { publishedPage } from '../pages/desk/published.tsx';
import { refusedPage } from '../pages/desk/refused.tsx';
import { reviewPage } from '../pages/desk/review.tsx';
import { runPage } from '../pages/desk/run.tsx';
import { editSettingPage } from '../pages/desk/settings/edit.tsx';
import { settingListPage } from '../pages/desk/settings/list.tsx';
import { settingsPage } from '../pages/desk/settings.tsx';
import { signOutPage } from '../pages/desk/sign-out.tsx';
import { todayPage } from '../pages/desk/today.tsx';
import { typedTimesPage } from '../pages/desk/typed-times.tsx';
import { walkPage } from '../pages/desk/walk.tsx';
import { whyFoundPage } from '../pages/desk/why-found.tsx';

import { type DeskEntry, deskDownload, deskPage } from './desk-page.ts';

/** The site map of the desk, in the order of its row. Every page is also there under `/cy`, and only for who is signed in. */
export const deskPages: DeskEntry[] = [
  deskPage('/desk', todayPage, { label: 'desk.today', inRow: true }),
  deskPage('/desk/checks', checksPage, { label: 'checks.title', inRow: true, right: 'check.log' }),
  deskPage('/desk/walk', walkPage, { label: 'walk.title', inRow: true, right: 'check.log' }),
  deskPage('/desk/insight', insightPage, { label: 'insight.title', group: 'patch', about: 'desk.about-insight', right: 'insight.read' }),
  deskPage('/desk/assets', patchPage, { label: 'patch.title', inRow: true, right: 'asset.draft' }),
  deskPage('/desk/assets/new', newAssetPage, { label: 'new.title', group: 'patch', about: 'desk.about-new', right: 'asset.draft' }),
  deskPage('/desk/assets/:id', editAssetPage),
  deskPage('/desk/assets/:id/history', assetHistoryPage),
  deskPage('/desk/assets/:id/photos', photosPage),
  deskDownload('/desk/assets/:id/photos/:photo', (data, { params }, viewer) =>
    data.desk.openPhoto(viewer, { assetId: params.id ?? '', photoId: params.photo ?? '' }),
  ),
  deskPage('/desk/assets/:id/link', ownLinkPage),
  deskPage('/desk/review', reviewPage, { label: 'review.title', inRow: true, right: 'suggestion.review' }),
  deskPage('/desk/review/published', publishedPage, {
    label: 'published.title',
    group: 'patch',
    about: 'desk.about-published',
    right: 'suggestion.review',
  }),
  deskPage('/desk/duplicates', duplicatesPage, { label: 'merge.title', group: 'patch', about: 'desk.about-merge', right: 'asset.merge' }),
  deskPage('/desk/duplicates/:one/:other', mergePairPage),
  deskPage('/desk/typed-times', typedTimesPage),
  deskPage('/desk/more', deskMorePage, { label: 'desk.more', inRow: true }),
  deskPage('/desk/imports', importsPage, { label: 'runs.title', group: 'patch', about: 'desk.about-runs', right: 'import.run' }),
  deskPage('/desk/imports/new', newImportPage),
  deskPage('/desk/imports/:id', runPage('import')),
  deskDownload('/desk/imports/:id/report.csv', (data, { params }, viewer) => data.desk.runReport(viewer, params.id ?? '')),
  deskPage('/desk/bulk', bulkPage, { label: 'bulk.title', group: 'patch', about: 'desk.about-bulk', right: 'bulk.change' }),
  deskPage('/desk/bulk/:id', runPage('bulk')),
  deskDownload('/desk/bulk/:id/report.csv', (data, { params }, viewer) => data.desk.runReport(viewer, params.id ?? '')),
  deskPage('/desk/export', exportPage, { label: 'export.title', group: 'patch', about: 'desk.about-export', right: 'asset.draft' }),
  deskDownload('/desk/export.csv', (data, { query }, viewer) => data.desk.exportPatch(viewer, { format: 'csv', area: areaIn(query) })),
  deskDownload('/desk/export.geojson', (data, { query }, viewer) =>
    data.desk.exportPatch(viewer, { format: 'geojson', area: areaIn(query) }),
  ),
  deskPage('/desk/me', mePage, { label: 'me.title', group: 'you', about: 'desk.about-me' }),
  deskPage('/desk/me/page', myPagePage, { label: 'my-page.title', group: 'you', about: 'desk.about-my-page', right: 'area.cover' }),
  deskPage('/desk/people', peoplePage, { label: 'people.title', group: 'people', about: 'desk.about-people', right: 'account.invite' }),
  deskPage('/desk/people/invite', invitePage),
  deskPage('/desk/people/:id/:change', changeAccountPage),
  deskPage('/desk/cover', coverPage, { label: 'cover.title', group: 'people', about: 'desk.about-cover', right: 'area.cover' }),
  deskPage('/desk/hand-over', handOverPage, {
    label: 'hand-over.title',
    group: 'people',
    about: 'desk.about-hand-over',
    right: 'vocabulary.edit',
  }),
  deskPage('/desk/settings', settingsPage, {
    label: 'settings.title',
    group: 'place',
    about: 'desk.about-settings',
    right: 'vocabulary.edit',
  }),
  deskPage('/desk/settings/:setting', settingListPage),
  deskPage('/desk/settings/:setting/:subject', editSettingPage),
  deskPage('/desk/why', whyFoundPage, { label: 'why.title', group: 'patch', about: 'desk.about-why' }),
  deskPage('/desk/areas', deskAreasPage, { label: 'boundary.areas', group: 'people', about: 'desk.about-areas', right: 'area.draw' }),
  deskPage('/desk/areas/new', newAreaPage),
  deskPage('/desk/areas/:slug/shape', shapePage),
  deskPage('/desk/areas/:slug/split', splitPage),
  deskPage('/desk/areas/:slug/give', givePage),
  deskPage('/desk/boundaries/:id', recutPage),
  deskPage('/desk/refused', refusedPage, { label: 'refused.title', group: 'place', about: 'desk.about-refused', right: 'vocabulary.edit' }),
  deskPage('/desk/sign-out', signOutPage),
];

/** A short name of an area; anything else asks for all of the patch. */
function areaIn({ area }: Record<string, unknown>): string | null {
  return typeof area === 'string' && /^[a-z0-9-]{1,80}$/.test(area) ? area : null;
}
