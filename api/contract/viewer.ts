/** What an account may be allowed to do, mostly in an area. */
export const deskActions = [
  'asset.draft',
  'asset.publish',
  'asset.retire',
  'asset.merge',
  'link.give',
  'suggestion.review',
  'check.log',
  'connection.log',
  'coordinator.edit',
  'area.draw',
  'area.cover',
  'account.invite',
  'account.suspend',
  'builder.trust',
  'import.run',
  'bulk.change',
  'vocabulary.edit',
  'signpost.edit',
  'insight.read',
  'private.read',
] as const;
export type DeskAction = (typeof deskActions)[number];

export const accountRoles = ['steward', 'coordinator', 'builder'] as const;
export type AccountRole = (typeof accountRoles)[number];

/** The languages that letters and the desk can be in. */
export const accountLocales = ['en', 'cy'] as const;
export type AccountLocale = (typeof accountLocales)[number];

/** An area that somebody works in today. */
export interface ViewerArea {
  id: string;
  slug: string;
  name: string;
  name_cy: string | null;
  how: 'lead' | 'cover' | 'builder';
}

/** Who is signed in, as of today in London. */
export interface SignedIn {
  accountId: string;
  name: string;
  role: AccountRole;
  /** Of a builder: what they add is published at once. */
  trusted: boolean;
  locale: AccountLocale;
  /** Null: no coordinator, or none whose page stands. */
  coordinatorId: string | null;
  areas: ViewerArea[];
}

/** Null: nobody is signed in. */
export type Viewer = SignedIn | null;
