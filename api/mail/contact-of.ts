/**
 * Whom an asset's letters go to: its own address, which it shows to everyone; someone who offers a gift only through the address they gave for
 * that, while their consent holds. For assets `a`; `now` is the parameter that holds the time.
 */
export const contactAt = (now: string) => `lower(trim(case when a.kind <> 'people' then a.contact_email
    else (select g.relay_contact from gifts g where g.asset_id = a.id and g.consented_on is not null
      and (g.expires_on is null or g.expires_on >= (${now}::timestamptz at time zone 'Europe/London')::date)) end))`;

/** By which an address is known where it must not stand itself. */
export const hashOf = (address: string) => `sha256(convert_to(${address}, 'UTF8'))`;
