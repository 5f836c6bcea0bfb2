const holds = (now: string) => `g.consented_on is not null
      and (g.expires_on is null or g.expires_on >= (${now}::timestamptz at time zone 'Europe/London')::date)`;

const own = 'lower(trim(a.contact_email))';
const given = 'lower(trim(g.relay_contact))';

/**
 * Whom an asset's letters go to: its own address, which it shows to everyone; someone who offers a gift only through the address they gave for
 * that, while their consent holds. For assets `a`; `now` is the parameter that holds the time.
 */
export const contactAt = (now: string) => `case when a.kind <> 'people' then ${own}
    else (select ${given} from gifts g where g.asset_id = a.id and ${holds(now)}) end`;

/** By which an address is known where it must not stand itself. */
export const hashOf = (address: string) => `hash_of_contact(${address})`;

/** The ids of all whose letters come back, by that: `assets_by_contact` and `gifts_by_contact` hold it. */
export const bouncedAt = (now: string) => `
  select a.id from assets a where a.kind <> 'people' and ${hashOf(own)} = any(array(select contact_hash from bounced_contacts))
  union all
  select a.id from gifts g join assets a on a.id = g.asset_id
  where a.kind = 'people' and ${hashOf(given)} = any(array(select contact_hash from bounced_contacts)) and ${holds(now)}`;
