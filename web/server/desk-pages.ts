import { givePage } from '../pages/desk/areas/give.tsx';
import { newAreaPage } from '../pages/desk/areas/new-area.tsx';
import { recutPage } from '../pages/desk/areas/recut.tsx';
import { shapePage } from '../pages/desk/areas/shape.tsx';
import { splitPage } from '../pages/desk/areas/split.tsx';
import { deskAreasPage } from '../pages/desk/areas.tsx';
import { coverPage } from '../pages/desk/cover.tsx';
import { handOverPage } from '../pages/desk/hand-over.tsx';
import { mePage } from '../pages/desk/me.tsx';
import { deskMorePage } from '../pages/desk/more.tsx';
import { changeAccountPage } from '../pages/desk/people/change.tsx';
import { invitePage } from '../pages/desk/people/invite.tsx';
import { peoplePage } from '../pages/desk/people.tsx';
import { refusedPage } from '../pages/desk/refused.tsx';
import { signOutPage } from '../pages/desk/sign-out.tsx';
import { todayPage } from '../pages/desk/today.tsx';
import { type DeskEntry, deskPage } from './desk-page.ts';

/** The site map of the desk, in the order of its row. Every page is also there under `/cy`, and only for who is signed in. */
export const deskPages: DeskEntry[] = [
  deskPage('/desk', todayPage, { label: 'desk.today', inRow: true }),
  deskPage('/desk/more', deskMorePage, { label: 'desk.more', inRow: true }),
  deskPage('/desk/me', mePage, { label: 'me.title' }),
  deskPage('/desk/people', peoplePage, { label: 'people.title', right: 'account.invite' }),
  deskPage('/desk/people/invite', invitePage),
  deskPage('/desk/people/:id/:change', changeAccountPage),
  deskPage('/desk/cover', coverPage, { label: 'cover.title', right: 'area.cover' }),
  deskPage('/desk/hand-over', handOverPage, { label: 'hand-over.title', right: 'vocabulary.edit' }),
  deskPage('/desk/areas', deskAreasPage, { label: 'boundary.areas', right: 'area.draw' }),
  deskPage('/desk/areas/new', newAreaPage),
  deskPage('/desk/areas/:slug/shape', shapePage),
  deskPage('/desk/areas/:slug/split', splitPage),
  deskPage('/desk/areas/:slug/give', givePage),
  deskPage('/desk/boundaries/:id', recutPage),
  deskPage('/desk/refused', refusedPage, { label: 'refused.title', right: 'vocabulary.edit' }),
  deskPage('/desk/sign-out', signOutPage),
];
