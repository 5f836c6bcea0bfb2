/** What an import says of one asset, ready to be written. `source` and `source_id` together are its identity from run to run. */
export interface AssetRow {
  source: string;
  source_id: string;
  slug: string;
  /** Of a new one; what stands keeps its own. */
  status: 'published' | 'draft';
  kind: string;
  name: string;
  name_cy: string | null;
  summary: string;
  summary_cy: string | null;
  description: string | null;
  description_cy: string | null;
  area_id: string | null;
  venue_id: string | null;
  lat: number | null;
  lng: number | null;
  cost_type: 'free' | 'pay-what-you-can' | 'price' | 'unknown';
  cost_pence: number | null;
  cost_note: string | null;
  languages: string[];
  access: string[];
  how_to_join: string | null;
  just_turn_up: boolean | null;
  bring_someone: boolean | null;
  greeter: string | null;
  what_happens: string | null;
  feel: string | null;
  run_by: string | null;
  contact_name: string | null;
  contact_phone: string | null;
  contact_email: string | null;
  contact_web: string | null;
  last_checked_at: string | null;
  last_checked_by: string | null;
  topics: string[];
}

export interface VenueRow {
  source: string;
  source_id: string;
  slug: string;
  name: string;
  name_cy: string | null;
  address: string | null;
  postcode: string | null;
  lat: number | null;
  lng: number | null;
  access: string[];
  directions: string | null;
  bus: string | null;
}

export interface SignpostRow {
  source: string;
  source_id: string;
  slug: string;
  name: string;
  name_cy: string | null;
  summary: string;
  summary_cy: string | null;
  phone: string | null;
  web: string | null;
  hours: string | null;
  crisis: boolean;
  topics: string[];
  area_ids: string[];
  lat: number | null;
  lng: number | null;
  languages: string[];
  access: string[];
}

/** Columns of a venue, and of a signpost, that a second run may change, with their types; the slug is given once and stays. */
export const venueColumns = {
  name: 'text',
  name_cy: 'text',
  address: 'text',
  postcode: 'text',
  lat: 'double precision',
  lng: 'double precision',
  access: 'text[]',
  directions: 'text',
  bus: 'text',
} satisfies Partial<Record<keyof VenueRow, string>>;

export const signpostColumns = {
  name: 'text',
  name_cy: 'text',
  summary: 'text',
  summary_cy: 'text',
  phone: 'text',
  web: 'text',
  hours: 'text',
  crisis: 'boolean',
  topics: 'text[]',
  area_ids: 'uuid[]',
  lat: 'double precision',
  lng: 'double precision',
  languages: 'text[]',
  access: 'text[]',
} satisfies Partial<Record<keyof SignpostRow, string>>;
