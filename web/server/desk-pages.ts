import { deskMorePage } from '../pages/desk/more.tsx';
import { signOutPage } from '../pages/desk/sign-out.tsx';
import { todayPage } from '../pages/desk/today.tsx';
import { type DeskEntry, deskPage } from './desk-page.ts';

/** The site map of the desk, in the order of its row. Every page is also there under `/cy`, and only for who is signed in. */
export const deskPages: DeskEntry[] = [
  deskPage('/desk', todayPage, { label: 'desk.today', inRow: true }),
  deskPage('/desk/more', deskMorePage, { label: 'desk.more', inRow: true }),
  deskPage('/desk/sign-out', signOutPage),
];
