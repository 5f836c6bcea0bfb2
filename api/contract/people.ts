import type { AccountLocale, AccountRole, DeskAction } from './viewer.ts';

export const accountStatuses = ['invited', 'active', 'suspended'] as const;
export type AccountStatus = (typeof accountStatuses)[number];

/** Where somebody is signed in. */
export interface OwnSession {
  id: string;
  browser: string | null;
  system: string | null;
  /** YYYY-MM-DD. */
  lastSeenOn: string;
  isThis: boolean;
}

export interface OwnPasskey {
  id: string;
  name: string;
  madeOn: string;
  lastUsedOn: string | null;
}

/** What an account shows its owner. */
export interface OwnAccount {
  email: string;
  name: string;
  locale: AccountLocale;
  sessions: OwnSession[];
  passkeys: OwnPasskey[];
}

/** What may be done to an account, each in two steps. */
export const accountChanges = ['suspend', 'restore', 'trust', 'untrust', 'invite-again'] as const;
export type AccountChange = (typeof accountChanges)[number];

export interface NamedArea {
  id: string;
  name: string;
  name_cy: string | null;
}

/** An account as those see it who look after it. */
export interface Person {
  id: string;
  email: string;
  name: string;
  role: AccountRole;
  trusted: boolean;
  status: AccountStatus;
  /** YYYY-MM-DD; null: they have never come. */
  lastSeenOn: string | null;
  areas: NamedArea[];
  /** What the reader may do. */
  changes: AccountChange[];
}

/** Somebody to be invited. */
export interface Invited {
  email: string;
  name: string;
  role: AccountRole;
  locale: AccountLocale;
  /** Of a builder: where they build. */
  areaIds: string[];
  /** Of a coordinator whose page stands already; null: a new page is made. */
  coordinatorId: string | null;
}

/** Who looks after an area, and when. */
export interface Arrangement {
  id: string;
  area: NamedArea;
  coordinator: { id: string; name: string };
  role: 'lead' | 'cover';
  /** YYYY-MM-DD. */
  startsOn: string;
  /** YYYY-MM-DD, the last day; null: until something changes. */
  endsOn: string | null;
}

/** From which day who looks after what: an area for some days, or all of somebody's areas for good. */
export interface Cover {
  areaId: string;
  coordinatorId: string;
  from: string;
  until: string;
}
export interface HandOver {
  fromCoordinatorId: string;
  toCoordinatorId: string;
  from: string;
}

/** Something that was tried without the right to. */
export interface RefusedAttempt {
  /** ISO 8601. */
  at: string;
  name: string;
  role: AccountRole;
  action: DeskAction;
  area: NamedArea | null;
}
